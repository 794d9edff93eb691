/**
 * 清洗：只在读入时改动文本，此后所有位置都指向清洗后的文本。
 * Page noise is dropped a line at a time, each rule by name.
 */
import type { Dropped } from './content.ts';
import { markEdges } from './edges.ts';
import {
  isChannel,
  isCommentsHeading,
  isMasthead,
  isRelatedHeading,
  isSection,
  NOISE,
} from './noise.ts';
import { simplifiedForm } from './traditional.ts';
import { joinBroken, unwrap } from './unwrap.ts';

/** Text that is kept, and the lines that are not. */
export interface Cleaned {
  readonly text: string;
  readonly dropped: readonly Dropped[];
}

/** 软连字符、零宽空格和不换行符会把名称切断，而读者看不见。 */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Joined lines may show what their pieces did not, so that another pass finds more; two are usual. */
const MOST_PASSES = 6;

/** Name of the rule that takes a line by itself for page noise, or undefined when the line is text. */
export function noiseRule(line: string): string | undefined {
  const trimmed = line.trim();
  return NOISE.find(({ longest, matches }) => trimmed.length <= longest && matches(trimmed))?.name;
}

/**
 * The text that is kept: line ends as `\n`, characters that break XML as spaces, no page noise,
 * broken lines joined, no blank lines at either end and at most one between paragraphs.
 *
 * @example
 * explainClean('上一版 下一版\n何友生介绍。').dropped; // [{ line: '上一版 下一版', rule: 'page-control' }]
 */
export function explainClean(source: string): Cleaned {
  const dropped: Dropped[] = [];
  let text = replaceControls(source.replaceAll(INVISIBLE, ''));
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const cleaned = cleanOnce(text);
    dropped.push(...cleaned.dropped);
    if (cleaned.text === text) break;
    text = cleaned.text;
  }
  return { text, dropped };
}

function cleanOnce(source: string): Cleaned {
  const lines = source.split('\n');
  const rules = rulesOf(lines.map((line) => simplifiedForm(line.trim())));
  const kept = lines.filter((_, index) => rules[index] === undefined);
  const dropped = lines.flatMap((line, index) => {
    const rule = rules[index];
    return rule === undefined ? [] : [{ line: line.trim(), rule }];
  });
  const joined = joinBroken(unwrap(kept.map(withoutEditor).join('\n')));
  const text = joined
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { text, dropped };
}

/** As `explainClean`, the text only. */
export function clean(source: string): string {
  return explainClean(source).text;
}

/** 段末的（责任编辑：某某）。 */
function withoutEditor(line: string): string {
  return line.replace(
    /[（(【[](?:责任编辑|责编|编辑|校对|审核)[:：\s][^）)\]】。]{1,30}[）)\]】]\s*$/,
    '',
  );
}

/** The rule that drops each line, or undefined. */
function rulesOf(lines: readonly string[]): (string | undefined)[] {
  const rules = lines.map((line) => (line === '' ? undefined : noiseRule(line)));
  const texts = lines.flatMap((line, index) => (line === '' ? [] : [index]));
  keepAppointments(lines, texts, rules);
  markRepeated(lines, texts, rules);
  markMenus(lines, texts, rules);
  markRelated(lines, texts, rules);
  markComments(lines, texts, rules);
  markMastheads(lines, texts, rules);
  markEdges(lines, texts, rules);
  return rules;
}

type Mark = (
  lines: readonly string[],
  /** Indices of the lines that are not blank. */
  texts: readonly number[],
  rules: (string | undefined)[],
) => void;

/** 通知里的“时间：”，下一行是“地点：”：说的是活动，不是网页。 */
const keepAppointments: Mark = (lines, texts, rules) => {
  for (const [place, index] of texts.entries()) {
    const next = lines[texts[place + 1] ?? -1] ?? '';
    if (rules[index] === 'page-facts' && /^(活动|会议)?地[点址][:：]/.test(next)) {
      rules[index] = undefined;
    }
  }
};

/** A header or footer stands so often, and so many lines apart. */
const REPEATED = 3;
const APART = 3;

/** 页眉页脚：同样的短行（数字除外）每页出现；标题在文首的那一次保留。 */
const markRepeated: Mark = (lines, texts, rules) => {
  const places = new Map<string, number[]>();
  for (const [place, index] of texts.entries()) {
    const line = lines[index]!;
    if (line.length < 5 || line.length > 40 || /[。！？!?；;：:，,、]$/.test(line)) continue;
    const key = line.replaceAll(/\s/g, '').replaceAll(/\d+/g, '#');
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  }
  for (const all of places.values()) {
    if (all.length < REPEATED) continue;
    if (all.some((place, i) => i > 0 && place - all[i - 1]! < APART)) continue;
    for (const place of all) if (place > 0) rules[texts[place]!] ??= 'repeated-line';
  }
};

/** 三个以上频道名各占一行。 */
const markMenus: Mark = (lines, texts, rules) => {
  let run: number[] = [];
  for (const index of [...texts, -1]) {
    if (index >= 0 && isChannel(lines[index]!)) run.push(index);
    else {
      if (run.length >= 3) for (const channel of run) rules[channel] ??= 'menu';
      run = [];
    }
  }
};

/** 相关阅读之后的一列标题，到第一句正文为止。 */
const markRelated: Mark = (lines, texts, rules) => {
  let inList = false;
  for (const index of texts) {
    const line = lines[index]!;
    if (isRelatedHeading(line)) inList = true;
    else if (line.length > 45 || /[。；;]/.test(line)) inList = false;
    if (inList) rules[index] ??= 'related';
  }
};

const LONGEST_COMMENT = 80;

/** 评论区标题之后的短行，句子也算，到页尾或下一个长段为止。 */
const markComments: Mark = (lines, texts, rules) => {
  let inComments = false;
  for (const index of texts) {
    const line = lines[index]!;
    if (isCommentsHeading(line)) inComments = true;
    else if (line.length > LONGEST_COMMENT) inComments = false;
    if (inComments) rules[index] ??= 'comments';
  }
};

/** 报名或版名单独一行，旁边是控件或页眉。 */
const markMastheads: Mark = (lines, texts, rules) => {
  for (const [place, index] of texts.entries()) {
    const beside = [texts[place - 1], texts[place + 1]];
    if (!isMasthead(lines[index]!) && !isSection(lines[index]!)) continue;
    if (beside.some((other) => other !== undefined && rules[other])) rules[index] ??= 'masthead';
  }
};

/** Same length, so that it can be used on text whose offsets matter too. */
export function replaceControls(source: string): string {
  return source
    .replaceAll('\r\n', ' \n')
    .replaceAll(/[\r\u2028\u2029]/g, '\n')
    .toWellFormed()
    .replaceAll(/(?!\n)\p{Cc}|[\ufeff\ufffe\uffff]/gu, ' ');
}
