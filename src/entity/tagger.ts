import type { Mention } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';
import { bestLabels } from './decode.ts';
import type { KnownMatch } from './known.ts';
import { spansOf } from './labels.ts';
import { probabilitiesOf } from './marginals.ts';
import { unpack } from './model.ts';
import type { LabelScorer } from './scorer.ts';

/**
 * Find the names of a sentence with the statistical model; the score is the probability by the model.
 * @param names of the lexicon in the sentence
 */
export function tagNames(
  sentence: SentenceView,
  names: readonly KnownMatch[],
  scorer: LabelScorer,
): Mention[] {
  const scores = unpack(scorer.score(sentence, names));
  const spans = spansOf(bestLabels(scores, scorer.model.transitions));
  if (spans.length === 0) return [];
  const probabilities = probabilitiesOf(spans, scores, scorer.model);
  return spans.map(({ start, end, category }, index) =>
    mentionAt(
      sentence.text,
      { start: sentence.start + start, end: sentence.start + end },
      { category, rule: 'tagger', score: rounded(probabilities[index]!) },
    ),
  );
}

/** Four digits say all that a probability can. */
function rounded(probability: number): number {
  return Math.round(probability * 1e4) / 1e4;
}
