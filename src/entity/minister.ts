import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';

/** 部长、局长的“部”“局”。 */
const MINISTRY = /[部局厅署]$/;
/** 职务在这里完了：人名、并列的职务、说话和日期；外交部长期不是。 */
const AFTER_TITLE = /^长(?:$|[、，兼和说称表会今当在\d])/;
/** 省委组织部长：供职的是省委。 */
const COMMITTEE = /^.+[省市县区州旗]委(?=..)/;

/**
 * Leave the titles of ministers out of names: 甲国国防部长某某 names 甲国 and 某某.
 * @param mentions sorted by place; they do not overlap
 */
export function leaveTitles(
  text: string,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  return mentions.flatMap((mention, index) =>
    employerOf(text, mention, mentions[index + 1], lexicon),
  );
}

/** 甲国国防部｜长某某：国防部长是职务，名称只到国名；没有国名的不是名称。 */
function employerOf(
  text: string,
  mention: Mention,
  next: Mention | undefined,
  lexicon: Lexicon,
): Mention[] {
  const limit = next?.category === 'person' ? next.start : text.length;
  const rest = text.slice(mention.end, Math.min(limit, mention.end + 2));
  if (mention.category !== 'organization' || !MINISTRY.test(mention.text)) return [mention];
  if (!AFTER_TITLE.test(rest)) return [mention];
  const committee = COMMITTEE.exec(mention.text)?.[0].length;
  const employer = committee ?? placeBefore(mention.text, lexicon);
  if (employer === 0) return [];
  const category = committee ? 'organization' : 'place';
  const end = mention.start + employer;
  return [{ ...mention, end, text: text.slice(mention.start, end), category, rule: 'minister' }];
}

/** How long the place is with which a name begins, 1 for 俄 of 俄外交部; 0 when it begins with none. */
function placeBefore(name: string, { names }: Lexicon): number {
  const known = names.get(name)?.canonical ?? name;
  for (let end = known.length - 2; end > 0; end--) {
    if (names.get(known.slice(0, end))?.category !== 'place') continue;
    return Math.max(0, name.length - (known.length - end));
  }
  return 0;
}
