import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, noiseRule, replaceControls } from '../../src/ingest/clean.ts';
import { strangeText } from './strangeText.ts';

const NOISE = [
  '上一版 下一版',
  '上一版　下一版　返回目录',
  '上一篇 | 下一篇',
  '· 上一页 1 2 3 下一页 ·',
  '放大 缩小 默认',
  '【放大】【缩小】【默认】',
  '字号：放大 缩小',
  '首页 > 版面导航 > 标题导航',
  '分享到： 微信 微博',
  '2024年07月04日 星期四 上一版 下一版',
  '第04版:区县 2024年7月4日 星期四 返回目录',
  '第03版：要闻',
  'A05版',
  '版权所有 重庆日报社',
  '重庆日报版权所有 未经书面授权 不得转载',
  'Copyright © 2024 脉络示例报 All Rights Reserved',
  '渝ICP备12345678号-1',
  '渝公网安备 50010302000123号',
  '地址：重庆市渝北区同茂大道416号 邮编：401120',
];

const TEXT = [
  '上一版规划由市规划局编制，下一版规划将于年底公布。',
  '当日，会议提出放大枢纽优势、扩大开放。',
  '智翔金泰把中试放大放在上海，把产业化留在重庆。',
  '默认，还是否认？何友生没有回答。',
  '市民可在首页登录，注册后领取更多优惠。',
  '何友生在微博分享了更多细节。',
  '更多市民走进重庆图书馆。',
  '首页推荐：巴南区举办文化节',
  '分享会在重庆图书馆举行',
  '地址：何友生的家乡在巴南区。',
  '2024年7月3日',
  '收藏家何友生',
  '何友生',
  '。',
];

describe('noiseRule', () => {
  it.each(NOISE)('drops the line %s', (line) => {
    expect(noiseRule(line)).toBeDefined();
    expect(clean(`何友生介绍。\n  ${line}\t\r\n巴南区。`)).toBe('何友生介绍。\n巴南区。');
  });

  it.each(TEXT)('keeps the line %s', (line) => {
    expect(noiseRule(line)).toBeUndefined();
    expect(clean(line)).toBe(line);
  });

  it('says by which rule a line is dropped', () => {
    expect(noiseRule('第03版：要闻')).toBe('page-number');
    expect(noiseRule('放大 缩小 默认')).toBe('page-control');
    expect(noiseRule('版权所有 重庆日报社')).toBe('copyright');
  });
});

const CLEANED: [title: string, source: string, text: string][] = [
  ['ends lines with \\n, whoever wrote them', '甲\r\n乙\r丙\u2028丁\u2029戊', '甲\n乙\n丙\n丁\n戊'],
  ['takes a byte order mark for nothing', '\ufeff巴南区', '巴南区'],
  ['puts spaces for control characters', '何\0友\x1b生\u0085介\x7f绍\t了', '何 友 生 介 绍 了'],
  ['puts U+FFFD for half a surrogate pair', '何\ud800友\udc00生', '何\ufffd友\ufffd生'],
  ['keeps whole surrogate pairs', '😀𠮷', '😀𠮷'],
  ['strips both ends of each line', '　　何友生介绍。  \n\t巴南区。', '何友生介绍。\n巴南区。'],
  ['keeps one blank line between paragraphs', '甲\n \n\n\n乙\n\n丙\n丁', '甲\n\n乙\n\n丙\n丁'],
  ['drops blank lines at both ends', '\n\n　\n甲\n\n', '甲'],
  ['leaves no gap where noise stood between blank lines', '甲\n\n上一版\n\n乙', '甲\n\n乙'],
  [
    'leaves brackets, quotes and full-width forms alone',
    '“Ａ”（以下简称Ｂ）·１',
    '“Ａ”（以下简称Ｂ）·１',
  ],
];

describe('clean', () => {
  it.each(CLEANED)('%s', (_, source, text) => {
    expect(clean(source)).toBe(text);
  });

  it('leaves clean text as it is', () => {
    fc.assert(
      fc.property(strangeText, (source) => {
        expect(clean(clean(source))).toBe(clean(source));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('leaves nothing that breaks XML, and no line end but \\n', () => {
    fc.assert(
      fc.property(strangeText, (source) => {
        expect(clean(source)).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff]/u);
        expect(clean(source).isWellFormed()).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('replaceControls', () => {
  it('keeps every offset', () => {
    fc.assert(
      fc.property(strangeText, (source) => {
        const replaced = replaceControls(source);
        expect(replaced).toHaveLength(source.length);
        expect(replaced).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
