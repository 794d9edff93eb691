import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGold, readGold } from '../../src/evaluate/gold.ts';
import { folderWith } from '../ingest/folder.ts';

const ARTICLE = `# [巴南区|place]谈创新
[重庆惠科金渝光电科技有限公司|org]（以下简称“[惠科金渝|org|重庆惠科金渝光电科技有限公司]”）落户[巴南区|place]。

[何友生|person]启动“[百村千塘|program]”。
=
重庆惠科金渝光电科技有限公司 | 落户,位于 | 巴南区
! 何友生|收购|惠科金渝

何友生 | 启动 | 百村千塘
`;

describe('parseGold', () => {
  const gold = parseGold('01.txt', ARTICLE);

  it('takes the marks out of the text and the first line for the title', () => {
    expect(gold).toMatchObject({ id: '01.txt', title: '巴南区谈创新' });
    expect(gold.text).toBe(
      '巴南区谈创新\n重庆惠科金渝光电科技有限公司（以下简称“惠科金渝”）落户巴南区。\n\n何友生启动“百村千塘”。',
    );
  });

  it('gives the marked names with their places, categories and full names', () => {
    const full = '重庆惠科金渝光电科技有限公司';
    expect(gold.mentions.map((m) => [m.text, m.category, m.canonical])).toEqual([
      ['巴南区', 'place', '巴南区'],
      [full, 'organization', full],
      ['惠科金渝', 'organization', full],
      ['巴南区', 'place', '巴南区'],
      ['何友生', 'person', '何友生'],
      ['百村千塘', 'program', '百村千塘'],
    ]);
    for (const { start, end, text } of gold.mentions)
      expect(gold.text.slice(start, end)).toBe(text);
  });

  it('gives the statements with all their predicates, and which the text denies', () => {
    expect(gold.relations).toEqual([
      {
        head: '重庆惠科金渝光电科技有限公司',
        predicates: ['落户', '位于'],
        tail: '巴南区',
        denied: false,
      },
      { head: '何友生', predicates: ['收购'], tail: '惠科金渝', denied: true },
      { head: '何友生', predicates: ['启动'], tail: '百村千塘', denied: false },
    ]);
  });

  it('joins lines that a page broke, and marks the names where they are then', () => {
    const { text, mentions } = parseGold(
      'a',
      '云溪县昨日举行采茶节，来自各地的茶农和云溪县农\n旅发展有限公司的代表[陈立群|person]参加了开幕式，县\n长[何友生|person]介绍了茶园的情况。',
    );
    expect(text).not.toContain('\n');
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['陈立群', '何友生']);
  });

  it('needs no statements', () => {
    expect(parseGold('a', '[巴南区|place]。').relations).toEqual([]);
    expect(parseGold('a', '[巴南区|place]。\n=\n').relations).toEqual([]);
  });

  it('leaves an equals sign within a line, and brackets without a type, in the text', () => {
    expect(parseGold('a', '甲 = 乙[1]\n=\n').text).toBe('甲 = 乙[1]');
  });
});

/** A line of the list of statements, which is the sixth line of the file. */
const BROKEN = ['何友生 | 书记', '何友生任书记', '甲 | 乙 | 丙 | 丁', '甲 || 丙', '! | 收购 | 丙'];

describe('parseGold on a wrong file', () => {
  it.each(BROKEN)('says where the line is: %s', (line) => {
    const source = `# 题\n\n文。\n=\n甲 | 乙 | 丙\n${line}\n丙 | 乙 | 甲\n`;
    expect(() => parseGold('a.txt', source)).toThrow(
      expect.objectContaining({
        code: 'INVALID_FILE',
        message: `a.txt:6: expected "head | predicate | tail": ${line}`,
      }),
    );
  });

  it('says which type is unknown, and where it is', () => {
    expect(() => parseGold('a.txt', '[巴南区|place]谈[智翔金泰|company]')).toThrow(
      expect.objectContaining({
        code: 'INVALID_FILE',
        message: expect.stringMatching(/^a\.txt.*"company".*\[智翔金泰\|company\]/),
      }),
    );
  });
});

describe('readGold', () => {
  it('reads the articles of a folder in the order of their names', async () => {
    const folder = folderWith({ 'b.txt': '# 乙', 'a.txt': '# 甲', 'notes.md': '# 丙' });
    const titles = (await readGold(folder)).map(({ id, title }) => [id, title]);
    expect(titles).toEqual([
      ['a.txt', '甲'],
      ['b.txt', '乙'],
    ]);
  });

  it('reads one article', async () => {
    const folder = folderWith({ 'b.txt': '# 乙', 'a.txt': '# 甲' });
    const [only, ...rest] = await readGold(path.join(folder, 'b.txt'));
    expect([only!.id, only!.title, rest]).toEqual(['b.txt', '乙', []]);
  });

  it('says when a folder has no articles', async () => {
    const folder = folderWith({ 'notes.md': '' });
    await expect(readGold(folder)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining(folder),
    });
  });
});
