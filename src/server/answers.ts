import * as v from 'valibot';
import type { QuestionName, Questions } from '../query/questions.ts';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../types.ts';

/** What answers are made of, for their description: the same as the interfaces of the library. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const category = v.picklist(CATEGORIES);
const status = v.picklist(STATUSES);
const span = { start: count, end: count };

const time = v.strictObject({ ...span, text: v.string(), value: v.exactOptional(v.string()) });

const quantity = v.strictObject({
  ...span,
  text: v.string(),
  value: v.number(),
  unit: v.string(),
  of: v.exactOptional(v.string()),
});

const particulars = {
  source: v.exactOptional(v.string()),
  time: v.exactOptional(time),
  quantity: v.exactOptional(v.array(quantity)),
};

const evidence = v.strictObject({
  document: v.string(),
  ...span,
  quote: v.string(),
  rule: v.string(),
  status,
  ...particulars,
});

const titledEvidence = v.strictObject({ ...evidence.entries, title: v.string() });

const candidate = v.strictObject({
  key: v.string(),
  label: v.string(),
  category,
  documents: count,
  articles: count,
});

const entity = v.strictObject({
  ...candidate.entries,
  aliases: v.array(v.string()),
  mentions: count,
  degree: count,
  pagerank: v.number(),
  betweenness: v.number(),
  community: count,
});

const edge = v.strictObject({
  key: v.string(),
  source: v.string(),
  target: v.string(),
  relation: v.picklist(RELATION_KINDS),
  label: v.string(),
  status,
  weight: count,
  documents: count,
  articles: count,
  evidence: v.array(evidence),
  backbone: v.boolean(),
  npmi: v.exactOptional(v.number()),
  g2: v.exactOptional(v.number()),
  q: v.exactOptional(v.number()),
});

const neighbor = v.strictObject({
  ...candidate.entries,
  distance: count,
  via: v.string(),
  edges: v.array(edge),
});

const hop = v.strictObject({ from: candidate, to: candidate, edges: v.array(edge) });

const document = v.strictObject({
  id: v.string(),
  title: v.string(),
  date: v.exactOptional(v.string()),
  source: v.exactOptional(v.string()),
  mentions: v.exactOptional(count),
});

const side = v.strictObject({
  ...titledEvidence.entries,
  head: v.string(),
  label: v.string(),
  tail: v.string(),
  figure: v.exactOptional(quantity),
});

const reading = v.strictObject({
  text: v.string(),
  entity: v.exactOptional(v.string()),
  documents: count,
  document: v.string(),
  ...span,
  quote: v.string(),
  title: v.string(),
});

/** Those that have a name of their own in the description. */
export const NOUNS = {
  Evidence: evidence,
  TitledEvidence: titledEvidence,
  Candidate: candidate,
  Entity: entity,
  Edge: edge,
  EdgeEvidence: v.strictObject({ ...edge.entries, evidence: v.array(titledEvidence) }),
  Neighbor: neighbor,
  Hop: hop,
  Path: v.strictObject({ cost: v.number(), hops: v.array(hop) }),
  Subgraph: v.strictObject({ entities: v.array(candidate), edges: v.array(edge) }),
  Document: document,
  Side: side,
  Reading: reading,
  Conflict: v.union([
    v.strictObject({
      kind: v.picklist(['quantity', 'status']),
      entities: v.array(v.string()),
      about: v.string(),
      unit: v.exactOptional(v.string()),
      sides: v.array(side),
    }),
    v.strictObject({
      kind: v.literal('variant'),
      entities: v.array(v.string()),
      about: v.string(),
      misreading: v.boolean(),
      sides: v.array(reading),
    }),
  ]),
};

/** What the answer to each question is; the compiler checks that it is what the library gives. */
export const ANSWERS = {
  search: v.array(NOUNS.Candidate),
  entity: NOUNS.Entity,
  neighbors: v.array(NOUNS.Neighbor),
  path: v.array(NOUNS.Path),
  evidence: v.array(NOUNS.EdgeEvidence),
  documents: v.array(NOUNS.Document),
  subgraph: NOUNS.Subgraph,
  top: v.array(NOUNS.Entity),
  conflicts: v.array(NOUNS.Conflict),
} satisfies {
  [N in QuestionName]: v.GenericSchema<DeepMutable<ReturnType<Questions[N]['answer']>>>;
};

type DeepMutable<T> = T extends object ? { -readonly [K in keyof T]: DeepMutable<T[K]> } : T;
