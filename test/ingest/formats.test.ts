import { describe, expect, it } from 'vitest';
import { clean } from '../../src/ingest/clean.ts';
import type { Content } from '../../src/ingest/content.ts';
import { EXTENSIONS } from '../../src/ingest/kind.ts';
import { READ_DEFAULTS } from '../../src/ingest/options.ts';
import { readParts } from '../../src/ingest/readers.ts';

/** What a file of this extension holds, cleaned as on reading. */
async function read(extension: string, source: string): Promise<Content> {
  const name = extension === '' ? 'a' : `a.${extension}`;
  const [part] = await readParts(Buffer.from(source), name, READ_DEFAULTS);
  if (!part || 'reason' in part) throw new Error(part?.reason);
  return { ...part.content, text: clean(part.content.text) };
}

/** The non-blank lines. */
const lines = (text: string) => text.split('\n').filter((line) => line !== '');

const MARKDOWN: [title: string, source: string, lines: string[]][] = [
  ['headings', '# 巴南区\n\n## 创新\n正文。', ['巴南区', '创新', '正文。']],
  ['underlined headings', '巴南区\n===\n\n正文。', ['巴南区', '正文。']],
  ['lists, one item a line', '- 甲\n- 乙\n  1. 丙\n  2. 丁', ['甲', '乙', '丙', '丁']],
  [
    'links to their words',
    '落户[重庆国际生物城](03-biocity.txt "园区")。',
    ['落户重庆国际生物城。'],
  ],
  [
    'bold and italics to plain words',
    '**智翔金泰**位于*重庆*，~~不~~`在`巴南。',
    ['智翔金泰位于重庆，不在巴南。'],
  ],
  ['quotations', '> 何友生说。\n> 又说。', ['何友生说。', '又说。']],
  [
    'tables, row by row',
    '| 企业 | 地点 |\n|---|---|\n| 京东 | 巴南区 |',
    ['企业 地点', '京东 巴南区'],
  ],
  ['no words for pictures', '前。\n\n![图片](a.png)\n\n后。', ['前。', '后。']],
  ['escaped marks and entities', '1 \\* 2，甲&amp;乙，1<2', ['1 * 2，甲&乙，1<2']],
];

describe('Markdown', () => {
  it.each(MARKDOWN)('gives %s', async (_, source, expected) => {
    expect(lines((await read('md', source)).text)).toEqual(expected);
  });

  it.each([
    ['# 巴南区 **发布会**\n\n正文。', '巴南区 发布会'],
    ['前言。\n\n# 第一\n\n# 第二', '第一'],
    ['没有标题。', undefined],
    ['## 只有二级标题\n\n正文。', undefined],
  ])('takes the title of %j from its first heading: %s', async (source, title) => {
    expect((await read('markdown', source)).title).toBe(title);
  });
});

const ARTICLE =
  '全国第一个“企业硬科技培育基地”落户重庆数智产业园，这块牌子来自工信部，科技企业可以在这里加快攻关，把成果变成产品，并争取到科创板上市。';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const HTML: [title: string, source: string, lines: string[]][] = [
  ['one paragraph a line', page('<p>甲。</p><p>乙。</p>'), ['甲。', '乙。']],
  [
    'no line break within words that differ in looks',
    page('<p>重庆<b>国际</b><a href="x">生物城</a></p>'),
    ['重庆国际生物城'],
  ],
  ['a line break for <br>', page('<p>甲<br>乙<br/>丙</p>'), ['甲', '乙', '丙']],
  [
    'list items and table rows on lines of their own',
    page('<ul><li>甲</li><li>乙</li></ul><table><tr><td>丙</td></tr><tr><td>丁</td></tr></table>'),
    ['甲', '乙', '丙', '丁'],
  ],
  [
    'entities decoded',
    page('<p>甲&amp;乙&nbsp;&lt;丙&gt;&#22823;&#x5b66;&mdash;&ldquo;丁&rdquo;</p>'),
    ['甲&乙\u00a0<丙>大学—“丁”'],
  ],
  ['no menu', page(`<nav><a>首页推荐</a><a>联系我们</a></nav><p>${ARTICLE}</p>`), [ARTICLE]],
  [
    'no script',
    page(`<script>var 坏 = "<p>坏</p>";</script><p>${ARTICLE}</p><script>坏()</script>`),
    [ARTICLE],
  ],
  ['no style', page(`<p>${ARTICLE}</p>`, '<style>p::before{content:"坏"}</style>'), [ARTICLE]],
  [
    'no text for browsers without scripts',
    page(`<noscript>请开启脚本</noscript><template>坏</template><p>${ARTICLE}</p>`),
    [ARTICLE],
  ],
  ['no comments', page(`<!-- 坏 --><p>${ARTICLE}</p>`), [ARTICLE]],
  [
    'no control that is called one in words',
    page(`<p>${ARTICLE}</p><p><a>上一版</a> <a>下一版</a></p><p>放大 缩小 默认</p>`),
    [ARTICLE],
  ],
];

describe('HTML', () => {
  it.each(HTML)('gives %s', async (_, source, expected) => {
    expect(lines((await read('html', source)).text)).toEqual(expected);
  });

  it('keeps a headline that only the text has in common with it, and not the name of the site', async () => {
    const page = (heading: string) =>
      `<html><head><title>青溪日报</title></head><body><h1>${heading}</h1><div><p>${ARTICLE}</p><p>${ARTICLE}</p></div></body></html>`;
    const headline = `${ARTICLE.slice(0, 6)}有新进展`;
    expect((await read('html', page(headline))).text.startsWith(headline)).toBe(true);
    expect((await read('html', page('青溪融媒体电子版'))).text.startsWith(ARTICLE)).toBe(true);
  });

  it('takes the title from the head, decoded, and keeps it out of the text', async () => {
    const { title, text } = await read(
      'htm',
      page(`<p>${ARTICLE}</p>`, '<title>京东 &amp; 顺丰</title>'),
    );
    expect(title).toBe('京东 & 顺丰');
    expect(text).toBe(ARTICLE);
  });

  it('drops menu and footer of a newspaper page and keeps the article whole', async () => {
    const paragraphs = Array.from({ length: 5 }, (_, i) => `第${i + 1}段：${ARTICLE}`);
    const { text } = await read(
      'html',
      page(
        `<header><nav><a>首页</a> | <a>上一版</a></nav></header>
         <main><article><h1>一块屏</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('\n')}</article></main>
         <footer><p>脉络示例报 版权所有 © 2024</p></footer>`,
        '<title>一块屏</title>',
      ),
    );
    expect(lines(text).filter((line) => line !== '一块屏')).toEqual(paragraphs);
  });

  it('is found by its beginning where the extension says nothing', async () => {
    expect((await read('', `\n${page('<p>甲。</p>')}`)).text).toBe('甲。');
    expect((await read('', '<p>甲。</p>')).text).toBe('<p>甲。</p>');
  });
});

describe('EXTENSIONS', () => {
  it('names what can be read', () => {
    expect(EXTENSIONS).toEqual(expect.arrayContaining(['txt', 'md', 'markdown', 'html', 'htm']));
  });
});
