import { describe, expect, it } from 'vitest';
import { viewSentence } from '../../src/entity/candidates.ts';
import { FEATURES, featuresOf } from '../../src/entity/features.ts';
import { knownMatches } from '../../src/entity/known.ts';
import { LABELS } from '../../src/entity/labels.ts';
import { Memo } from '../../src/entity/memo.ts';
import { outsideBy, PACKED, toModel, unpack } from '../../src/entity/model.ts';
import { FAR, LabelScorer } from '../../src/entity/scorer.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { loadSegmenter } from '../../src/segment/segmenter.ts';
import { splitSentences } from '../../src/segment/sentences.ts';
import { tokenize } from '../../src/segment/tokens.ts';

const lexicon = loadLexicon();
const segmenter = loadSegmenter(() => {});
const sentences = [
  '欧阳振华说，青石港务集团的“万船归港”行动３月启动。',
  '一',
  'A B  C（讯）：Ａ１２',
  '青石港务集团与青石港务集团：青石港务',
  '阿依古丽·买买提和雅尼克·林茨在二圣镇见面！',
].flatMap((text) =>
  splitSentences(text).map((s) => viewSentence(text, s, tokenize(text, s, segmenter))),
);

/** A model with weights for two of three features of the sentences; `outside` is added to those for no name. */
function someModel(outside = 0) {
  const all = [
    ...new Set(sentences.flatMap((s) => [...featuresOf(s, knownMatches(s, lexicon), lexicon)])),
  ];
  const hashes = Int32Array.from(all.filter((hash, i) => hash !== 0 && i % 3 > 0));
  const weights = Int8Array.from(
    { length: hashes.length * LABELS },
    (_, i) => ((i * 79) % (255 - outside)) - 127 + (i % LABELS === 0 ? outside : 0),
  );
  return { hashes, weights, transitions: new Float32Array(LABELS * LABELS), unit: 10 };
}

describe('the scorer', () => {
  it('adds up just the features of each character, however much it remembers of earlier ones', () => {
    const weights = someModel();
    const rows = new Map([...weights.hashes].map((hash, row) => [hash, row]));
    const scorer = new LabelScorer(toModel(weights), lexicon, Infinity);
    for (const sentence of [...sentences, ...sentences.toReversed()]) {
      const features = featuresOf(sentence, knownMatches(sentence, lexicon), lexicon);
      const expected = new Float32Array((features.length / FEATURES) * LABELS);
      for (const [place, hash] of features.entries()) {
        const row = rows.get(hash);
        if (row === undefined) continue;
        const position = Math.floor(place / FEATURES);
        for (let label = 0; label < LABELS; label++) {
          expected[position * LABELS + label]! += weights.weights[row * LABELS + label]!;
        }
      }
      expect(unpack(scorer.score(sentence, knownMatches(sentence, lexicon)))).toEqual(expected);
    }
  });

  it('leaves features out only where the others put the label of no name far ahead', () => {
    const model = toModel(someModel(100));
    const [whole, quick] = [
      new LabelScorer(model, lexicon, Infinity),
      new LabelScorer(model, lexicon),
    ];
    let left = 0;
    for (const sentence of sentences) {
      const names = knownMatches(sentence, lexicon);
      const [all, some] = [whole.score(sentence, names), quick.score(sentence, names)];
      for (let at = 0; at < all.length; at += PACKED) {
        const same = all.slice(at, at + PACKED).every((sum, i) => sum === some[at + i]);
        if (!same) left++;
        expect(same || outsideBy(some, at) > FAR).toBe(true);
      }
    }
    expect(left).toBeGreaterThan(0);
  });
});

describe('the memory of sums', () => {
  it('keeps every vector where it is until room must be made', () => {
    const memo = new Memo(16, 3);
    const places = [...Array(12).keys()].map((i) => memo.find(i, i % 5));
    expect(new Set(places).size).toBe(12);
    for (const [i, place] of places.entries()) {
      expect(memo.find(i, i % 5)).toBe(place);
      expect(memo.isNew).toBe(false);
    }
  });

  it('forgets everything when more keys might not fit', () => {
    const memo = new Memo(16, 3);
    for (let i = 0; i < 8; i++) memo.find(i, 0);
    memo.makeRoom(2);
    memo.find(0, 0);
    expect(memo.isNew).toBe(false);
    memo.makeRoom(6);
    memo.find(0, 0);
    expect(memo.isNew).toBe(true);
  });
});
