import type { ReadOptions } from './options.ts';

/** What a page or a file says about a document. */
export interface Facts {
  readonly title?: string;
  /** ISO 8601, as exact as stated. */
  readonly date?: string;
  /** The paper, agency or site that published it. */
  readonly source?: string;
  readonly authors?: readonly string[];
  readonly photographers?: readonly string[];
}

/** A line that is not kept, and the name of the rule that dropped it. */
export interface Dropped {
  readonly line: string;
  readonly rule: string;
}

/** What a reader takes from a file: plain text, one paragraph a line, before page noise is dropped. */
export interface Content extends Facts {
  readonly text: string;
  readonly dropped?: readonly Dropped[];
}

/**
 * A document in a file, or why there is none. `name` is what its id adds to that of the file: nothing
 * for the whole, `#3` for the third row, `/a/b.txt` for a file in an archive.
 */
export type Part = { readonly name: string } & (
  | { readonly content: Content }
  | { readonly reason: string }
);

/**
 * Reads the bytes of a file of one kind.
 * @throws MailuoError when the file as a whole cannot be read; parts that cannot are values
 */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<readonly Part[]>;

/** The parts of a file that is one document. */
export function whole(content: Content): Part[] {
  return [{ name: '', content }];
}

/** The facts that are stated: trimmed, and without those that are empty. */
export function stated(
  facts: {
    readonly [K in 'title' | 'date' | 'source']?: string | null | undefined;
  },
): Facts {
  const entries = Object.entries(facts).map(([key, value]) => [key, value?.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}
