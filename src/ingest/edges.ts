/**
 * 页首和页尾：框架的行聚在两端，文章在中间。
 * What stands around an article is a run of lines at either end of the page. Each line has a weight,
 * above zero where a rule knows it or its shape is that of a frame, below where it shares its words
 * with the text; up to the first sentence, the frame is the run of the greatest sum, as the text is in
 * Finn, Kushmerick and Smyth 2001, "Fact or fiction: content classification for digital libraries".
 */
import { isByline } from './facts.ts';
import { isHeadline, pairsOf } from './headline.ts';
import { isAside, isChannel } from './noise.ts';
import { areNames, cellsOf, frameShape, interfaceShare, isLabel, isText } from './shape.ts';

/** So much has to speak for a frame: two lines that are surely none of the article. */
const LEAST = 4;
/** A line that is known, by a rule or by its shape. */
const SURE = 2;
/** A short line that says nothing of itself: enough of them between two that are known are text. */
const UNKNOWN = -0.15;
/** A line that shares its words with the text. */
const ALIKE = -1;
/** A sentence that is text: no frame goes on beyond it. */
const BARRIER = Number.NEGATIVE_INFINITY;
/** A sentence of which so much is said to the user is none of the article. */
const SAID = 0.3;
/** So many labels below each other are a list of links, where one is said to the user. */
const LIST = 5;
const IN_LIST = 0.5;
/** So many lines with the same number of parts are a table, which is text. */
const ROWS = 3;

interface Page {
  readonly lines: readonly string[];
  /** Indices of the lines that are not blank. */
  readonly texts: readonly number[];
  /** By which a line is noise, or undefined. */
  readonly rules: (string | undefined)[];
}

/** Marks the lines of a page that are noise because of where they stand: `page-head`, `page-foot`. */
export function markEdges(lines: Page['lines'], texts: Page['texts'], rules: Page['rules']): void {
  const page: Page = { lines, texts, rules };
  const body = texts.map((index) => lines[index]!).filter((line) => isText(line));
  if (body.length === 0) return;
  const pairs = pairsOf(body);
  const isAlike = (line: string) => frameShape(line) < SURE && isHeadline(line, pairs);
  const weight = weightsOf(page, isAlike);
  const foot = heaviest([...texts].reverse(), (index) =>
    isAside(lines[index]!) ? SURE : weight(index),
  );
  const head = heaviest(texts.slice(0, texts.length - foot.length), weight);
  const title = titleIn(page, head);
  for (const index of head) {
    const line = lines[index]!;
    if (index !== title && !isAlike(line) && !isCredit(line)) rules[index] ??= 'page-head';
  }
  for (const index of foot) if (!isCredit(lines[index]!)) rules[index] ??= 'page-foot';
}

/** What each line says for or against the frame. */
function weightsOf(
  { lines, texts, rules }: Page,
  isAlike: (line: string) => boolean,
): (index: number) => number {
  const listed = inLists(texts, lines);
  const tabled = inTables(texts, lines);
  return (index) => {
    const line = lines[index]!;
    if (rules[index] !== undefined || isChannel(line)) return SURE;
    if (isText(line)) return interfaceShare(line) < SAID ? BARRIER : 1;
    const shape = tabled.has(index) ? 0 : frameShape(line);
    if (shape < SURE && (isCredit(line) || isAlike(line))) return ALIKE;
    return shape || (listed.has(index) ? IN_LIST : UNKNOWN);
  };
}

/**
 * 标题下面就是来源或作者：再短也不是菜单，除非正文前另有标题。
 * The line above the facts of a page whose text begins right below its head.
 */
function titleIn({ lines, texts, rules }: Page, head: readonly number[]): number | undefined {
  if (!isText(lines[texts[head.length] ?? -1] ?? '')) return undefined;
  return head.find((index, place) => {
    const line = lines[index]!;
    const next = head[place + 1] ?? -1;
    const isBare = rules[index] === undefined && frameShape(line) === 0 && !isChannel(line);
    return isBare && (rules[next] === 'page-facts' || AUTHOR.test(lines[next] ?? ''));
  });
}

const AUTHOR = /^(作者|文)[:：丨|/]/;

/** The run from the edge whose weights have the greatest sum, if enough in it speaks for a frame. */
function heaviest(texts: readonly number[], weight: (index: number) => number): readonly number[] {
  let [sum, found, best, end] = [0, 0, 0, 0];
  for (const [place, index] of texts.entries()) {
    const here = weight(index);
    if (here === BARRIER) break;
    sum += here;
    found += Math.max(0, here);
    if (sum > best && found >= LEAST) [best, end] = [sum, place + 1];
  }
  return texts.slice(0, end);
}

/** Lines in a run of labels, of which one is said to the user; a blank line parts runs. */
function inLists(texts: readonly number[], lines: readonly string[]): ReadonlySet<number> {
  const listed = new Set<number>();
  const runs: number[][] = [];
  for (const index of texts) {
    if (!isLabel(lines[index]!)) continue;
    const run = runs.at(-1);
    if (run && isNext(run, index)) run.push(index);
    else runs.push([index]);
  }
  for (const run of runs) {
    if (run.length < LIST) continue;
    const labels = run.map((index) => lines[index]!);
    const isMenu = labels.some((label) => isChannel(label) || interfaceShare(label) > 0);
    if (isMenu && !areNames(labels)) for (const index of run) listed.add(index);
  }
  return listed;
}

/** Whether a line follows a run as closely as its lines follow each other: on the next line, or after a blank one. */
function isNext(run: readonly number[], index: number): boolean {
  const gap = index - run.at(-1)!;
  return run.length === 1 ? gap <= 2 : gap === run.at(-1)! - run.at(-2)!;
}

/** Lines in a run with as many parts each: rows of a table. */
function inTables(texts: readonly number[], lines: readonly string[]): ReadonlySet<number> {
  const tabled = new Set<number>();
  let run: number[] = [];
  let width = 0;
  for (const index of [...texts, -1]) {
    const cells = index >= 0 ? cellsOf(lines[index]!).length : 0;
    if (cells !== width) {
      if (run.length >= ROWS && width > 1) for (const i of run) tabled.add(i);
      [run, width] = [[], cells];
    }
    run.push(index);
  }
  return tabled;
}

/** 署名和摄影留下。 */
function isCredit(line: string): boolean {
  return isByline(line) || /摄(影报道)?\s*([/／\\|（(].*)?$|供图|^[□■◎]/.test(line);
}
