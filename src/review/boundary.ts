import type { NodeAttributes } from '../graph/attributes.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { AnnotatedDocument } from '../types.ts';
import type { Proposal, Reviewed } from './proposal.ts';

/** Names of which the tagger is surer than this are taken to be whole. */
const UNSURE = 0.7;
/** Characters that a name may have too much. */
const MOST_EXTRA = 2;
const LEAST = 0.5;

/**
 * A name of which the tagger is unsure and that is another entity's name with a character or two too
 * much: 米洛夫夫妇 beside 米洛夫. Where these are a place in front or an ending that names have
 * (机场), both are names.
 */
export function proposeBoundaries(reviewed: Reviewed): Proposal[] {
  const { graph, documents, lexicon, quotesOf } = reviewed;
  const scores = meanScores(documents);
  const byLabel = new Map(graph.mapNodes((_, node) => [`${node.category} ${node.label}`, node]));
  return graph
    .mapNodes((_, node) => node)
    .flatMap((node): Proposal[] => {
      const score = scores.get(node.label) ?? 1;
      if (score >= UNSURE) return [];
      const within = shorter(node.label, lexicon)
        .flatMap((name) => byLabel.get(`${node.category} ${name}`) ?? [])
        .filter((other) => other.documents >= node.documents);
      const [other] = within.sort(
        (a, b) => b.documents - a.documents || (a.label < b.label ? -1 : 1),
      );
      if (!other) return [];
      const likelihood = likelihoodOf(node, other, score);
      if (likelihood < LEAST) return [];
      const names = [other.label, node.label] as const;
      return [
        {
          kind: 'boundary',
          names,
          reason: `${names[1]} may be ${names[0]} with too much around it (score ${score.toFixed(2)})`,
          likelihood,
          documents: node.documents,
          decision: { merge: names },
          refusal: { 'never-merge': names },
          evidence: [...quotesOf(names[1]), ...quotesOf(names[0]).slice(0, 1)],
        },
      ];
    });
}

/** Names of people are never parts of other names, those of places often are. */
const BONUS = { person: 0.3, organization: 0, program: 0, place: -0.2 } as const;

function likelihoodOf(node: NodeAttributes, other: NodeAttributes, score: number): number {
  const better = other.documents >= 5 * node.documents ? 0.2 : 0;
  return Math.min(0.95, 1 - score + BONUS[node.category] + better);
}

/** What remains of a name without a character or two at either end, where these are no part of names. */
function shorter(name: string, { names, suffixes }: Lexicon): string[] {
  const found: string[] = [];
  for (let extra = 1; extra <= MOST_EXTRA && name.length - extra >= 2; extra++) {
    const [front, back] = [name.slice(0, extra), name.slice(-extra)];
    const isPlace =
      names.get(front)?.category === 'place' || /[第\d〇一二三四五六七八九十]/.test(front);
    if (!isPlace) found.push(name.slice(extra));
    if (suffixes.longestBefore(name, name.length, 1) === undefined && !/[省市县区州]$/.test(back)) {
      found.push(name.slice(0, -extra));
    }
  }
  return found;
}

function meanScores(documents: readonly AnnotatedDocument[]): Map<string, number> {
  const sums = new Map<string, [sum: number, count: number]>();
  for (const { text, score } of documents.flatMap(({ mentions }) => mentions)) {
    const [sum, count] = sums.get(text) ?? [0, 0];
    sums.set(text, [sum + score, count + 1]);
  }
  return new Map([...sums].map(([name, [sum, count]]) => [name, sum / count]));
}
