import { MailuoError } from '../errors.ts';
import type { KnowledgeGraph } from '../graph/build.ts';
import {
  byImportance,
  type Candidate,
  candidate,
  formsOf,
  isSubsequence,
} from '../graph/candidate.ts';
import { nameKey } from '../graph/link.ts';
import type { Category } from '../types.ts';

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
    const found = graph.filterNodes((_, node) => matches(formsOf(node)));
    if (found.length > 0)
      return found.map((key) => candidate(key, graph.getNodeAttributes(key))).sort(byImportance);
  }
  return [];
}
