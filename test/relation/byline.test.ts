import { describe, expect, it } from 'vitest';
import { bylineOf } from '../../src/relation/byline.ts';
import { parseMarked } from '../entity/notation.ts';

/** Head of a report with marked names, the part that is byline, and who writes for whom. */
const CASES: [marked: string, head: string | undefined, ...statements: string[]][] = [
  ['[大河报|org]讯（记者 [原野|person]）昨日', '大河报讯（记者 原野）', '原野 | 记者 | 大河报'],
  [
    '[新华社|org][太原|place]4月2日电（记者 [原野|person]、[陈立群|person]）满载',
    '新华社太原4月2日电（记者 原野、陈立群）',
    '原野 | 记者 | 新华社',
    '陈立群 | 记者 | 新华社',
  ],
  ['[新华社|org][北京|place]5月3日电 昨日', '新华社北京5月3日电 '],
  ['本报[武汉|place]9月12日讯（记者 [皮立新|person]）昨日', '本报武汉9月12日讯（记者 皮立新）'],
  ['[新华社|org]通讯员[原野|person]报道：昨日', '新华社通讯员原野报道：'],
  ['[何友生|person]说，记者们都来了。', undefined],
  ['[重庆大学|org]电力系统升级。', undefined],
];

describe('bylineOf', () => {
  it.each(CASES)('reads the head of %s', (marked, head, ...statements) => {
    const { text, mentions } = parseMarked(marked);
    const byline = bylineOf(text, { start: 0, end: text.length }, mentions);
    expect(byline && text.slice(0, byline.end)).toBe(head);
    const found = byline?.relations.map(
      ({ head: person, label, tail }) =>
        `${text.slice(person.start, person.end)} | ${label} | ${text.slice(tail.start, tail.end)}`,
    );
    expect(found ?? []).toEqual(statements);
  });

  it('takes time in proportion to its text, however hostile', () => {
    const text = `（${'记者 '.repeat(20_000)}`;
    const started = performance.now();
    bylineOf(text, { start: 0, end: text.length }, []);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
