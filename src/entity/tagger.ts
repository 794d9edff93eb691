import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';
import { bestLabels } from './decode.ts';
import { FEATURES, featuresOf } from './features.ts';
import { LABELS, spansOf } from './labels.ts';
import { BIAS, type Model, PACKED, rowOf } from './model.ts';

/** Find the names of a sentence with the statistical model. */
export function tagNames(sentence: SentenceView, lexicon: Lexicon, model: Model): Mention[] {
  const scores = scoresOf(featuresOf(sentence, lexicon), model);
  return spansOf(bestLabels(scores, model.transitions)).map(({ start, end, category }) =>
    mentionAt(
      sentence.text,
      { start: sentence.start + start, end: sentence.start + end },
      { category, rule: 'tagger', score: 0.8 },
    ),
  );
}

/** Add up the weights of the features of each character. */
function scoresOf(features: Int32Array, { slots, rows }: Model): Float32Array {
  const length = features.length / FEATURES;
  const scores = new Float32Array(length * LABELS);
  const found = new Int32Array(FEATURES);
  for (let position = 0; position < length; position++) {
    const count = findRows(features, position * FEATURES, slots, found);
    const base = position * LABELS;
    for (let i = 0; i < PACKED; i++) {
      let sum = 0;
      for (let j = 0; j < count; j++) sum += rows[found[j]! + i]!;
      scores[base + 2 * i] = (sum & 0xffff) - count * BIAS;
      if (2 * i + 1 < LABELS) scores[base + 2 * i + 1] = (sum >>> 16) - count * BIAS;
    }
  }
  return scores;
}

/** Write to `found` where the rows of one character's features begin; returns how many there are. */
function findRows(
  features: Int32Array,
  from: number,
  slots: Int32Array,
  found: Int32Array,
): number {
  let count = 0;
  for (let f = from; f < from + FEATURES; f++) {
    const hash = features[f]!;
    const row = hash === 0 ? -1 : rowOf(slots, hash);
    if (row >= 0) found[count++] = row * PACKED;
  }
  return count;
}
