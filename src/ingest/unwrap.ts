/**
 * 从 PDF 复制的文本在每一行的右边界断行，句子和名称都会被切断；这里把断开的行接回去。
 * Widths are in columns: two for a Chinese character, one for a Latin one.
 */

/** A line of fewer columns is not full. */
const NARROWEST = 20;
/** The same where a single break is all that there is to go by. */
const NARROWEST_ALONE = 40;
/** 避头尾会使一行短一两个字。 */
const TOLERANCE = 4;

/** Part of the widest line that a line of a ragged block has at least, unless it is a heading. */
const RAGGED = 0.6;
/** Wider lines are paragraphs. */
const WIDEST_RAGGED = 120;
/** Broken lines of a ragged block: so many, this part of all that end within a sentence, and at most so many for each sentence that ends within a line. */
const FEWEST_RAGGED = 4;
const MOSTLY = 0.75;
const LINES_A_SENTENCE = 10;

const TERMINATED = /[。！？!?…；;：:]["”’』」）)》】]*\s*$/;
const INDENTED = /^(?:\u3000| {2})/;
const LATIN_SEAM = /[A-Za-z0-9,.]\n[A-Za-z0-9]/;

/**
 * Join the lines of paragraphs that were broken at a right margin. A block of lines is such a
 * paragraph when each line but the last is as wide as the widest or ends a sentence, or when sentences
 * end within its lines and nearly all others reach a ragged margin; titles, lists and verses are not.
 * @param source with `\n`, `\r\n` or `\r` as line ends; those that stay come back as `\n`
 */
export function unwrap(source: string): string {
  const lines = source.split(/\r\n|[\n\r]/);
  const out: string[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && lines[end]!.trim() !== '') end++;
    out.push(unwrapBlock(lines.slice(start, end)));
    start = end;
  }
  return out.join('\n');
}

/** A block is what stands between blank lines; the blank line before it may be its first. */
function unwrapBlock(lines: readonly string[]): string {
  const margin = justifiedMargin(lines) ?? raggedMargin(lines);
  if (margin === undefined) return lines.join('\n');
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1]!;
    if (isWhole(before) || widthOf(before) < margin || INDENTED.test(line))
      return `${text}\n${line}`;
    const seam = LATIN_SEAM.test(`${before.trimEnd().slice(-1)}\n${line.trimStart().slice(0, 1)}`);
    return text.trimEnd() + (seam ? ' ' : '') + line.trimStart();
  });
}

const isWhole = (line: string) => line.trim() === '' || TERMINATED.test(line);

/** The least width of a broken line where all are full, or nothing. */
function justifiedMargin(lines: readonly string[]): number | undefined {
  const widest = widestOf(lines);
  const margin = Math.max(NARROWEST, widest - TOLERANCE);
  let broken = 0;
  for (const [index, line] of lines.slice(0, -1).entries()) {
    if (isWhole(line)) continue;
    if (widthOf(line) < margin) return undefined;
    if (!INDENTED.test(lines[index + 1]!)) broken++;
  }
  const clear = broken > 1 || (widest >= NARROWEST_ALONE && TERMINATED.test(lines.at(-1)!));
  return broken > 0 && clear && /[。！？]/.test(lines.join('')) ? margin : undefined;
}

/**
 * The same where the margin is uneven and headings stand between: nearly all lines that end within a
 * sentence reach it, and sentences end within lines, which those of a list do not.
 */
function raggedMargin(lines: readonly string[]): number | undefined {
  const widest = widestOf(lines);
  if (widest < NARROWEST_ALONE || widest > WIDEST_RAGGED) return undefined;
  const margin = widest * RAGGED;
  const open = lines.slice(0, -1).filter((line) => !isWhole(line));
  const broken = open.filter((line) => widthOf(line) >= margin).length;
  const within = lines.filter((line) => /[。！？][“「《]?\p{Script=Han}/u.test(line)).length;
  const clear = broken >= FEWEST_RAGGED && broken >= open.length * MOSTLY;
  return clear && within > 0 && within >= broken / LINES_A_SENTENCE ? margin : undefined;
}

function widestOf(lines: readonly string[]): number {
  return lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
}

/** A line that is no title: so long, in characters, or with a sentence or a bracket in it. */
const LONG = 50;
const SHORTEST_BROKEN = 15;

/**
 * Join paragraphs that a column or a page broke within a sentence, with blank lines between: the
 * first part is long, or holds a whole sentence or an open quotation, and ends within a sentence.
 */
export function joinBroken(source: string): string {
  const out: string[] = [];
  let blanks = 0;
  for (const line of source.split('\n')) {
    if (line.trim() === '') {
      blanks++;
      continue;
    }
    const before = out.at(-1);
    if (before !== undefined && blanks > 0 && out.length > 1 && isBroken(before, line)) {
      out[out.length - 1] = before.trimEnd() + line.trimStart();
    } else {
      out.push(...Array<string>(blanks).fill(''), line);
    }
    blanks = 0;
  }
  return [...out, ...Array<string>(blanks).fill('')].join('\n');
}

/** 图片说明、署名和标题都不以句号结尾，但不是断开的段落。 */
const CREDIT = /摄(影报道)?\s*$|摄[/\\／]|供图|资料图|^[\s□■◎]*\S{0,12}记者/;

function isBroken(before: string, after: string): boolean {
  const text = before.trim();
  if (text.length < SHORTEST_BROKEN || !/[\p{Script=Han}，、]$/u.test(text)) return false;
  if (CREDIT.test(text) || INDENTED.test(after)) return false;
  const whole = /[，、].*/.test(text) && (text.includes('。') || text.length >= LONG);
  if (!whole && !isOpen(text)) return false;
  return /^\p{Script=Han}/u.test(after) && TERMINATED.test(after) && /[，。]/.test(after);
}

function isOpen(text: string): boolean {
  return text.lastIndexOf('“') > text.lastIndexOf('”') && /[，。]/.test(text);
}

function widthOf(line: string): number {
  let width = 0;
  const text = line.trim();
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2000 ? 1 : 2;
  return width;
}
