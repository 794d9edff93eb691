import { MailuoError } from '../errors.ts';
import type { KnowledgeGraph } from '../graph/build.ts';
import { nameKey } from '../graph/link.ts';
import type { Category } from '../types.ts';

/** A node that a name may mean. */
export interface Candidate {
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  readonly documents: number;
}

const MOST_CANDIDATES = 10;

/**
 * The key of the node that a name means: by key, label, alias, then fuzzily (the characters of the
 * name in their order, so RCEP服务中心 finds 重庆RCEP投资贸易服务中心).
 * @throws MailuoError `NOT_FOUND`, or `AMBIGUOUS` with the candidates in the message
 */
export function resolve(graph: KnowledgeGraph, name: string, category?: Category): string {
  if (graph.hasNode(name)) return name;
  const [first, ...others] = candidates(graph, name).filter(
    (candidate) => !category || candidate.category === category,
  );
  if (!first) {
    throw new MailuoError('NOT_FOUND', `"${name}": no entity has this name; try "mailuo search"`);
  }
  if (others.length === 0) return first.key;
  const list = [first, ...others]
    .slice(0, MOST_CANDIDATES)
    .map(({ key, documents }) => `  ${key} (${documents} documents)`);
  throw new MailuoError(
    'AMBIGUOUS',
    `"${name}" may be one of these; give the full name or the key:\n${list.join('\n')}`,
  );
}

/** All nodes that a name may mean, by the first way of matching that finds any; best first. */
export function candidates(graph: KnowledgeGraph, name: string): Candidate[] {
  const wanted = nameKey(name);
  if (wanted === '') return [];
  const ways: ((names: readonly string[]) => boolean)[] = [
    ([label]) => label === wanted,
    (names) => names.includes(wanted),
    (names) => names.some((known) => known.includes(wanted)),
    (names) => names.some((known) => isSubsequence(wanted, known)),
  ];
  for (const matches of ways) {
    const found = graph.filterNodes((_, { label, aliases }) =>
      matches([label, ...aliases].map(nameKey)),
    );
    if (found.length > 0) return found.map((key) => candidate(graph, key)).sort(byImportance);
  }
  return [];
}

/** Whether all characters of `part` stand in `whole` in their order, the first and the last included. */
function isSubsequence(part: string, whole: string): boolean {
  if (part.length < 2) return false;
  let position = 0;
  for (const char of part) {
    position = whole.indexOf(char, position) + 1;
    if (position === 0) return false;
  }
  return true;
}

export function candidate(graph: KnowledgeGraph, key: string): Candidate {
  const { label, category, documents } = graph.getNodeAttributes(key);
  return { key, label, category, documents };
}

function byImportance(a: Candidate, b: Candidate): number {
  return b.documents - a.documents || a.label.length - b.label.length || (a.key < b.key ? -1 : 1);
}
