import type { GraphAttributes } from '../graph/attributes.ts';
import { nameKey } from '../graph/link.ts';
import { Numbers, readAmong, readEdges, readLinks, readStatements, walkIn } from './edges.ts';
import { editionOf, openChecked } from './file.ts';
import { findCandidates } from './find.ts';
import { listDocuments, readDetails, readTitles, readTop } from './list.ts';
import { loadAttributes, loadDocuments, loadGraph } from './load.ts';
import type { GraphReader } from './reader.ts';
import type { Store } from './store.ts';

/** A graph in a file. Only what a question needs is read. */
export interface OpenGraph extends GraphReader {
  /** Tells this file from others and from what a later build makes of it. */
  readonly edition: string;
  /** How the graph was made. */
  attributes(): GraphAttributes;
  /**
   * The rows that a query of one's own gives; `README.md` beside this file describes the tables.
   *
   * @example
   * graph.query<{ label: string }>('SELECT label FROM entities WHERE category = ? LIMIT 3', 'person');
   */
  query<Row>(sql: string, ...values: readonly (string | number | null)[]): Row[];
  /** Read the whole graph with its documents. */
  load(): Store;
  /** The file can be closed when all questions are answered. */
  close(): void;
}

/**
 * Open a graph for questions, without loading it. Other programs, and later builds, can use the
 * file at the same time; this graph stays as it was when it was opened.
 *
 * @example
 * const graph = await openGraph('docs.mailuo');
 * console.log(neighbors(graph, resolve(graph, '巴南区'), { limit: 5 }));
 * graph.close();
 *
 * @throws MailuoError `NOT_FOUND`, or `INVALID_FILE` when it is no graph of a version that is known here
 */
export async function openGraph(file: string): Promise<OpenGraph> {
  const database = await openChecked(file);
  const numbers = new Numbers(database);
  const edition = (await editionOf(file))!;
  return {
    entity: (key) => numbers.entity(key),
    details: (key) => readDetails(database, key),
    candidates: (name, options) => findCandidates(database, nameKey(name), options),
    links: (key, filter, wanted) => readLinks(database, numbers, key, filter, wanted),
    edges: (pairs, filter, quotes) => readEdges(database, numbers, pairs, filter, quotes),
    among: (keys, filter, quotes) => readAmong(database, keys, filter, quotes),
    top: (measure, options) => readTop(database, measure, options),
    walk: (filter) => walkIn(database, numbers, filter),
    statements: () => readStatements(database),
    variants: () => loadAttributes(database).variants ?? [],
    documents: (options) => listDocuments(database, options),
    titles: (ids) => readTitles(database, ids),
    edition,
    attributes: () => loadAttributes(database),
    query: (sql, ...values) => database.all(sql, ...values),
    load() {
      const documents = loadDocuments(database);
      return { graph: loadGraph(database, documents), documents };
    },
    close: () => database.close(),
  };
}
