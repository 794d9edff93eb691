import type { SentenceView } from '../entity/candidates.ts';
import type { Mention } from '../types.ts';
import type { Clause, Predicate } from './clause.ts';
import type { Unit } from './units.ts';

/** 引出话语的动词。 */
const SAYING = new Set(
  '否认 表示 宣布 称 说 透露 介绍 指出 认为 强调 证实 披露 报道 公告称 表态 回应 坦言 解释 补充 告诉 写道 谈到 直言 回忆 感慨 通报 声明'.split(
    ' ',
  ),
);
/** 说话人自己做的事，不是转述：甲宣布收购乙。 */
const PERFORMATIVE = new Set(['宣布', '否认', '声明']);
/** 动词和话语之间：介绍说、告诉记者、表示：“ */
const BETWEEN = new Set('说 道 称 时 到 记者 本报 本报记者 ， , ： : 。 ！ “ 「'.split(' '));
const OPEN = new Set(['“', '「']);
const CLOSE = new Set(['”', '」']);

/** 介绍了情况：不是话语。 */
const DONE = new Set(['了', '过']);

/** In UTF-16 code units: so far back the beginning of a quotation is sought. */
const LONGEST_QUOTATION = 1200;

/** Words of somebody: the units from `from` to before `to`. */
export interface Speech {
  readonly speaker: Mention;
  /** Number of the verb that introduces them. */
  readonly verb: number;
  readonly from: number;
  readonly to: number;
  /** Whether the quotation goes on in the next sentence. */
  readonly open: boolean;
}

/** A quotation that a sentence leaves open. */
export interface OpenQuotation {
  readonly speaker: Mention;
  /** Of the sentence. */
  readonly end: number;
}

/** The speaker of a quotation that is still open where a sentence begins; a paragraph ends it. */
export function speakerAt(
  { text, start }: SentenceView,
  quoted: OpenQuotation | undefined,
): Mention | undefined {
  return quoted && !/[”」\n]/.test(text.slice(quoted.end, start)) ? quoted.speaker : undefined;
}

/** “……。”何友生说：whose the quotation is that ends right before a sentence, and where it begins. */
export function quotationBefore(
  { text, start }: SentenceView,
  units: readonly Unit[],
  [clause]: readonly Clause[],
): { readonly speaker: Mention; readonly start: number } | undefined {
  if (!clause || !CLOSE.has(text[start - 1] ?? '')) return undefined;
  const verb = units.findIndex((unit, i) => i < clause.next && isSaying(unit));
  const speaker = verb < 0 ? undefined : speakerBefore(clause, verb);
  const from = Math.max(0, start - LONGEST_QUOTATION);
  const open = text.slice(from, start).lastIndexOf('“');
  return speaker && open >= 0 ? { speaker, start: from + open } : undefined;
}

/**
 * Who says what in a sentence: 何友生介绍，……；何友生说：“……”；“……”，何友生说。
 * @param continued whose quotation the sentence before left open
 */
export function speechesOf(
  units: readonly Unit[],
  clauses: readonly Clause[],
  continued?: Mention,
): Speech[] {
  const found: Speech[] = [];
  if (continued) found.push(quotation(units, continued, -1, 0));
  for (const clause of clauses) {
    for (let verb = clause.first; verb < clause.next; verb++) {
      if (!isSaying(units[verb]!)) continue;
      if (DONE.has(units[verb + 1]?.text ?? '') || inBrackets(units, verb)) continue;
      const speaker = speakerBefore(clause, verb);
      if (!speaker) continue;
      const words = wordsAfter(units, verb, speaker) ?? wordsBefore(units, clause, verb, speaker);
      if (words) found.push(words);
    }
  }
  return found;
}

const isSaying = ({ text, mention }: Unit) => !mention && SAYING.has(text);

function speakerBefore({ args }: Clause, verb: number): Mention | undefined {
  return args.findLast(({ next }) => next <= verb)?.mentions.at(-1);
}

/** The speaker of what a predicate states, the one whose words begin last. */
export function speakerOf(
  speeches: readonly Speech[],
  { first }: Predicate,
  head: Mention,
  units: readonly Unit[],
): Mention | undefined {
  return speeches.findLast(({ speaker, verb, from, to }) => {
    if (first < from || first >= to) return false;
    return speaker.start !== head.start || !PERFORMATIVE.has(units[verb]?.text ?? '');
  })?.speaker;
}

/** The rest of the sentence, or the quotation that begins right after the verb. */
function wordsAfter(units: readonly Unit[], verb: number, speaker: Mention): Speech | undefined {
  let from = verb + 1;
  while (from < units.length && BETWEEN.has(units[from]!.text)) {
    if (OPEN.has(units[from]!.text)) return quotation(units, speaker, verb, from + 1);
    from++;
  }
  if (from >= units.length) return undefined;
  return { speaker, verb, from, to: units.length, open: false };
}

function quotation(units: readonly Unit[], speaker: Mention, verb: number, from: number): Speech {
  const close = units.findIndex(({ text }, i) => i >= from && CLOSE.has(text));
  return { speaker, verb, from, to: close < 0 ? units.length : close, open: close < 0 };
}

/** （下称某公司）：不是话语。 */
function inBrackets(units: readonly Unit[], place: number): boolean {
  const bracket = units.findLast(({ text }, i) => i < place && /^[（(）)]$/.test(text))?.text;
  return bracket === '（' || bracket === '(';
}

/** “……”，何友生说。没有引号的，前面的不一定是他的话：某厂开工，何友生在仪式上这样说。 */
function wordsBefore(
  units: readonly Unit[],
  clause: Clause,
  verb: number,
  speaker: Mention,
): Speech | undefined {
  const { first } = clause;
  // “……”，某人说；“……，”某人说。
  const close = [first, first - 1, first - 2].find((i) => CLOSE.has(units[i]?.text ?? ''));
  if (close === undefined) return undefined;
  const open = units.findLastIndex(({ text }, i) => i < close && OPEN.has(text));
  return { speaker, verb, from: open + 1, to: close, open: false };
}
