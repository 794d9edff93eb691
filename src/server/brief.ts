import type { Evidence } from '../graph/attributes.ts';
import type { Candidate } from '../graph/candidate.ts';
import type { Edge } from '../graph/edge.ts';
import type { EdgeEvidence } from '../query/evidence.ts';
import type { Neighbor } from '../query/neighbors.ts';
import type { Path } from '../query/path.ts';
import type { EntityDetails } from '../store/reader.ts';

/** Longer sentences are cut: the document has the rest. */
const MOST_CHARACTERS = 200;

type LabelOf = (key: string) => string;

/** Answers in few lines, for one who reads much and pays by the word: each fact with a quotation. */
export const BRIEF = {
  search: (entities: readonly Candidate[]) => entities.map(entityLine),

  neighbors: (neighbors: readonly Neighbor[], labelOf: LabelOf) =>
    neighbors.flatMap(({ edges, ...neighbor }) => [
      entityLine(neighbor),
      ...edges.flatMap((edge) => factLines(edge, labelOf, 1)),
    ]),

  path: (paths: readonly Path[], labelOf: LabelOf) =>
    paths.flatMap(({ hops }, index) => [
      `Path ${index + 1}, ${hops.length} steps`,
      ...hops.flatMap(({ edges }) => factLines(edges[0]!, labelOf, 1)),
    ]),

  why: (edges: readonly EdgeEvidence[], labelOf: LabelOf) =>
    edges.flatMap((edge) => factLines({ ...edge, evidence: [...edge.evidence] }, labelOf)),

  top: (entities: readonly EntityDetails[]) => entities.map(entityLine),
};

function entityLine({ key, label, documents }: Candidate): string {
  return `${label} (${key}, ${documents} documents)`;
}

function factLines(edge: Edge, labelOf: LabelOf, most = Infinity): string[] {
  const { source, target, relation, label, status, weight, evidence } = edge;
  const [from, to] = [labelOf(source), labelOf(target)];
  const fact = relation === 'cooccurrence' ? `${from} – ${to} 共现` : `${from} → ${label} → ${to}`;
  return [
    `- ${fact} (${status}, ${weight} sentences)`,
    ...evidence.slice(0, most).map((entry) => `  ${quotation(entry)}`),
  ];
}

/** On one line, so that no sentence can pass for a line of ours. */
function quotation({ quote, document, source, time }: Evidence): string {
  const line = quote.replaceAll(/\s+/g, ' ');
  const cut = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
  const when = time ? `, ${time.value ?? time.text}` : '';
  return `“${cut.toWellFormed()}” (${document}${source ? `, says ${source}` : ''}${when})`;
}
