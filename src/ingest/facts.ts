import type { Facts } from './content.ts';
import { dateIn } from './date.ts';
import { isMasthead } from './noise.ts';

/** 页首、页尾这么多行里的日期是发布日期，正文里的不是。 */
const HEAD = 15;
const TAIL = 8;

const LABELLED_DATE = /(?:发布|发表|更新)?(?:时间|時間|日期)[:：]\s*(\d{4}\D.{0,20})/;
const LABELLED_SOURCE =
  /(?:^|[\s（(|丨])(?:稿件|信息|文章)?(?:来源|來源|稿源)[:：]\s*([^\s，。）)|丨]{2,20})/;
/** 新华社北京7月4日电；本报讯不说是哪家报。 */
const DATELINE =
  /^[\s【（(]*((?!本报|本刊|本网|记者)\p{Script=Han}{1,8}?(?:社|报|网|台))(?:\p{Script=Han}{2,8}?)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[电讯](?!\p{Script=Han})/u;
const DATELINE_DATE = /^.{0,20}?(\d{4}年\d{1,2}月\d{1,2}日)[电讯]/;

const ROLE =
  '(?:首席|见习|实习|特约|全媒体|驻[^记]{2,6}|本[报報网網台])*(?:记者|記者|通讯员|通訊員|评论员|評論員)';
const NAME = '(?:\\p{Script=Han}{2,4}|\\p{Script=Han} \\p{Script=Han})';
const NAMES = `${NAME}(?:[\\s、，]+(?:${ROLE}\\s*)?${NAME}){0,5}`;
/** □新重庆-重庆日报首席记者 陈维灯 */
const BYLINE = new RegExp(
  `^[\\s□■◎○●【（(]*(?<source>[^\\s，。（(]{0,16}?)${ROLE}[\\s:：/]+(?<names>${NAMES})(?:\\s*(?:报道|文/图|摄影报道))?[\\s】）)]*$`,
  'u',
);
const AUTHOR = new RegExp(`^作者[:：\\s]\\s*(?<names>${NAMES})`, 'u');
/** （记者 皮立新） at the head of a report. */
const LEAD = new RegExp(
  `^.{0,40}[（(](?:[^\\s）)]{0,12}?)${ROLE}[\\s:：]*(?<names>${NAMES})[）)]`,
  'u',
);
/** 记者 崔力 摄/视觉重庆 */
const PHOTO = new RegExp(
  `(?:^|[\\s。，（(])(?:${ROLE}|摄影)\\s*(?<names>${NAMES})\\s*摄(?=[\\\\/／|\\s）)。]|$)`,
  'u',
);

/**
 * What the lines of a page say about the document, page noise included: most facts stand there.
 * @param lines trimmed, without blank ones
 * @param given what the format states, which goes before what the lines say
 */
export function factsOf(lines: readonly string[], given: Facts): Facts {
  const edges =
    lines.length > HEAD + TAIL ? [...lines.slice(0, HEAD), ...lines.slice(-TAIL)] : lines;
  const bylines = lines
    .map((line) => BYLINE.exec(line)?.groups)
    .filter((groups) => groups !== undefined);
  const written = [
    ...bylines.map((groups) => groups['names']),
    ...match(lines.slice(0, HEAD), LEAD),
    ...match(edges, AUTHOR),
  ];
  const authors = given.authors ?? namesIn(written);
  const photographers = namesIn(match(lines, PHOTO));
  const date = (given.date && dateIn(given.date)) ?? statedDate(edges);
  const source = given.source ?? statedSource(edges, bylines[0]?.['source']);
  return {
    ...(given.title && { title: given.title }),
    ...(date && { date }),
    ...(source && { source }),
    ...(authors.length > 0 && { authors }),
    ...(photographers.length > 0 && { photographers }),
  };
}

/** Whether a whole line says who wrote what follows. */
export function isByline(line: string): boolean {
  return BYLINE.test(line);
}

function statedDate(lines: readonly string[]): string | undefined {
  for (const pattern of [LABELLED_DATE, DATELINE_DATE]) {
    for (const line of lines) {
      const date = dateIn(pattern.exec(line)?.[1] ?? '');
      if (date) return date;
    }
  }
  // 一行里只有日期和控件、版次、报名，没有句子。
  const bare = lines.filter(
    (line) =>
      line.length <= 60 &&
      !/[。，；]/.test(line) &&
      /^\D{0,16}\d{4}|^[一二][〇○零一二三四五六七八九]{3}年/.test(line),
  );
  return bare.map(dateIn).find((date) => date !== undefined && date.length === 10);
}

function statedSource(lines: readonly string[], bylineSource = ''): string | undefined {
  const labelled = lines.map((line) => LABELLED_SOURCE.exec(line)?.[1]).find(Boolean);
  const dateline = lines.map((line) => DATELINE.exec(line)?.[1]).find(Boolean);
  const masthead = lines.find(isMasthead)?.replace(/\s?(数字报|电子版)$/, '');
  // 新重庆-重庆日报：客户端在前，报名在后。
  const paper = /[^-—·]*(?:报|社|网|台)$/.exec(bylineSource)?.[0];
  return (
    labelled ?? dateline ?? masthead ?? (paper?.startsWith('本') ? undefined : paper || undefined)
  );
}

function match(lines: readonly string[], pattern: RegExp): string[] {
  return lines.flatMap((line) => pattern.exec(line)?.groups?.['names'] ?? []);
}

/** Each name once, in the order in which they stand. */
function namesIn(texts: readonly (string | undefined)[]): string[] {
  const names = texts.flatMap((text = '') =>
    text
      .replaceAll(new RegExp(ROLE, 'gu'), ' ')
      .replaceAll(
        /(?<!\p{Script=Han})(\p{Script=Han}) (\p{Script=Han})(?!\p{Script=Han})/gu,
        '$1$2',
      )
      .split(/[\s、，]+/)
      .filter((name) => name.length >= 2),
  );
  return [...new Set(names)];
}
