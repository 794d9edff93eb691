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
 * Nodes by the first way of matching that finds any; the most important first.
 * @param wanted a name as names are compared
 */
export function matchCandidates(
  graph: KnowledgeGraph,
  wanted: string,
  { category, limit = Infinity }: CandidateOptions = {},
): Candidate[] {
  if (wanted === '') return [];
  for (const matches of waysToMatch(wanted)) {
    const found = graph.filterNodes((_, node) => matches(formsOf(node)));
    if (found.length === 0) continue;
    const all = found.map((key) => candidate(key, graph.getNodeAttributes(key)));
    const chosen = all.filter((one) => !category || one.category === category);
    return chosen.sort(byImportance).slice(0, limit);
  }
  return [];
}

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
