import { describe, expect, it } from 'vitest';
import { dateIn } from '../../src/ingest/date.ts';
import { toDocuments } from '../../src/ingest/document.ts';

/** The facts of a page with this text. */
function factsOf(text: string, given: Record<string, string> = {}) {
  const [result] = toDocuments('a', { text, ...given });
  if (!result || 'reason' in result) throw new Error(result?.reason);
  const { id: _, text: _text, title: _title, ...facts } = result.document;
  return facts;
}

const BODY = '青溪县县长陆文澜介绍，今年茶叶增产一成。';

const FACTS: [text: string, facts: object][] = [
  ['2024 年 07 月 04 日 星期四 放大 缩小 默认', { date: '2024-07-04' }],
  ['青溪日报\n上一版 下一版\n2024年7月4日', { date: '2024-07-04', source: '青溪日报' }],
  ['来源：青溪日报 发布时间：2024-03-19 08:12', { date: '2024-03-19', source: '青溪日报' }],
  ['二〇二四年三月十九日', { date: '2024-03-19' }],
  [
    `新华社兰州2024年7月4日电（记者 何远洲）${BODY}`,
    { date: '2024-07-04', source: '新华社', authors: ['何远洲'] },
  ],
  [`新华社兰州7月4日电 ${BODY}`, { source: '新华社' }],
  [`本报讯（记者 何远洲 通讯员 沈知微）${BODY}`, { authors: ['何远洲', '沈知微'] }],
  ['□新青溪-青溪日报首席记者 何远洲', { source: '青溪日报', authors: ['何远洲'] }],
  ['本报记者 何远洲 沈 微', { authors: ['何远洲', '沈微'] }],
  ['作者：何远洲', { authors: ['何远洲'] }],
  ['茶农正在采茶。记者 崔 力 摄/视觉青溪', { photographers: ['崔力'] }],
  ['茶农正在采茶。通讯员 李攀 张锦 摄', { photographers: ['李攀', '张锦'] }],
];

const NO_FACTS = [
  '2024年7月4日，青溪县举行采茶节。',
  '2024年2月31日',
  '记者看到，茶农正在采茶。',
  '何远洲摄下了这一幕。',
  '茶叶的主要来源：石桥镇和白沙乡的茶园。',
];

describe('the facts of a document', () => {
  it.each(FACTS)('are read from %s', (line, facts) => {
    expect(factsOf(`青溪春茶增产\n${line}\n${BODY}`)).toEqual(facts);
  });

  it.each(NO_FACTS)('are not read from %s', (line) => {
    expect(factsOf(`青溪春茶增产\n${line}\n${BODY}`)).toEqual({});
  });

  it('are those that the format states first, in ISO 8601', () => {
    const facts = factsOf(`2024年7月4日 星期四\n${BODY}`, {
      date: '2023/1/5 08:00',
      source: '青溪网',
    });
    expect(facts).toEqual({ date: '2023-01-05', source: '青溪网' });
  });

  it('leave out a stated date that is none', () => {
    expect(factsOf(BODY, { date: '昨天' })).toEqual({});
  });
});

describe('dateIn', () => {
  it.each([
    ['2024-07-04T08:00:00+08:00', '2024-07-04'],
    ['2024.7.4', '2024-07-04'],
    ['20240704', '2024-07-04'],
    ['2024年7月', '2024-07'],
    ['2024年', '2024'],
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['二○二四年十月二十日', '2024-10-20'],
    ['2024-02-30', undefined],
    ['2024-13-01', undefined],
    ['编号20240704123', undefined],
    ['', undefined],
  ])('of %s is %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });
});

describe('a page with several articles', () => {
  const page = [
    '青溪春茶增产',
    '',
    '□青溪日报记者 何远洲',
    '',
    BODY,
    '茶农正在采茶。记者 崔力 摄',
    '',
    '石桥镇新建冷库',
    '',
    '□青溪日报记者 沈知微',
    '',
    '云岭茶业集团在石桥镇新建的冷库二十日开工。',
  ].join('\n');

  it('is divided where a line names the author of each, with the headings above it', () => {
    const documents = toDocuments('a.txt', { text: `2024年7月4日 星期四\n${page}` });
    expect(documents).toMatchObject([
      {
        document: {
          id: 'a.txt#1',
          title: '青溪春茶增产',
          date: '2024-07-04',
          authors: ['何远洲'],
          photographers: ['崔力'],
        },
      },
      {
        document: {
          id: 'a.txt#2',
          title: '石桥镇新建冷库',
          date: '2024-07-04',
          authors: ['沈知微'],
          text: expect.stringMatching(/^石桥镇新建冷库\n\n□[\s\S]*开工。$/),
        },
      },
    ]);
  });

  it('stays whole where only one author is named', () => {
    expect(
      toDocuments('a.txt', { text: page.replaceAll('□青溪日报记者 沈知微', '') }),
    ).toHaveLength(1);
  });

  it('loses nothing', () => {
    const parts = toDocuments('a.txt', { text: page }).map((part) =>
      'document' in part ? part.document.text : '',
    );
    expect(parts.join('\n\n').replaceAll(/\s/g, '')).toBe(page.replaceAll(/\s/g, ''));
  });
});
