/** What a reader may do. Whatever goes beyond a limit is skipped and reported, never cut silently. */
export interface ReadOptions {
  /** Larger files are skipped. In bytes. */
  readonly maxBytes: number;
  /** What the files in an archive, or the parts of a DOCX, XLSX or EPUB, may hold together. In bytes. */
  readonly maxExpandedBytes: number;
  /** How deep archives may lie in archives; 1 is an archive of documents. */
  readonly maxNesting: number;
  /** Pages of a PDF. */
  readonly maxPages: number;
  /** Cells of a table, or values of a JSON file's rows. */
  readonly maxCells: number;
  /** Milliseconds that a file may take whose reader can hang. */
  readonly timeout: number;
  /** Label of the encoding of all text files (WHATWG: gb18030, big5 …); without it, it is detected. */
  readonly encoding?: string;
  /** Names of the columns of a table; without them they are guessed. */
  readonly fields: FieldNames;
}

/** Which columns of a table, or members of a JSON object, hold what. */
export interface FieldNames {
  readonly text?: string;
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
}

/** The limits within which files are read unless others are given. */
export const READ_DEFAULTS: ReadOptions = {
  maxBytes: 64 * 1024 * 1024,
  maxExpandedBytes: 256 * 1024 * 1024,
  maxNesting: 2,
  maxPages: 2000,
  maxCells: 2_000_000,
  timeout: 60_000,
  fields: {},
};
