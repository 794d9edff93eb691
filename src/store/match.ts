import {
  byImportance,
  type Candidate,
  candidate,
  formsOf,
  isSubsequence,
} from '../graph/candidate.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { isSpelled, spell, spellingPart } from '../lexicon/pinyin.ts';
import type { CandidateOptions } from './reader.ts';

/**
 * Nodes by the first way of matching that finds any, or the first three; by way, then by importance.
 * @param wanted a name as names are compared
 */
export function matchCandidates(
  graph: KnowledgeGraph,
  wanted: string,
  { category, limit = Infinity, parts = false }: CandidateOptions = {},
): Candidate[] {
  const found = new Map<string, Candidate>();
  const ways = wanted === '' ? [] : waysToMatch(wanted);
  for (const [number, matches] of ways.entries()) {
    if (found.size > 0 && (!parts || number >= FUZZY)) break;
    const keys = graph.filterNodes((_, node) => matches(formsOf(node)));
    const all = keys.map((key) => candidate(key, graph.getNodeAttributes(key)));
    const chosen = all.filter((one) => !category || one.category === category).sort(byImportance);
    for (const one of chosen) if (!found.has(one.key)) found.set(one.key, one);
    if (!parts && all.length > 0) break;
  }
  return [...found.values()].slice(0, limit);
}

/** From this way on it is tried only where none before finds any. */
const FUZZY = 3;

/** Label, alias, part of either, pinyin, characters in their order: what is tried one after the other. */
function waysToMatch(wanted: string): ((forms: readonly string[]) => boolean)[] {
  const part = spellingPart(wanted);
  return [
    ([label]) => label === wanted,
    (forms) => forms.includes(wanted),
    (forms) => forms.some((form) => form.includes(wanted)),
    (forms) => part !== undefined && isSpelled(part, spell(forms)),
    (forms) => forms.some((form) => isSubsequence(wanted, form)),
  ];
}
