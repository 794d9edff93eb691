import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLabels } from '../../src/entity/decode.ts';
import {
  FINAL,
  INITIAL,
  LABELS,
  type LabelledSpan,
  labelsOf,
  PREDECESSORS,
  spansOf,
} from '../../src/entity/labels.ts';
import { CATEGORIES } from '../../src/types.ts';

/** Spans with gaps of 0 to 3 characters between them. */
const spans = fc
  .array(
    fc.record({
      gap: fc.nat(3),
      length: fc.integer({ min: 1, max: 6 }),
      category: fc.constantFrom(...CATEGORIES),
    }),
    { maxLength: 8 },
  )
  .map((parts) => {
    let position = 0;
    return parts.map(({ gap, length, category }): LabelledSpan => {
      const start = position + gap;
      position = start + length;
      return { start, end: position, category };
    });
  });

describe('labels', () => {
  it('hold any names that do not overlap', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const length = (list.at(-1)?.end ?? 0) + 2;
        expect(spansOf(labelsOf(length, list))).toEqual(list);
      }),
    );
  });

  it('follow each other in any text with names', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const labels = labelsOf((list.at(-1)?.end ?? 0) + 1, list);
        expect(INITIAL).toContain(labels[0]);
        expect(FINAL).toContain(labels.at(-1));
        for (let i = 1; i < labels.length; i++) {
          expect(PREDECESSORS[labels[i]!]).toContain(labels[i - 1]);
        }
      }),
    );
  });
});

/** All sequences of labels that may follow each other. */
function sequences(length: number): number[][] {
  if (length === 1) return INITIAL.map((label) => [label]);
  return sequences(length - 1).flatMap((head) =>
    [...Array(LABELS).keys()]
      .filter((next) => PREDECESSORS[next]!.includes(head.at(-1)!))
      .map((next) => [...head, next]),
  );
}

describe('bestLabels', () => {
  const whole = sequences(3).filter((labels) => FINAL.includes(labels.at(-1)!));

  it('finds the sequence that a search through all of them finds', () => {
    const numbers = (length: number) =>
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(numbers(3 * LABELS), numbers(LABELS * LABELS), (scores, transitions) => {
        const total = (labels: readonly number[] | Uint8Array) =>
          [...labels].reduce(
            (sum, label, i) =>
              sum +
              scores[i * LABELS + label]! +
              (i > 0 ? transitions[labels[i - 1]! * LABELS + label]! : 0),
            0,
          );
        const found = bestLabels(Float32Array.from(scores), Float32Array.from(transitions));
        expect(whole).toContainEqual([...found]);
        expect(total(found)).toBe(Math.max(...whole.map(total)));
      }),
      { numRuns: 20 },
    );
  });

  it('gives no labels to an empty sentence', () => {
    expect(bestLabels(new Float32Array(0), new Float32Array(LABELS * LABELS))).toHaveLength(0);
  });
});
