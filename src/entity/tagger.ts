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
  const sums = new Int32Array(PACKED);
  for (let position = 0; position < length; position++) {
    let found = 0;
    sums.fill(0);
    for (let f = position * FEATURES; f < (position + 1) * FEATURES; f++) {
      const hash = features[f]!;
      const row = hash === 0 ? -1 : rowOf(slots, hash);
      if (row < 0) continue;
      found++;
      const at = row * PACKED;
      for (let i = 0; i < PACKED; i++) sums[i]! += rows[at + i]!;
    }
    const base = position * LABELS;
    for (let label = 0; label < LABELS; label++) {
      const sum = sums[label >> 1]!;
      scores[base + label] = (label & 1 ? sum >>> 16 : sum & 0xffff) - found * BIAS;
    }
  }
  return scores;
}
