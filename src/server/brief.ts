import type { Evidence } from '../graph/attributes.ts';
import type { Candidate } from '../graph/candidate.ts';
import type { Edge } from '../graph/edge.ts';
import type { EdgeEvidence } from '../query/evidence.ts';
import type { Neighbor } from '../query/neighbors.ts';
import type { Path } from '../query/path.ts';
import type { EntityDetails } from '../store/reader.ts';

/** Longer sentences are cut: the document has the rest. */
const MOST_CHARACTERS = 200;
/** Characters before what a sentence is quoted for, when it is cut. */
const BEFORE = 50;
/** Of a neighbour with many edges the strongest: who wants all asks why. */
const MOST_EDGES = 3;

type LabelOf = (key: string) => string;

/** Answers in few lines, for one who reads much and pays by the word: each fact with its quotations. */
export const BRIEF = {
  search: (entities: readonly Candidate[]) => entities.map(entityLine),

  neighbors: (neighbors: readonly Neighbor[], labelOf: LabelOf) =>
    neighbors.flatMap(({ edges, ...neighbor }) => [
      entityLine(neighbor) + wayTo(neighbor, labelOf),
      ...edges.slice(0, MOST_EDGES).flatMap((edge) => factLines(edge, labelOf)),
      ...(edges.length > MOST_EDGES ? [`- and ${edges.length - MOST_EDGES} more edges`] : []),
    ]),

  path: (paths: readonly Path[], labelOf: LabelOf) =>
    paths.flatMap(({ hops }, index) => [
      `Path ${index + 1}, ${hops.length} steps`,
      ...hops.flatMap(({ edges }) => factLines(edges[0]!, labelOf)),
    ]),

  why: (edges: readonly EdgeEvidence[], labelOf: LabelOf) =>
    edges.flatMap((edge) => factLines({ ...edge, evidence: [...edge.evidence] }, labelOf)),

  top: (entities: readonly EntityDetails[]) => entities.map(entityLine),
};

function entityLine({ key, label, documents }: Candidate): string {
  return `${label} (${key}, ${documents} documents)`;
}

function wayTo({ distance, via }: Omit<Neighbor, 'edges'>, labelOf: LabelOf): string {
  return distance > 1 ? `, ${distance} steps away by ${labelOf(via)}` : '';
}

function factLines(edge: Edge, labelOf: LabelOf): string[] {
  const { source, target, relation, label, status, weight, evidence } = edge;
  const [from, to] = [labelOf(source), labelOf(target)];
  const fact =
    relation === 'cooccurrence'
      ? `${from} – ${to} 共现 (${weight} sentences)`
      : `${from} → ${label} → ${to} (${status}, ${weight} sentences)`;
  return [`- ${fact}`, ...evidence.map((entry) => `  ${quotation(entry, [from, to, label])}`)];
}

function quotation({ quote, document, source, time }: Evidence, words: readonly string[]): string {
  const when = time ? `, ${time.value ?? time.text}` : '';
  return `“${excerpt(quote, words)}” (${document}${source ? `, says ${source}` : ''}${when})`;
}

/** Of a long sentence the part from the first of these words on, and a little before it. */
function excerpt(sentence: string, words: readonly string[]): string {
  if (sentence.length <= MOST_CHARACTERS) return sentence;
  const places = words.map((word) => sentence.indexOf(word)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places, sentence.length) - BEFORE);
  const first = places.length === 0 ? 0 : Math.min(start, sentence.length - MOST_CHARACTERS);
  const end = first + MOST_CHARACTERS;
  const part = sentence.slice(first, end).toWellFormed();
  return `${first > 0 ? '…' : ''}${part}${end < sentence.length ? '…' : ''}`;
}
