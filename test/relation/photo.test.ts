import { describe, expect, it } from 'vitest';
import { photoCredits } from '../../src/relation/photo.ts';
import { parseMarked } from '../entity/notation.ts';

/** A caption with marked names, and who took the picture of what or for whom. */
const CASES: [marked: string, ...statements: string[]][] = [
  [
    '研究人员在[青溪大学|org]工作。记者 [崔力|person] 摄/[视觉青溪|org]',
    '崔力 | 摄 | 青溪大学',
    '崔力 | 摄 | 视觉青溪',
  ],
  [
    '图为列车驶过[白沙大桥|place]（无人机照片）。[新华社|org]记者[何远洲|person]摄',
    '何远洲 | 摄 | 白沙大桥',
    '何远洲 | 摄 | 新华社',
  ],
  [
    '图为列车驶过[白沙大桥|place]。[何远洲|person]、[沈知微|person] 摄影报道',
    '何远洲 | 摄 | 白沙大桥',
    '沈知微 | 摄 | 白沙大桥',
  ],
  ['[新华社|org]记者 [何远洲|person] 摄', '何远洲 | 摄 | 新华社'],
  ['茶农在采茶。记者 [崔力|person] 摄'],
  ['[何远洲|person]摄下了[白沙大桥|place]。'],
  ['[青溪大学|org]开学。通讯员 摄'],
  ['[何远洲|person]的摄影作品在[青溪大学|org]展出。'],
  ['[青溪大学|org]开学。\n记者 [崔力|person] 摄'],
];

describe('photoCredits', () => {
  it.each(CASES)('of %s', (marked, ...statements) => {
    const { text, mentions } = parseMarked(marked);
    const found = photoCredits(text, mentions).map(
      ({ head, label, tail }) =>
        `${text.slice(head.start, head.end)} | ${label} | ${text.slice(tail.start, tail.end)}`,
    );
    expect(found).toEqual(statements);
  });

  it('are relations of a kind of their own, with the place of 摄', () => {
    const { text, mentions } = parseMarked('[新华社|org]记者 [何远洲|person] 摄');
    expect(photoCredits(text, mentions)).toMatchObject([
      { relation: 'photo', status: 'asserted', predicate: { start: 10, end: 11 } },
    ]);
    expect(text.slice(10, 11)).toBe('摄');
  });

  it('take time in proportion to the text, however hostile', () => {
    const text = '摄 '.repeat(50_000);
    const started = performance.now();
    expect(photoCredits(text, [])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
