import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createTar } from 'nanotar';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/ingest/clean.ts';
import type { Part } from '../../src/ingest/content.ts';
import { EXTENSIONS } from '../../src/ingest/kind.ts';
import { READ_DEFAULTS, type ReadOptions } from '../../src/ingest/options.ts';
import { readParts } from '../../src/ingest/readers.ts';
import { encode } from './encode.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

function fixture(name: string): Uint8Array {
  return readFileSync(path.join(FIXTURES, name));
}

function read(
  name: string,
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<Part[]> {
  return readParts(Buffer.from(content), name, { ...READ_DEFAULTS, ...options });
}

/** The lines of the only document of a file. */
async function linesOf(name: string): Promise<string[]> {
  const [part, ...others] = await read(name, fixture(name));
  expect(others).toEqual([]);
  if (!part || 'reason' in part) throw new Error(part?.reason ?? 'nothing');
  return part.content.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

async function reasonsOf(...args: Parameters<typeof read>): Promise<string[]> {
  return (await read(...args)).map((part) =>
    'reason' in part ? `${part.name} ${part.reason}` : `${part.name} was read`,
  );
}

/** What source/report.html says, in the paragraphs that each format keeps. */
const REPORT = [
  '青溪县茶产业报告',
  '青溪县农业农村局局长陆文澜介绍，全县现有茶园十二万亩，去年干茶产量达到八千六百吨，茶农人均增收两千三百元，云岭茶业集团、青溪供销合作社等十四家企业参与收购和加工。',
  '加工能力',
  '云岭茶业集团位于青溪县石桥镇，集团董事长何远洲说，新建成的两条自动化生产线已经投产，每天可以加工鲜叶六十吨，比老厂房提高了将近一倍，产品销往上海、广州和兰州等地。',
  '石桥镇：茶园四万亩',
  '白沙乡：茶园三万亩',
  '企业 所在地',
  '云岭茶业集团 石桥镇',
  '青溪供销合作社 白沙乡',
  '下一步，青溪县将与江南大学共建茶叶品质研究中心，力争三年内培育五家省级龙头企业。',
];

const ROWS = [
  {
    name: '#1',
    content: {
      title: '石桥镇新建冷库',
      date: '2024-03-20',
      source: '青溪日报',
      text: '云岭茶业集团在石桥镇新建的冷库二十日开工。',
    },
  },
  {
    name: '#2',
    content: {
      title: '白沙乡试种新品种',
      date: '2024-03-21',
      source: '青溪日报',
      text: '江南大学茶叶研究所在白沙乡试种“青溪一号”，面积两百亩。',
    },
  },
];

describe('files that real programs wrote', () => {
  it.each(['report.docx', 'report.epub', 'report.pdf', 'report-gb18030.html'])(
    '%s has the paragraphs',
    async (name) => {
      expect(await linesOf(name)).toEqual(
        // LibreOffice sets the cells of the last row so near to each other that no space shows.
        REPORT.map((line) =>
          name === 'report.pdf' && line === '青溪供销合作社 白沙乡' ? '青溪供销合作社白沙乡' : line,
        ),
      );
    },
  );

  it('a PDF from a browser is read column by column, without what the browser prints around it', async () => {
    const [part] = await read('newspaper.pdf', fixture('newspaper.pdf'));
    expect(part).toMatchObject({
      content: {
        title: '青溪县举行春茶开采仪式',
        text: [
          '青溪日报',
          '青溪县举行春茶开采仪式',
          '三月十八日，青溪县春茶开采仪式在石桥镇举行，来自省内外的客商和茶农代表三百多人参加了活动。青溪县县长陆文澜在致辞中介绍，今年全县春茶产量预计达到三千二百吨，比去年增加一成。',
          '云岭茶业集团董事长何远洲表示，集团将在石桥镇新建一座冷库，并与青溪供销合作社签订长期收购协议，保证鲜叶当天采摘、当天加工。目前两条自动化生产线已经完成检修，每天可以加工鲜叶六十吨。',
          '江南大学茶叶研究所所长沈知微带领团队在现场展示了新选育的品种“青溪一号”。据介绍，这一品种比当地老品种早熟七天，亩产提高百分之十五，已经在白沙乡试种了两百亩，计划明年在全县推广。',
          '仪式结束后，客商们走进石桥镇的茶园，与茶农面对面洽谈。兰州客商马成林当场订下十吨春茶，他说，青溪的茶叶香气高、耐冲泡，在西北市场很受欢迎，今后还打算在兰州开设专卖店。',
        ].join('\n'),
        dropped: [
          { rule: 'print-header' },
          { rule: 'print-header', line: 'http://127.0.0.1:8731/newspaper.html' },
          { rule: 'page-number', line: '1/1' },
        ],
      },
    });
  });

  it('a text in Big5 is read as it was written', async () => {
    const source = readFileSync(path.join(FIXTURES, 'source/traditional.txt'), 'utf8');
    expect(await linesOf('traditional-big5.txt')).toEqual(source.trim().split('\n'));
  });

  it('a mail has its text and the documents that are attached', async () => {
    const parts = await read('report.eml', fixture('report.eml'));
    expect(parts[0]).toMatchObject({
      content: { title: '青溪县茶产业报告', date: '2024-03-19' },
    });
    // The page, which holds more than the plain text that points to it.
    const [mail] = parts;
    const text = mail && 'content' in mail ? clean(mail.content.text) : '';
    expect(text.split(/\n+/)).toEqual(REPORT);
    expect(parts.slice(1)).toEqual(ROWS.map((row) => ({ ...row, name: `/文章.csv${row.name}` })));
  });

  it('a spreadsheet is one document a row', async () => {
    expect(await read('articles.xlsx', fixture('articles.xlsx'))).toEqual(ROWS);
  });

  it.each(['archive.zip', 'archive.tar.gz'])(
    '%s gives the documents of its files',
    async (name) => {
      const parts = await read(name, fixture(name));
      expect(parts.slice(0, 2)).toEqual(
        ROWS.map((row) => ({ ...row, name: `/articles.csv${row.name}` })),
      );
      expect(parts.map((part) => part.name)).toContain('/report.html');
    },
  );
});

const BROKEN: [what: string, name: string, bytes: () => Uint8Array, reason: RegExp][] = [
  ['a scanned PDF', 'a.pdf', () => fixture('scanned.pdf'), /pictures.*OCR/],
  ['an encrypted PDF', 'a.pdf', () => fixture('encrypted.pdf'), /encrypted.*password/],
  ['an encrypted Word file', 'a.docx', () => fixture('encrypted.docx'), /encrypted.*password/],
  ['an encrypted archive', 'a.zip', () => fixture('encrypted.zip'), /encrypted.*password/],
  ['a PDF cut short', 'a.pdf', () => fixture('report.pdf').subarray(0, 900), /broken|pictures/],
  [
    'a DOCX cut short',
    'a.docx',
    () => fixture('report.docx').subarray(0, 3000),
    /broken|cut short/,
  ],
  ['an EPUB cut short', 'a.epub', () => fixture('report.epub').subarray(0, 1500), /broken/],
  [
    'a spreadsheet cut short',
    'a.xlsx',
    () => fixture('articles.xlsx').subarray(0, 2000),
    /cut short|broken/,
  ],
  ['a ZIP cut short', 'a.zip', () => fixture('archive.zip').subarray(0, 2000), /archive is broken/],
  [
    'a gzip file cut short',
    'a.gz',
    () => fixture('archive.tar.gz').subarray(0, 500),
    /archive is broken/,
  ],
  ['0 bytes', 'a.pdf', () => new Uint8Array(), /0 bytes/],
  ['text that is called PDF', 'a.pdf', () => Buffer.from('巴南区'), /called \.pdf, but/],
  [
    'an old Word file',
    'a.doc',
    () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
    /save it as \.docx/,
  ],
  [
    'an old Word file that is called new',
    'a.docx',
    () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
    /old Office file.*save it as \.docx/,
  ],
  [
    'Markdown in which quotations lie in each other without end',
    'a.md',
    () => Buffer.from('> '.repeat(20_000)),
    /^ its parts lie too deep in each other/,
  ],
  [
    'a picture',
    'a.png',
    () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /image\/png/,
  ],
];

/** Extensions that have the reader of another one. */
const ALIASES = new Set('text markdown htm xhtml shtml tab ndjson mht mhtml tgz'.split(' '));

describe('broken files', () => {
  it.each(BROKEN)('of the kind %s are reasons', async (_, name, bytes, reason) => {
    expect(await reasonsOf(name, bytes())).toEqual([expect.stringMatching(reason)]);
  });

  it.each([...new Set(EXTENSIONS)].filter((extension) => !ALIASES.has(extension)))(
    'that are random bytes called .%s end nothing',
    async (extension) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
          for (const part of await read(`a.${extension}`, bytes)) {
            expect('reason' in part ? part.reason : part.content.text).toBeTypeOf('string');
          }
        }),
        { seed: 1, numRuns: 30 },
      );
    },
  );

  it.each([
    'report.pdf',
    'report.docx',
    'articles.xlsx',
    'report.epub',
    'report.eml',
    'archive.zip',
    'archive.tar.gz',
  ])('that are %s with some bytes changed end nothing', async (name) => {
    const original = fixture(name);
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Uint8Array.from(original);
        for (const [place, value] of changes) bytes[place] = value;
        for (const part of await read(name, bytes)) {
          expect('reason' in part ? part.reason : part.content.text).toBeTypeOf('string');
        }
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});

describe('what a file is', () => {
  it.each([
    ['report.docx', 'a.txt'],
    ['report.docx', 'a.pdf'],
    ['report.pdf', 'a.txt'],
    ['report.pdf', 'a'],
    ['articles.xlsx', 'a.docx'],
  ])('is seen by its content: %s called %s', async (file, name) => {
    expect(await read(name, fixture(file))).toEqual(await read(file, fixture(file)));
  });

  it.each<[string, string, string]>([
    ['a page', 'a.txt', '<!DOCTYPE html><html><body><p>云岭茶业集团。</p></body></html>'],
    ['lines of JSON', 'stdin', '{"text": "云岭茶业集团。"}\n'],
    ['a table', 'stdin', '标题\t正文\n甲\t云岭茶业集团。\n'],
    ['a table', 'a.txt', 'title,content\n甲,云岭茶业集团。\n'],
    [
      'a mail',
      'a.txt',
      'From: a@example.org\nDate: Mon, 18 Mar 2024 08:00:00 +0800\nSubject: x\n\n云岭茶业集团。',
    ],
  ])('is seen by its text: %s called %s', async (_, name, source) => {
    const [part] = await read(name, source);
    expect(part).toMatchObject({
      content: { text: expect.stringMatching(/^\s*云岭茶业集团。\s*$/) },
    });
  });

  it('is text when it only begins like something else', async () => {
    for (const source of ['[1] 云岭茶业集团。', '{甲}', 'Date: 三月', '< html']) {
      expect(await read('a', source)).toMatchObject([{ content: { text: source } }]);
    }
  });
});

describe('mail', () => {
  const MAIL = `From: =?utf-8?B?6ZmG5paH5r6c?= <lu@example.org>
To: he@example.org
Date: Mon, 18 Mar 2024 08:00:00 +0800
Subject: =?utf-8?B?5pil6Iy2?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

云岭茶业集团。
--x
Content-Type: text/csv; name="a.csv"
Content-Disposition: attachment; filename="a.csv"
Content-Transfer-Encoding: 8bit

title,text
甲,石桥镇。
--x--
`;

  it('gives its text with subject, date and sender, and the files attached to it', async () => {
    expect(await read('a.eml', MAIL)).toEqual([
      {
        name: '',
        content: {
          title: '春茶',
          date: '2024-03-18',
          authors: ['陆文澜'],
          text: expect.stringContaining('云岭茶业集团。'),
        },
      },
      { name: '/a.csv#1', content: { title: '甲', text: '石桥镇。' } },
    ]);
  });

  it('is of the day where it was written', async () => {
    const early = MAIL.replace('08:00:00', '07:59:00');
    expect(await read('a.eml', early)).toMatchObject([{ content: { date: '2024-03-18' } }, {}]);
  });
});

/** A TAR archive in so many others. */
function nested(depth: number): Uint8Array {
  let bytes: Uint8Array = Buffer.from('云岭茶业集团。');
  let name = 'a.txt';
  for (let i = 0; i < depth; i++) {
    bytes = gzipSync(createTar([{ name, data: bytes }]));
    name = `${i}.tgz`;
  }
  return bytes;
}

describe('limits', () => {
  it('stop an archive that unpacks to too much, whatever its directory says', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(await reasonsOf('a.gz', bomb, { maxExpandedBytes: 1_000_000 })).toEqual([
      expect.stringMatching(/limit of 1000000 bytes.*--max-expanded-bytes/),
    ]);
    expect(await reasonsOf('a.docx', fixture('report.docx'), { maxExpandedBytes: 5000 })).toEqual([
      expect.stringMatching(/--max-expanded-bytes/),
    ]);
  });

  it('stop bombs that are divided among archives in an archive', async () => {
    const inner = gzipSync(Buffer.alloc(600_000));
    const outer = createTar([1, 2].map((i) => ({ name: `${i}.gz`, data: inner })));
    const reasons = await reasonsOf('a.tar', outer, { maxExpandedBytes: 1_000_000 });
    expect(reasons[1]).toMatch(/--max-expanded-bytes/);
  });

  it('stop archives in archives', async () => {
    expect(await reasonsOf('a.tgz', nested(2))).toEqual(['/0.tgz/a.txt was read']);
    expect(await reasonsOf('a.tgz', nested(3))).toEqual([
      expect.stringMatching(/deeper than the limit of 2.*--max-nesting/),
    ]);
    expect(await reasonsOf('a.tgz', nested(3), { maxNesting: 3 })).toEqual([
      '/1.tgz/0.tgz/a.txt was read',
    ]);
  });

  it('stop long PDFs and large tables', async () => {
    expect(await reasonsOf('a.pdf', fixture('report.pdf'), { maxPages: 0 })).toEqual([
      expect.stringMatching(/1 pages.*limit of 0.*--max-pages/),
    ]);
    for (const name of ['articles.xlsx', 'source/articles.csv']) {
      expect(await reasonsOf(name, fixture(name), { maxCells: 5 })).toEqual([
        expect.stringMatching(/limit of 5 cells.*--max-cells/),
      ]);
    }
  });
});

describe('archives', () => {
  it('have names that are never paths, and no hidden files', async () => {
    const files = ['../../etc/a.txt', '.hidden.txt', '__MACOSX/b.txt', 'c\\d.txt'];
    const tar = createTar(files.map((name) => ({ name, data: '云岭茶业集团。' })));
    expect((await read('a.tar', tar)).map((part) => part.name)).toEqual(['/c/d.txt', '/etc/a.txt']);
  });

  it('skip what cannot be read and go on', async () => {
    const tar = createTar([
      { name: 'a.txt', data: '云岭茶业集团。' },
      { name: 'b.bin', data: Buffer.from([0, 1, 2]) },
      { name: 'c.txt', data: encode('石桥镇。', 'gb18030') },
    ]);
    expect(await reasonsOf('a.tar', tar)).toEqual([
      '/a.txt was read',
      expect.stringMatching(/^\/b\.bin .*binary/),
      '/c.txt was read',
    ]);
  });
});
