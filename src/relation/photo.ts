import type { Mention, Relation, Span } from '../types.ts';

const ROLE =
  '(?:首席|见习|实习|特约|全媒体|驻\\p{Script=Han}{2,4})?(?:记者|通讯员|摄影师|摄影)?[：:]?';
/** 记者 崔力 摄/视觉重庆；摄于某地、摄像师不是署名。 */
const CREDIT = /摄(?:影报道)?(?=[\s/／\\|（(）)\]】。，；]|$)/gu;
const BETWEEN = new RegExp(`^[\\s、，/／]*${ROLE}\\s*$`, 'u');
const AFTER_MEDIUM = new RegExp(`^[\\s\\-—·]*${ROLE}\\s*$`, 'u');
const BEFORE_MEDIUM = /^[\s/／\\|（(]{0,4}$/;

/** Names that a caption may hold; more stand in a list. */
const MOST_PICTURED = 8;

/**
 * Who took a picture, where a name stands beside 摄: of what its caption names, and for the medium
 * that is named beside it.
 * @param text to which the offsets refer
 * @param mentions of the document, sorted by place
 */
export function photoCredits(text: string, mentions: readonly Mention[]): Relation[] {
  const relations: Relation[] = [];
  let next = 0;
  for (const { 0: word, index } of text.matchAll(CREDIT)) {
    while (next < mentions.length && mentions[next]!.end <= index) next++;
    const { first, start } = photographers(text, mentions, next, index);
    if (first === next) continue;
    const predicate = { start: index, end: index + word.length };
    const tails = [
      ...pictured(text, mentions.slice(0, first), start),
      ...medium(text, mentions, { first, next }, predicate),
    ];
    for (const { start, end } of mentions.slice(first, next)) {
      for (const tail of tails) {
        relations.push({
          head: { start, end },
          tail: { start: tail.start, end: tail.end },
          relation: 'photo',
          label: '摄',
          status: 'asserted',
          rule: 'photo-credit',
          predicate,
        });
      }
    }
  }
  return relations;
}

/** The people before 摄: position of the first among the mentions, and where the names begin. */
function photographers(
  text: string,
  mentions: readonly Mention[],
  next: number,
  place: number,
): { first: number; start: number } {
  let [first, start] = [next, place];
  while (first > 0) {
    const { category, start: from, end } = mentions[first - 1]!;
    const between = text.slice(end, start);
    if (category !== 'person' || !(first === next ? /^\s*$/ : BETWEEN).test(between)) break;
    first--;
    start = from;
  }
  return { first, start };
}

/** What the sentence before the credit names, on the same line. */
function pictured(text: string, before: readonly Mention[], credit: number): readonly Mention[] {
  const line = text.lastIndexOf('\n', credit) + 1;
  const caption = text.slice(line, credit).search(/[。！？）)][^。！？]*$/);
  if (caption < 0) return [];
  const end = line + caption;
  const start = Math.max(line, text.lastIndexOf('。', end - 1) + 1);
  const named = before.filter((mention) => mention.start >= start && mention.end <= end);
  return named.length <= MOST_PICTURED ? named : [];
}

/** 新华社记者 李四 摄；李四 摄/视觉重庆。 */
function medium(
  text: string,
  mentions: readonly Mention[],
  { first, next }: { readonly first: number; readonly next: number },
  predicate: Span,
): readonly Mention[] {
  const [before, after] = [mentions[first - 1], mentions[next]];
  const isBefore =
    before?.category === 'organization' &&
    AFTER_MEDIUM.test(text.slice(before.end, mentions[first]!.start));
  const isAfter =
    after?.category === 'organization' &&
    BEFORE_MEDIUM.test(text.slice(predicate.end, after.start));
  return [...(isBefore ? [before] : []), ...(isAfter ? [after] : [])];
}
