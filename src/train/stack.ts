import { type Linear, linearScore, type Scorer, traitsIn } from '../relation/scorer.ts';
import { boost, type Example } from './boost.ts';
import { type Labelled, trainLinear } from './logistic.ts';
import type { Passage } from './statements.ts';

/** Parts of the articles; each is scored by weights that were learned from the others. */
const PARTS = 5;
/** Ways to part them: a score that one way makes high or low by chance is no lesson for the trees. */
const WAYS = 3;

/**
 * Train weights on all articles, and trees on scores that the articles get from weights which never
 * saw them (stacking, Wolpert 1992). Deterministic.
 * @param articles the sentences of each
 */
export function trainScorer(articles: readonly (readonly Passage[])[]): Scorer {
  const labelled = articles.map((passages) => passages.flatMap(labelledOf));
  const examples = Array.from({ length: WAYS }, (_, way) => {
    const partOf = (i: number) => (i + way * Math.floor(i / PARTS)) % PARTS;
    const parts = Array.from({ length: PARTS }, (_, part) =>
      trainLinear(labelled.filter((_, i) => partOf(i) !== part).flat()),
    );
    return articles.flatMap((passages, i) =>
      passages.flatMap((passage) => examplesOf(passage, parts[partOf(i)]!)),
    );
  }).flat();
  return { ...trainLinear(labelled.flat()), trees: boost(examples) };
}

function labelledOf({ features, holds }: Passage): Labelled[] {
  return features.flatMap((hashes, i) =>
    holds[i] === undefined ? [] : [{ features: hashes, holds: holds[i] }],
  );
}

function examplesOf(passage: Passage, linear: Linear): Example[] {
  const { features, holds } = passage;
  const scores = features.map((hashes) => linearScore(hashes, linear));
  const traits = traitsIn(passage, scores);
  return holds.flatMap((label, i) =>
    label === undefined ? [] : [{ traits: traits(i), holds: label }],
  );
}
