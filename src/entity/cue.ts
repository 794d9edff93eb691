import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category, Mention } from '../types.ts';

/** 公司才有的人和事：某某公告称，某某董事长。 */
const AFTER_ORGANIZATION =
  /^(?:发布)?(?:公告|董事|监事|总经理|总裁|财务总监|首席|创始人|全资|控股|股份|股权|旗下|子公司|员工|承建|中标|研发|投资建设)/;
const BEFORE_ORGANIZATION = /(?:收购|控股|参股|入股|注资|旗下|隶属于?|就职于|任职于|加盟|供职于)$/;
/** 人才去的地方：位于某某，前往某某。 */
const BEFORE_PLACE = /(?:位于|坐落于|落户|抵达|前往|途经|迁往|地处|毗邻|移师)$/;
/** 只有人才做的事：某某获聘首席财务官，某某毕业于。 */
const AFTER_PERSON = /^(?:获聘|受聘|履新|出生|毕业于|病逝|逝世)/;
/** How far a cue reaches. */
const REACH = 6;

/**
 * The category for which the words beside a mention speak, if they do: a title before it for a
 * person, 收购 before it for an organization, 位于 before it for a place, 获聘 after it for a person.
 */
export function categoryByCue(
  text: string,
  { start, end }: Mention,
  { titles }: Lexicon,
): Category | undefined {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (BEFORE_ORGANIZATION.test(before)) return 'organization';
  if (BEFORE_PLACE.test(before)) return 'place';
  const after = text.slice(end, end + REACH);
  if (AFTER_ORGANIZATION.test(after)) return 'organization';
  if (AFTER_PERSON.test(after)) return 'person';
  return titles.longestBefore(text, start, start - REACH) ? 'person' : undefined;
}
