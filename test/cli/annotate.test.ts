import { beforeAll, describe, expect, it, test } from 'vitest';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { jsonLines, type Run, run, succeed } from './run.ts';

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
const NOISY = `　 标题\r\n返回目录 打印 关闭\r\n\r\n\r\n\u0001  ${BIOCITY}\u2028末行😀`;
const FAULTY = [
  { id: '1', text: BIOCITY },
  '{"id":"2",',
  '',
  { id: '3' },
  { id: '4', text: '' },
  null,
  { id: '5', text: BIOCITY },
];
/** By what is odd about them. */
const TEXTS: [what: string, text: string][] = [
  ['page noise', NOISY],
  ['NUL', `\u0000${BIOCITY}`],
  ['a lone surrogate', `\ud800${BIOCITY}`],
  ['a byte order mark', `\ufeff${BIOCITY}`],
  ['a Unicode line separator', `前文\u2028${BIOCITY}`],
  ['characters of two code units', `😀𠮷${BIOCITY}`],
  ['a carriage return alone', `前文\r${BIOCITY}`],
];
const IDS = Array.from({ length: 30 }, (_, i) => String((i * 17) % 30));
const DOCUMENTS = [
  ...IDS.map((id) => ({ id, text: BIOCITY + id })),
  { id: 'contract', text: BIOCITY },
  { id: 'sentences', text: `${BIOCITY}后文。` },
  { id: 'titled', text: BIOCITY, title: '标题' },
  { id: 'dated', text: BIOCITY, date: '2024-03-18' },
  {
    id: 'signed',
    text: BIOCITY,
    source: '青溪日报',
    authors: ['陆文澜'],
    photographers: ['沈知微'],
  },
  { id: 'noisy', text: NOISY },
];

/** As JSON lines; what is text already is a line as it is. */
const lines = (values: readonly unknown[]) =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');

// One run for many cases, because each loads the lexicon.
let cleaned: Line[];
let raw: Line[];
let faulty: Run;
beforeAll(async () => {
  const odd = TEXTS.map(([id, text]) => ({ id, text }));
  const [first, second, third] = await Promise.all([
    succeed(['annotate', '-'], '.', lines(DOCUMENTS)),
    succeed(['annotate', '-', '--raw'], '.', lines(odd)),
    run(['annotate', '-'], '.', lines(FAULTY)),
  ]);
  cleaned = jsonLines(first.stdout);
  raw = jsonLines(second.stdout);
  faulty = third;
});

const found = (id: string) => cleaned.find((line) => line.id === id)!;

describe('annotating JSON lines', () => {
  test('answers each of them, in their order', () => {
    expect(cleaned.map(({ id }) => id)).toEqual(DOCUMENTS.map(({ id }) => id));
    expect(cleaned.slice(0, 30).map(({ text }) => text)).toEqual(IDS.map((id) => BIOCITY + id));
  });

  test('finds mentions and relations in the form of the contract', () => {
    const { mentions, relations } = found('contract');
    expect(mentions.find(({ text }) => text === '重庆国际生物城')).toEqual({
      start: 0,
      end: 7,
      text: '重庆国际生物城',
      category: expect.toBeOneOf([...CATEGORIES]),
      rule: expect.any(String),
      score: expect.any(Number),
    });
    const starts = mentions.map(({ start }) => start);
    for (const { head, tail, relation, label, status, rule } of relations) {
      expect(starts).toContain(head.start);
      expect(starts).toContain(tail.start);
      expect(RELATION_KINDS).toContain(relation);
      expect(STATUSES).toContain(status);
      expect(label).not.toBe('');
      expect(rule).not.toBe('');
    }
  });

  test('takes the first sentence for a title where none is given', () => {
    expect(found('sentences').title).toBe(BIOCITY);
    expect(found('titled').title).toBe('标题');
  });

  test('keeps the date of a document', () => {
    expect(found('dated')).toHaveProperty('date', '2024-03-18');
    expect(found('titled')).not.toHaveProperty('date');
  });

  test('keeps the source and the people of a document', () => {
    const people = { authors: ['陆文澜'], photographers: ['沈知微'] };
    expect(found('signed')).toMatchObject({ source: '青溪日报', ...people });
  });

  test('with --strict, exits with 1 when a line was skipped', async () => {
    const { status, stdout, stderr } = await run(['annotate', '-', '--strict'], '.', lines(FAULTY));
    expect([status, jsonLines(stdout).length]).toEqual([1, 3]);
    expect(stderr).toContain('3 skipped, and --strict allows none');
  });

  test('reads no files beside them', async () => {
    const { status, stderr } = await run(['annotate', '-', 'data/sample'], '.', '');
    expect([status, stderr]).toEqual([1, 'mailuo: -: holds JSON lines; annotate files apart\n']);
  });

  test('reports a line that is wrong, skips it, and goes on', () => {
    expect(faulty.status).toBe(0);
    expect(jsonLines<Line>(faulty.stdout).map(({ id }) => id)).toEqual(['1', '4', '5']);
    expect(faulty.stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^skipped stdin:2: no valid JSON/),
      expect.stringMatching(/^skipped stdin:4: text: /),
      expect.stringMatching(/^skipped stdin:6: /),
    ]);
  });
});

describe('a text', () => {
  test('is cleaned', () => {
    expect(found('noisy').text).toBe(`标题\n\n${BIOCITY}\n末行😀`);
  });

  it.each(TEXTS)('with %s stays as it is with --raw, so that offsets are its own', (what, text) => {
    const line = raw.find(({ id }) => id === what)!;
    expect(line.text).toBe(text);
    const start = text.indexOf(BIOCITY);
    expect(line.mentions).toContainEqual(
      expect.objectContaining({ start, end: start + 7, text: '重庆国际生物城' }),
    );
  });
});
