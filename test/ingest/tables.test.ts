import { describe, expect, it } from 'vitest';
import { clean } from '../../src/ingest/clean.ts';
import type { Part } from '../../src/ingest/content.ts';
import { READ_DEFAULTS, type ReadOptions } from '../../src/ingest/options.ts';
import { readParts } from '../../src/ingest/readers.ts';

function one(name: string, source: string, options: Partial<ReadOptions> = {}): Promise<Part[]> {
  return readParts(Buffer.from(source), name, { ...READ_DEFAULTS, ...options });
}

async function reasonsOf(...args: Parameters<typeof one>): Promise<string[]> {
  return (await one(...args)).map((part) =>
    'reason' in part ? `${part.name} ${part.reason}` : `${part.name} was read`,
  );
}

describe('tables', () => {
  it.each<[string, string, Partial<ReadOptions>]>([
    ['usual names', 'title,content\n甲,云岭茶业集团。\n', {}],
    ['chosen ones', '甲,乙\n甲,云岭茶业集团。\n', { fields: { text: '乙', title: '甲' } }],
    ['names with spaces and capitals', 'Title,Full Text\n甲,云岭茶业集团。\n', {}],
    ['semicolons', 'title;content\n甲;云岭茶业集团。\n', {}],
    ['tabs', 'title\tcontent\n甲\t云岭茶业集团。\n', {}],
    ['markup in its cells', 'title,content\n甲,<p>云岭茶业&shy;集团<b>。</b></p>\n', {}],
    ['quotes and line ends', '\ufefftitle,content\r\n甲,"云岭茶业集团。"\r\n', {}],
  ])('are read by columns with %s', async (_, source, options) => {
    const [part, ...others] = await one('a.csv', source, options);
    expect(others).toEqual([]);
    expect(part).toMatchObject({ name: '#1', content: { title: '甲' } });
    expect(part && 'content' in part && clean(part.content.text)).toBe('云岭茶业集团。');
  });

  it('keep their first row where it names no columns', async () => {
    const source = '1,云岭茶业集团将在石桥镇新建冷库。\n2,江南大学在白沙乡试种茶叶新品种。\n';
    expect(await one('a.csv', source)).toMatchObject([
      { content: { text: '云岭茶业集团将在石桥镇新建冷库。' } },
      { content: { text: '江南大学在白沙乡试种茶叶新品种。' } },
    ]);
  });

  it.each([
    ['2024-03-19 08:12', '2024-03-19 08:12'],
    ['1710778500', '2024-03-19'],
    ['1710778500000', '2024-03-19'],
  ])('may date a row by a time stamp: %s', async (stamp, date) => {
    const source = JSON.stringify([{ content: '云岭茶业集团。', time: stamp }]);
    expect(await one('a.json', source)).toMatchObject([{ content: { date } }]);
  });

  it('have their text in the column of long cells where no name says so', async () => {
    const source = 'a\tb\n1\t云岭茶业集团在石桥镇新建的冷库开工。\n';
    expect(await one('a.tsv', source)).toMatchObject([
      { content: { text: '云岭茶业集团在石桥镇新建的冷库开工。' } },
    ]);
  });

  it('say which columns there are when a chosen one is not', async () => {
    const reasons = await reasonsOf('a.csv', '甲,乙\n1,2\n', { fields: { text: '丙' } });
    expect(reasons).toEqual([expect.stringMatching(/no column "丙" for --text-field.*甲, 乙/)]);
  });

  it('skip a row without text by itself', async () => {
    expect(await reasonsOf('a.csv', 'title,text\n甲,\n乙,茶。\n')).toEqual([
      '#1 its column "text" is empty',
      '#2 was read',
    ]);
  });

  it.each<[string, string]>([
    ['a list', '[{"text": "茶。"}, {"text": "水。"}]'],
    ['lines', '{"text": "茶。"}\n\n{"text": "水。"}\n'],
    ['a member', '{"count": 2, "articles": [{"text": "茶。"}, {"text": ["水。"]}]}'],
    ['a member of a member', '{"data": {"page": 1, "list": [{"text": "茶。"}, {"text": "水。"}]}}'],
    ['strings', '["茶。", "水。"]'],
  ])('may be JSON objects in %s', async (_, source) => {
    const texts = (await one('a.json', source)).map(
      (part) => 'content' in part && part.content.text,
    );
    expect(texts).toEqual(['茶。', '水。']);
  });

  it('may be one object of JSON, with lists and objects in it', async () => {
    const text = '云岭茶业集团在石桥镇新建冷库。';
    const article = { articleBody: text, tags: [{ name: '茶' }], publisher: { name: '青溪日报' } };
    expect(await one('a.json', JSON.stringify(article))).toMatchObject([
      { content: { text, source: '青溪日报' } },
    ]);
  });

  it('skip a line that is no JSON by itself, and count it', async () => {
    expect(await reasonsOf('a.jsonl', '{"text": "茶。"}\n{"text"\n{"text": "水。"}\n')).toEqual([
      '#1 was read',
      expect.stringMatching(/^#2 the line is no JSON/),
      '#3 was read',
    ]);
  });
});
