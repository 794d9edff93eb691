/**
 * A second generator of page noise, by another plan than `noisy.ts`: whole layouts, as portals,
 * agencies, authorities, papers and platforms have them, in four sets (`layout/`), of which
 * each was written after the rules for the ones before. Names, numbers and headlines differ from page to page.
 */
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { FIRST } from './layout/first.ts';
import { FOURTH } from './layout/fourth.ts';
import type { Block, Fill, Layout } from './layout/layout.ts';
import { SECOND } from './layout/second.ts';
import { THIRD } from './layout/third.ts';
import type { NoisyPage } from './noisy.ts';

/** The names of the layouts, by set. */
export const LAYOUT_NAMES: Readonly<
  Record<'first' | 'second' | 'third' | 'fourth', readonly string[]>
> = {
  first: Object.keys(FIRST),
  second: Object.keys(SECOND),
  third: Object.keys(THIRD),
  fourth: Object.keys(FOURTH),
};

function layoutOf(name: string, seed: number): Layout {
  return { ...FIRST, ...SECOND, ...THIRD, ...FOURTH }[name]!(fillOf(seed));
}

const SITES = ['江川网', '北原新闻网', '云岭在线', '海右新闻', '长河网'];
const CITIES = ['江川市', '北原县', '云岭区', '海右市'];
const NAMES = ['林清越', '周正', '欧阳诺', '马丽华', '韩冬', '崔一鸣'];
const HEADLINES = [
  '江川今年将新增三条公交线路',
  '北原：小小樱桃红了一座村',
  '这份暑期安全提示请收好',
  '云岭隧道全线贯通',
  '一季度外贸开局平稳',
  '老街里的年轻人',
  '“晒”出来的好日子',
  '海右启动防汛四级应急响应',
];

/** Characters in a line of a printed page; lines on a page. */
const WIDTH = 34;
const PAGE_LINES = 9;

/** An article in one of the layouts, as copied to a text. */
export function laidOut(paragraphs: readonly string[], layout: string, seed: number): NoisyPage {
  const { head, foot, running } = layoutOf(layout, seed);
  const body = running ? printed(paragraphs, running) : paragraphs.map((line) => `　　${line}`);
  const blocks = [...head.map(({ lines }) => lines), body, ...foot.map(({ lines }) => lines)];
  return {
    source: blocks.map((lines) => lines.join('\n')).join('\n\n'),
    noise: [...head, ...foot].flatMap(({ lines }) => lines).concat(running ?? []),
  };
}

/** The same as a page of HTML; printed layouts are none. */
export function laidOutAsHtml(
  paragraphs: readonly string[],
  layout: string,
  seed: number,
): NoisyPage | undefined {
  const { head, foot, running } = layoutOf(layout, seed);
  if (running) return undefined;
  const [title, ...rest] = paragraphs;
  const html = [
    ...head.map(htmlOf),
    `<div class="content"><h1>${escaped(title!)}</h1>${rest.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`,
    ...foot.map(htmlOf),
  ];
  return {
    source: `<!DOCTYPE html><html><head><title>${escaped(title!)}</title></head><body>${html.join('\n')}</body></html>`,
    noise: [...head, ...foot].flatMap(({ lines }) => lines),
  };
}

function htmlOf({ links, lines }: Block): string {
  if (!links) return `<div>${lines.map((line) => `<div>${escaped(line)}</div>`).join('')}</div>`;
  return `<ul>${lines.map((line) => `<li><a href="/">${escaped(line)}</a></li>`).join('')}</ul>`;
}

const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function fillOf(seed: number): Fill {
  const random = xorshift128plus(seed);
  const below = (n: number) => (random.next() >>> 0) % n;
  const pick = <T>(choices: readonly T[]) => choices[below(choices.length)]!;
  const from = <T>(choices: readonly T[]) => {
    const first = below(choices.length);
    return [...choices.slice(first), ...choices.slice(0, first)];
  };
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    site: pick(SITES),
    city: pick(CITIES),
    names: from(NAMES),
    headlines: from(HEADLINES),
    date: `2024年${two(1 + below(12))}月${two(1 + below(28))}日`,
    time: `${two(below(24))}:${two(below(60))}`,
    number: (digits) => Array.from({ length: digits }, () => 1 + below(9)).join(''),
  };
}

/** Lines broken at the margin, with the running lines around each page. */
function printed(
  paragraphs: readonly string[],
  [top, bottom]: readonly [string, string],
): string[] {
  const lines = paragraphs.flatMap((line) => line.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? []);
  return lines.flatMap((line, index) =>
    index > 0 && index % PAGE_LINES === 0 ? [bottom, top, line] : [line],
  );
}
