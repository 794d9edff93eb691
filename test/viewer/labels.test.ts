import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelCandidate, placeLabels } from '../../viewer/scene/labels.ts';

const SIZE = { width: 600, height: 400 };
/** Every character is as wide as it is high. */
const widthOf = (text: string, fontSize: number) => [...text].length * fontSize;

function candidate(change: Partial<LabelCandidate>): LabelCandidate {
  const plain = { texts: ['名称'], x: 300, y: 200, radius: 5, fontSize: 12, rank: 0 };
  return { ...plain, color: '#000', mayCover: 'nothing', ...change };
}

const place = (
  candidates: LabelCandidate[],
  discs: { x: number; y: number; radius: number }[] = [],
) => placeLabels(candidates, discs, SIZE, widthOf);

describe('labels', () => {
  test('never cover one another and never leave the screen', () => {
    const some = fc.record({
      texts: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 2 }),
      x: fc.integer({ min: -50, max: 650 }),
      y: fc.integer({ min: -50, max: 450 }),
      radius: fc.integer({ min: 0, max: 30 }),
      fontSize: fc.integer({ min: 8, max: 20 }),
      rank: fc.integer(),
      color: fc.constant('#000'),
      mayCover: fc.constantFrom('nothing' as const, 'little' as const, 'anything' as const),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 80 }), (candidates) => {
        const labels = place(candidates, candidates);
        for (const [i, a] of labels.entries()) {
          expect(a.left >= 0 && a.left + a.width <= SIZE.width).toBe(true);
          expect(a.top >= 0 && a.top + a.height <= SIZE.height).toBe(true);
          for (const b of labels.slice(i + 1)) {
            const isApart =
              a.left + a.width <= b.left ||
              b.left + b.width <= a.left ||
              a.top + a.height <= b.top ||
              b.top + b.height <= a.top;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });

  test('go to the most important first, and to the others where there is room', () => {
    const same = Array.from({ length: 6 }, (_, rank) =>
      candidate({ texts: [`名称${rank}`], rank }),
    );
    const texts = place(same).map(({ text }) => text);
    expect(texts[0]).toBe('名称5');
    expect(texts.length).toBeLessThan(6);
    expect(texts.length).toBeGreaterThan(1);
  });

  test('are short where the full name finds no room', () => {
    const texts = ['重庆智翔金泰生物制药股份有限公司', '智翔金泰'];
    const walls = [
      { x: 100, y: 200, radius: 130 },
      { x: 500, y: 200, radius: 130 },
    ];
    expect(place([candidate({ texts, x: 300 })])[0]!.text).toBe(texts[0]);
    expect(place([candidate({ texts, x: 300 })], [...walls])[0]!.text).toBe(texts[1]);
  });

  test('cover a node only when they may', () => {
    const discs = [{ x: 300, y: 200, radius: 150 }];
    expect(place([candidate({})], discs)).toEqual([]);
    expect(place([candidate({ mayCover: 'little' })], discs)).toEqual([]);
    expect(place([candidate({ mayCover: 'anything' })], discs)).toHaveLength(1);
  });

  test('cover as little as they can', () => {
    const left = { x: 270, y: 200, radius: 8 };
    const walls = [340, 160, 240].map((at, i) => ({
      ...left,
      [i === 0 ? 'x' : 'y']: at,
      radius: 30,
    }));
    const [label] = place([candidate({ mayCover: 'anything' })], [left, ...walls]);
    expect(label!.left + label!.width).toBeLessThan(300);
  });

  test('of ten thousand characters are cut', () => {
    const [label] = place([candidate({ texts: ['龙'.repeat(10_000)], x: 20 })]);
    expect(label!.text).toBe(`${'龙'.repeat(23)}…`);
  });
});
