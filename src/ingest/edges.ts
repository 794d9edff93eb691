/**
 * 页首和页尾：规则认得其中几行，其余零碎的短行也就不是正文。
 * What stands around an article is a run of short lines at either end of the page. Where rules know
 * some of them, the others between them and the edge are no text either.
 */
import { isByline } from './facts.ts';
import { isHeadline, pairsOf } from './headline.ts';
import { isAside, isChannel } from './noise.ts';

/** So many lines of a run are known by rules before others are dropped with them. */
const KNOWN = 2;
/** A longer gap between known lines is text. */
const WIDEST_GAP = 14;
/** So many labels below each other are a list of links, which is as good as a line that a rule knows. */
const LIST = 5;
const LONGEST_LABEL = 8;
/** A question or a call with fewer characters is a button. */
const SHORTEST_SENTENCE = 20;
/** A line with more characters and a comma is text, though its sentence goes on. */
const LONGEST_FRAGMENT = 60;

/** Marks the lines of a page that are noise because of where they stand: `page-head`, `page-foot`. */
export function markEdges(
  lines: readonly string[],
  /** Indices of the lines that are not blank. */
  texts: readonly number[],
  rules: (string | undefined)[],
): void {
  const isKnown = (index: number) => rules[index] !== undefined || isChannel(lines[index]!);
  const foot = runFrom([...texts].reverse(), lines, isKnown, true);
  const head = runFrom(texts.slice(0, texts.length - foot.length), lines, isKnown, false);
  if (head.length + foot.length === 0) return;
  const around = new Set([...head, ...foot]);
  const pairs = pairsOf(texts.filter((index) => !around.has(index)).map((index) => lines[index]!));
  for (const index of head) {
    if (!isHeadline(lines[index]!, pairs) && !isCredit(lines[index]!)) rules[index] ??= 'page-head';
  }
  for (const index of foot) if (!isCredit(lines[index]!)) rules[index] ??= 'page-foot';
}

/** From one edge of the page to the last line that a rule knows, if there are enough of them. */
function runFrom(
  texts: readonly number[],
  lines: readonly string[],
  isKnown: (index: number) => boolean,
  isFoot: boolean,
): readonly number[] {
  let [known, end, short] = [0, 0, 0];
  for (const [place, index] of texts.entries()) {
    const line = lines[index]!;
    if (place - end >= WIDEST_GAP) break;
    short = isLabel(line) ? short + 1 : 0;
    const isList = short > 0 && short % LIST === 0;
    if (isKnown(index) || isList || (isFoot && isAside(line))) {
      known++;
      end = place + 1;
    } else if (isText(line)) break;
    else if (short > LIST) end = place + 1;
  }
  return known >= KNOWN ? texts.slice(0, end) : [];
}

/** 菜单里的词：短，没有标点。 */
function isLabel(line: string): boolean {
  return line.length <= LONGEST_LABEL && !/[\p{P}\p{S}]/u.test(line);
}

function isText(line: string): boolean {
  if (/[！？]/.test(line) && line.length >= SHORTEST_SENTENCE) return true;
  return /[。；]/.test(line) || (line.length > LONGEST_FRAGMENT && line.includes('，'));
}

/** 署名和摄影留下。 */
function isCredit(line: string): boolean {
  return isByline(line) || /摄(影报道)?\s*([/／\\|（(].*)?$|供图|^[□■◎]/.test(line);
}
