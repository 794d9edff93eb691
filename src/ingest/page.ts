import { type Column, columnsOf } from './column.ts';
import type { Dropped } from './content.ts';
import { joinText, type Line, type Page } from './glyph.ts';

/** Headers and footers stand in this share of a page's height at its top and bottom. */
const MARGIN = 0.1;
/** A title is so many times as high as the text. */
const TITLE_SIZE = 1.15;
/** A line that ends so much before the margin, in characters, ends its paragraph. */
const SHORT_LINE = 2;
/** 段首缩进两字。 */
const INDENT = 0.8;
/** Lines of different heights belong to different paragraphs. */
const SIZE_DIFFERENCE = 0.15;
/** Lines this much further apart than usual do too. */
const PARAGRAPH_GAP = 1.5;
/** Word's bullets are in the private area. */
const BULLET = /^[•●▪◦■□◆\ue000-\uf8ff]/;
const TERMINATED = /[。！？!?…；;：:]["”’』」）)》】]*$/;

/** The text of pages: paragraphs in reading order, a line each, without headers and footers. */
export function layOut(pages: readonly Page[]): {
  readonly text: string;
  readonly title?: string;
  readonly dropped: readonly Dropped[];
} {
  const furniture = furnitureOf(pages);
  const dropped: Dropped[] = [];
  const paragraphs: Paragraph[] = [];
  for (const page of pages) {
    const lines = page.lines.filter((line) => {
      const rule = isInMargin(page, line) ? furnitureRule(line, furniture) : undefined;
      if (rule) dropped.push({ line: line.text, rule });
      return rule === undefined;
    });
    for (const column of columnsOf(lines)) appendColumn(paragraphs, column);
  }
  const title = titleOf(paragraphs);
  const text = paragraphs
    .map((paragraph) => paragraph.text.replace(/[\ue000-\uf8ff]/g, ''))
    .join('\n');
  return { text, ...(title && { title }), dropped };
}

function isInMargin({ height }: Page, { top, bottom }: Line): boolean {
  return bottom < height * MARGIN || top > height * (1 - MARGIN);
}

/** 页码各页不同，其余文字相同。 */
function furnitureKey(line: Line): string {
  return line.text.replaceAll(/\s/g, '').replaceAll(/\d+/g, '#');
}

/** What stands in the margins of at least half of the pages. */
function furnitureOf(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.lines.filter((line) => isInMargin(page, line)).map(furnitureKey));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

const PAGE_NUMBER = /^[-—–·\s]*第?\s*\d{1,4}\s*页?\s*([/／,，共]+\s*\d{1,4}\s*页?)?[-—–·\s]*$/;

/** What browsers print above and below a page. */
const PRINTED =
  /^(\d{1,4}[/年]\d{1,2}[/月]\d{1,4}日?[,\s]{0,3}(上午|下午)?\d{1,2}:\d\d|(https?|file):\/\/)/;

function furnitureRule(line: Line, furniture: ReadonlySet<string>): string | undefined {
  if (PAGE_NUMBER.test(line.text)) return 'page-number';
  if (PRINTED.test(line.text)) return 'print-header';
  return furniture.has(furnitureKey(line)) ? 'repeated-line' : undefined;
}

interface Paragraph {
  readonly text: string;
  readonly size: number;
  /** Whether it may go on in the next column. */
  readonly isOpen: boolean;
}

function appendColumn(paragraphs: Paragraph[], { lines, isTable }: Column): void {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const leading = usualLeading(lines);
  for (const [index, line] of lines.entries()) {
    const isOpen =
      !isTable && right - line.right < SHORT_LINE * line.size && !TERMINATED.test(line.text);
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    const goesOn = before
      ? !isTable && isSameParagraph(before, line, right, leading)
      : !isTable &&
        last?.isOpen &&
        line.left - left < INDENT * line.size &&
        last.size === line.size;
    if (goesOn && last) {
      paragraphs[paragraphs.length - 1] = { ...last, text: joinText(last.text, line.text), isOpen };
    } else {
      paragraphs.push({ text: line.text, size: line.size, isOpen });
    }
  }
}

function isSameParagraph(before: Line, line: Line, right: number, leading: number): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > SIZE_DIFFERENCE * size) return false;
  if (line.top - before.top > PARAGRAPH_GAP * leading) return false;
  if (line.left - before.left > INDENT * size || BULLET.test(line.text)) return false;
  return right - before.right < SHORT_LINE * size;
}

/** The median distance from line to line. */
function usualLeading(lines: readonly Line[]): number {
  const distances = lines.slice(1).map((line, index) => line.top - lines[index]!.top);
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
}

/** The first of the largest paragraphs, where that is larger than most text. */
function titleOf(paragraphs: readonly Paragraph[]): string | undefined {
  const bySize = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    bySize.set(size, (bySize.get(size) ?? 0) + text.length);
  }
  const body = [...bySize].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const largest = Math.max(...bySize.keys());
  if (largest < body * TITLE_SIZE) return undefined;
  return paragraphs.find(({ size }) => size === largest)?.text;
}
