import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MailuoError } from '../errors.ts';
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from '../graph/attributes.ts';
import { emptyGraph, type KnowledgeGraph } from '../graph/build.ts';
import type { AnnotatedDocument } from '../types.ts';

/** A graph with the documents that it rests on. */
export interface Store {
  readonly graph: KnowledgeGraph;
  /** Sorted by id. */
  readonly documents: readonly AnnotatedDocument[];
}

/** The container: JSON lines, the first of which says what it is. */
const FORMAT = 'mailuo-graph';
const FORMAT_VERSION = 2;
const NO_GRAPH = 'it is no Mailuo graph; make one with "mailuo build"';

type Line =
  | {
      readonly format: string;
      readonly version: number;
      /** Lines that follow, so that a file that was cut short is recognised. */
      readonly lines: number;
      readonly attributes: GraphAttributes;
    }
  | { readonly document: AnnotatedDocument }
  | { readonly node: string; readonly attributes: NodeAttributes }
  | {
      readonly edge: string;
      readonly source: string;
      readonly target: string;
      readonly undirected: boolean;
      readonly attributes: EdgeAttributes;
    };

/**
 * Write a store to a file. The file appears complete or not at all: until then the previous one stays.
 * @param signal stops the writing and leaves the previous file
 */
export async function saveStore(file: string, store: Store, signal?: AbortSignal): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await pipeline(
      Readable.from(serialised(store)),
      createWriteStream(temporary, { flush: true }),
      signal ? { signal } : {},
    );
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function* serialised(store: Store): Generator<string> {
  for (const line of lines(store)) yield `${JSON.stringify(line, withoutQuotes)}\n`;
}

/** Quotes are cut from the documents again on reading. */
function withoutQuotes(key: string, value: unknown): unknown {
  return key === 'quote' ? undefined : value;
}

function* lines({ graph, documents }: Store): Generator<Line> {
  const count = documents.length + graph.order + graph.size;
  const attributes = graph.getAttributes();
  yield { format: FORMAT, version: FORMAT_VERSION, lines: count, attributes };
  for (const document of documents) yield { document };
  for (const { node, attributes } of graph.nodeEntries()) yield { node, attributes };
  for (const { edge, source, target, undirected, attributes } of graph.edgeEntries()) {
    yield { edge, source, target, undirected, attributes };
  }
}

/**
 * Read a store from a file.
 * @throws MailuoError `NOT_FOUND`, or `INVALID_FILE` when it is no graph of a version that is known here
 */
export async function openStore(file: string): Promise<Store> {
  const graph = emptyGraph();
  const documents: AnnotatedDocument[] = [];
  const texts = new Map<string, string>();
  let number = 0;
  let expected = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file) })) {
      number++;
      const line = parseLine(text, number);
      if (number === 1) expected = checkFormat(line);
      if ('format' in line) graph.replaceAttributes(line.attributes);
      else if ('document' in line) {
        documents.push(line.document);
        texts.set(line.document.id, line.document.text);
      } else if ('node' in line) graph.addNode(line.node, line.attributes);
      else addEdge(graph, line, texts);
    }
  } catch (error) {
    throw unreadable(file, number, error as Error);
  }
  if (number === 0) throw unreadable(file, 1, new Error('it is empty'));
  if (number - 1 !== expected) throw unreadable(file, number, new Error('it is cut short'));
  return { graph, documents };
}

function parseLine(text: string, number: number): Line {
  try {
    return JSON.parse(text) as Line;
  } catch (error) {
    throw number === 1 ? new Error(NO_GRAPH) : error;
  }
}

/** The number of lines that follow the first one. */
function checkFormat(line: Line | null): number {
  const isGraph = typeof line === 'object' && line !== null && 'format' in line;
  if (!isGraph || line.format !== FORMAT) throw new Error(NO_GRAPH);
  if (line.version !== FORMAT_VERSION) {
    throw new Error(
      `it has version ${line.version} where ${FORMAT_VERSION} is known; build it anew, or update Mailuo`,
    );
  }
  return line.lines;
}

function addEdge(
  graph: KnowledgeGraph,
  { edge, source, target, undirected, attributes }: Extract<Line, { edge: string }>,
  texts: ReadonlyMap<string, string>,
): void {
  const evidence = attributes.evidence.map((entry) => ({
    ...entry,
    quote: texts.get(entry.document)!.slice(entry.start, entry.end),
  }));
  const restored = { ...attributes, evidence };
  if (undirected) graph.addUndirectedEdgeWithKey(edge, source, target, restored);
  else graph.addDirectedEdgeWithKey(edge, source, target, restored);
}

function unreadable(file: string, line: number, cause: Error): MailuoError {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
    return new MailuoError('NOT_FOUND', `${file}: no such file; make it with "mailuo build"`, {
      cause,
    });
  }
  return new MailuoError('INVALID_FILE', `${file}:${line}: cannot be read: ${cause.message}`, {
    cause,
  });
}
