import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLabels } from '../../src/entity/decode.ts';
import { FINAL, INITIAL, LABELS, PREDECESSORS, spansOf } from '../../src/entity/labels.ts';
import { probabilitiesOf } from '../../src/entity/marginals.ts';
import { likelihoods } from '../../src/entity/model.ts';

/** All sequences of labels that are allowed. */
function sequences(length: number): number[][] {
  let open = INITIAL.map((label) => [label]);
  for (let i = 1; i < length; i++) {
    open = open.flatMap((labels) =>
      [...Array(LABELS).keys()]
        .filter((next) => PREDECESSORS[next]!.includes(labels.at(-1)!))
        .map((next) => [...labels, next]),
    );
  }
  return open.filter((labels) => FINAL.includes(labels.at(-1)!));
}

const scoreOf = (labels: number[], scores: Float32Array, transitions: Float32Array) =>
  labels.reduce(
    (sum, label, i) =>
      sum +
      scores[i * LABELS + label]! +
      (i > 0 ? transitions[labels[i - 1]! * LABELS + label]! : 0),
    0,
  );

const numbers = (length: number) =>
  fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: length, maxLength: length })
    .map((list) => Float32Array.from(list));

describe.each([1, 2, 3])('of all labellings of %i characters', (length) => {
  const all = sequences(length);
  const chain = fc.tuple(numbers(length * LABELS), numbers(LABELS * LABELS));

  it('the best one is found', () => {
    fc.assert(
      fc.property(chain, ([scores, transitions]) => {
        const best = Math.max(...all.map((labels) => scoreOf(labels, scores, transitions)));
        const found = [...bestLabels(scores, transitions)];
        expect(scoreOf(found, scores, transitions)).toBe(best);
      }),
      { numRuns: 40 },
    );
  });

  it('a name has the share of those that have it', () => {
    fc.assert(
      fc.property(chain, ([scores, transitions]) => {
        const unit = 20;
        const weigh = (labels: number[]) => Math.exp(scoreOf(labels, scores, transitions) / unit);
        const total = all.reduce((sum, labels) => sum + weigh(labels), 0);
        const spans = spansOf(bestLabels(scores, transitions));
        const found = probabilitiesOf(spans, scores, likelihoods(transitions, unit));
        for (const [index, { start, end, category }] of spans.entries()) {
          const having = all.filter((labels) =>
            spansOf(Uint8Array.from(labels)).some(
              (s) => s.start === start && s.end === end && s.category === category,
            ),
          );
          const share = having.reduce((sum, labels) => sum + weigh(labels), 0) / total;
          expect(found[index]).toBeCloseTo(share, 5);
        }
      }),
      { numRuns: 20 },
    );
  });
});
