import { describe, expect, it } from 'vitest';
import { type Glyph, linesOf } from '../../src/ingest/glyph.ts';

const EM = 10;
const LEADING = 16;

/** The characters of a line of type, each as wide as it is high. */
function set(text: string, left: number, row: number): Glyph[] {
  const top = row * LEADING;
  return [...text].map((char, i) => {
    const start = left + i * EM;
    return { text: char, left: start, right: start + EM, top, bottom: top + EM };
  });
}

const textsOf = (glyphs: Glyph[]) => linesOf(glyphs).map(({ text }) => text);

describe('the lines of a page', () => {
  it('are parted where the lines beside leave the same narrow gap', () => {
    const [left, right] = [
      ['春茶今日开采', '客商来自各地', '产量预计增加', '冷库即将建成'],
      ['大桥昨日合龙', '全长一千余米', '工期提前一月', '下月通车试行'],
    ];
    const glyphs = [...left!.entries()].flatMap(([row, text]) => set(text, 0, row));
    for (const [row, text] of right!.entries()) glyphs.push(...set(text, 6 * EM + 8, row));
    expect(textsOf(glyphs).sort()).toEqual([...left!, ...right!].sort());
  });

  it('are whole where the gap is theirs alone', () => {
    const glyphs = [
      ...set('记者何远洲', 0, 0),
      ...set('本报报道', 5 * EM + 8, 0),
      ...set('春茶今日开采产量增加', 0, 1),
    ];
    expect(textsOf(glyphs)).toEqual(['记者何远洲 本报报道', '春茶今日开采产量增加']);
  });

  it('do not reach as far as the empty half of a mark that hangs over the margin', () => {
    const left = ['春茶今日开采', '客商来自各地', '产量预计增加，', '冷库即将建成'];
    const glyphs = left.flatMap((text, row) => [
      ...set(text, 0, row),
      ...set('大桥合龙', 7 * EM + 4, row),
    ]);
    expect(textsOf(glyphs).filter((text) => text === '大桥合龙')).toHaveLength(4);
  });
});
