import type { Lexicon } from '../lexicon/lexicon.ts';

/** A name taken apart: 重庆|惠科金渝光电科技|有限公司, 云南|大学附属第一|医院. */
export interface NameShape {
  /** The name as written. */
  readonly text: string;
  /** The name without brackets and quotation marks, but with what stands in them. */
  readonly key: string;
  /** The name without its brackets and what stands in them, where it has any. */
  readonly bare: string;
  /** The name after 第九届 or 党的, if it begins with such. */
  readonly unnumbered: string;
  /** Positions in `bare` where its own name may begin: 0, after 第九届, after each of the places. */
  readonly starts: readonly number[];
  /** Where the legal form (集团有限公司) or else the head (研究院, 大桥) begins. */
  readonly headStart: number;
  /** The head is one that the lexicon knows. */
  readonly headKnown: boolean;
  /** It ends with the legal form of a company. */
  readonly company: boolean;
  /** The whole name is a known place or one of the document's places. */
  readonly isPlace: boolean;
}

const BRACKETED = /[（(][^（()）]*[）)]/g;
const MARKS = /[（()）“”"「」『』‘’\s—–·-]/g;
const LEGAL_FORM =
  /(?:(?:集团|集團)?(?:控股)?(?:股份)?(?:有限)?(?:责任|責任)?(?:总)?公司|(?:控股)?(?:集团|集團)|控股|株式会社|合伙企业|(?:足球|篮球|排球)?俱乐部|(?:律师|会计师)?事务所)$/;
/** 名称开头的修饰，简称常略去：第九届亚洲冬季运动会、党的二十大。 */
const OPENING = /^(?:第?[\d〇零一二三四五六七八九十百]{1,5}届|\d{4}年?|党的)/;
/** 不见于词表的地名：澜江市、云汀县。 */
const UNKNOWN_PLACE = /^\p{Script=Han}{2,3}?[省市县区州旗镇乡]/u;
const DIVISION = /^[省市县区州旗镇乡]/;
const LONGEST_PLACE = 8;

/**
 * Take a name apart.
 * @param places names of places in the document, which the lexicon may not know
 */
export function shapeOf(text: string, lexicon: Lexicon, places: ReadonlySet<string>): NameShape {
  const key = text.replace(MARKS, '');
  const bare = text.replace(BRACKETED, '').replace(MARKS, '');
  const legal = LEGAL_FORM.exec(bare);
  const company = legal !== null && legal.index > 0;
  const suffix = lexicon.suffixes.longestBefore(bare, bare.length, 1);
  const head = company
    ? bare.length - legal[0].length
    : (suffix?.start ?? Math.max(0, bare.length - 2));
  const opening = OPENING.exec(bare)?.[0].length ?? 0;
  return {
    text,
    key,
    bare,
    unnumbered: bare.slice(opening),
    starts: startsOf(bare, opening, head, lexicon, places),
    headStart: head,
    headKnown: suffix !== undefined,
    company,
    isPlace: isPlace(text, lexicon, places),
  };
}

function isPlace(text: string, { names }: Lexicon, places: ReadonlySet<string>): boolean {
  return places.has(text) || names.get(text)?.category === 'place';
}

function startsOf(
  name: string,
  opening: number,
  head: number,
  lexicon: Lexicon,
  places: ReadonlySet<string>,
): number[] {
  // 巴南|区委：行政级别的字可以属于两边。
  const limit = DIVISION.test(name[head] ?? '') ? head + 1 : head;
  const starts = opening > 0 ? [0, opening] : [0];
  let end = opening;
  for (let length = LONGEST_PLACE; length > 1; length--) {
    if (end + length > limit || !isPlace(name.slice(end, end + length), lexicon, places)) continue;
    end += length;
    if (DIVISION.test(name[end] ?? '') && end < limit) end++;
    starts.push(end);
    length = LONGEST_PLACE + 1;
  }
  const unknown = end === 0 ? UNKNOWN_PLACE.exec(name) : null;
  if (unknown && unknown[0].length <= limit) starts.push(unknown[0].length);
  return starts;
}
