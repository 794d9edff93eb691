import { beforeAll, describe, expect, it, test } from 'vitest';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { jsonLines, run, succeed } from './run.ts';

interface Line {
  id: string;
  title: string;
  text: string;
  mentions: { start: number; end: number; text: string; category: string; score: number }[];
  relations: {
    head: { start: number };
    tail: { start: number };
    relation: string;
    label: string;
    status: string;
    rule: string;
  }[];
}

const BIOCITY = '重庆国际生物城位于巴南区。';
const asLines = (documents: readonly object[]) =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('');

async function annotate(input: string, ...options: string[]): Promise<Line[]> {
  return jsonLines((await succeed(['annotate', '-', ...options], '.', input)).stdout);
}

describe('annotating JSON lines', () => {
  test('answers in their order', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => String((i * 17) % 30));
    const found = await annotate(asLines(ids.map((id) => ({ id, text: BIOCITY + id }))));
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(found.map(({ text }) => text)).toEqual(ids.map((id) => BIOCITY + id));
  });

  test('finds mentions and relations in the form of the contract', async () => {
    const [found] = await annotate(asLines([{ id: '1', text: BIOCITY }]));
    const biocity = found!.mentions.find(({ text }) => text === '重庆国际生物城');
    expect(biocity).toEqual({
      start: 0,
      end: 7,
      text: '重庆国际生物城',
      category: expect.toBeOneOf([...CATEGORIES]),
      rule: expect.any(String),
      score: expect.any(Number),
    });
    const starts = found!.mentions.map(({ start }) => start);
    for (const { head, tail, relation, label, status, rule } of found!.relations) {
      expect(starts).toContain(head.start);
      expect(starts).toContain(tail.start);
      expect(RELATION_KINDS).toContain(relation);
      expect(STATUSES).toContain(status);
      expect(label).not.toBe('');
      expect(rule).not.toBe('');
    }
  });

  test('takes the first sentence for a title where none is given', async () => {
    const documents = [
      { id: '1', text: `${BIOCITY}后文。` },
      { id: '2', text: BIOCITY, title: '标题' },
    ];
    const found = await annotate(asLines(documents));
    expect(found.map(({ title }) => title)).toEqual([BIOCITY, '标题']);
  });

  test('reports a line that is wrong, skips it, and goes on', async () => {
    const input = `${asLines([{ id: '1', text: BIOCITY }])}{"id":"2",\n\n{"id":"3"}\n${asLines([{ id: '4', text: '' }])}null\n${asLines([{ id: '5', text: BIOCITY }])}`;
    const { status, stdout, stderr } = await run(['annotate', '-'], '.', input);
    expect(status).toBe(0);
    expect(jsonLines<Line>(stdout).map(({ id }) => id)).toEqual(['1', '4', '5']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^skipped stdin:2: no valid JSON/),
      expect.stringMatching(/^skipped stdin:4: text: /),
      expect.stringMatching(/^skipped stdin:6: /),
    ]);
  });

  test('of nothing prints nothing', async () => {
    expect(await annotate('')).toEqual([]);
  });
});

describe('a text', () => {
  const NOISY = `　 标题\r\n返回目录 打印 关闭\r\n\r\n\r\n\u0001  ${BIOCITY}\u2028末行😀`;

  test('is cleaned', async () => {
    const [found] = await annotate(asLines([{ id: '1', text: NOISY }]));
    expect(found!.text).toBe(`标题\n\n${BIOCITY}\n末行😀`);
  });

  const TEXTS: [what: string, text: string][] = [
    ['page noise', NOISY],
    ['NUL', `\u0000${BIOCITY}`],
    ['a lone surrogate', `\ud800${BIOCITY}`],
    ['a byte order mark', `\ufeff${BIOCITY}`],
    ['a Unicode line separator', `前文\u2028${BIOCITY}`],
    ['characters of two code units', `😀𠮷${BIOCITY}`],
    ['a carriage return alone', `前文\r${BIOCITY}`],
  ];
  let raw: Line[];
  beforeAll(async () => {
    // JSON allows line separators to stand as they are, and not every program escapes them.
    raw = await annotate(asLines(TEXTS.map(([id, text]) => ({ id, text }))), '--raw');
  });

  it.each(TEXTS)('with %s stays as it is with --raw, so that offsets are its own', (what, text) => {
    const found = raw.find(({ id }) => id === what)!;
    expect(found.text).toBe(text);
    const start = text.indexOf(BIOCITY);
    expect(found.mentions).toContainEqual(
      expect.objectContaining({ start, end: start + 7, text: '重庆国际生物城' }),
    );
  });
});
