import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../types.ts';
import type { NameShape } from './shape.ts';

/** How a name is a short form of another. */
export interface ShortForm {
  readonly rule: /** 惠科金渝、上交所：在别处也认得出。 */
    | 'short-name'
    /** 管委会、市防指、以：离开这篇文章就不知道是谁。 */
    | 'part-name'
    /** 渝北区：词表里的地名，前面的上级地名可有可无。 */
    | 'place-name'
    /** The lexicon has both. */
    | 'known-alias'
    | 'person-short-form';
  /** How much is lost, from 0: of several full names the one of which least is lost is meant. */
  readonly loss: number;
  /** So clear that the short name takes the full one's category, whatever its own. */
  readonly decidesCategory: boolean;
}

/** 分公司不是公司。 */
const BRANCH = /[分支](?:公司|行|店|院|局|校|社|部|所|队|会)$/;

const form = (rule: ShortForm['rule'], loss: number, decidesCategory = false): ShortForm => ({
  rule,
  loss,
  decidesCategory,
});

/**
 * Whether a name is made of the characters of another as short names are. What may be left out
 * depends on what it says: places in front, legal forms and industries may; what makes another
 * entity of it (分公司, 物流, 西站) may not, so that a mere beginning of a name is none.
 * @param category of the full name
 */
export function shortForm(
  short: NameShape,
  full: NameShape,
  category: Category,
  lexicon: Lexicon,
): ShortForm | undefined {
  if (short.key === '') return undefined;
  const known = lexicon.names.get(short.text);
  if (known && known === lexicon.names.get(full.text)) return form('known-alias', 0);
  if (known && known === lexicon.names.get(full.unnumbered)) return form('known-alias', 1);
  if (category === 'place') return ofPlace(short, full, known !== undefined);
  if (short.isPlace && category === 'organization') return undefined;
  if (!isSubsequence(short.key, full.key) || losesNumber(short, full)) return undefined;
  if (BRANCH.test(full.bare) && !/[分支]/.test(short.key)) return undefined;
  if (full.company) return ofCompany(short, full, lexicon);
  if (category === 'program') return ofProgram(short, full, known !== undefined);
  return known ? undefined : ofBody(short, full);
}

/** Where the places in front end. */
const placeEnd = ({ starts }: NameShape): number => starts.at(-1)!;

export function isSubsequence(short: string, full: string): boolean {
  let position = -1;
  for (const character of short) {
    position = full.indexOf(character, position + 1);
    if (position < 0) return false;
  }
  return true;
}

const DIVISION = /^(?:地区|特别行政区|[省市县区盟旗镇乡村]|(?:.{1,9}族)?自治[区州县旗])$/;

/** 禾川 → 禾川县，渝北区 → 重庆市渝北区，许洛中心 → 许洛保税物流中心，以 → 以色列。 */
function ofPlace(short: NameShape, full: NameShape, known: boolean): ShortForm | undefined {
  const [s, f] = [short.key, full.key];
  if (s.length === 1) {
    return f.startsWith(s) && !DIVISION.test(f.at(-1)!) ? form('part-name', 2) : undefined;
  }
  if (f.startsWith(s)) {
    const bracketed = full.bare === s;
    return DIVISION.test(f.slice(s.length)) || bracketed ? form('part-name', 0) : undefined;
  }
  if (s.endsWith('县') && f.startsWith(s.slice(0, -1)) && /族自治县$/.test(f)) {
    return form('part-name', 0);
  }
  if (f.endsWith(s)) {
    const places = full.starts.includes(f.length - s.length);
    const joined = /[和与及、]$/.test(f.slice(0, -s.length));
    if (places && known) return form('place-name', 1);
    return places || (s.length > 3 && !joined) ? form('part-name', 1) : undefined;
  }
  if (known || /[省市县州旗镇乡村]$/.test(s)) return undefined;
  return full.bare.at(-1) === s.at(-1) && isAbbreviation(short, full, 4)
    ? form('short-name', 2)
    : undefined;
}

/** 公司、集团、俱乐部：重庆惠科金渝光电科技有限公司 → 惠科金渝。 */
function ofCompany(short: NameShape, full: NameShape, { names }: Lexicon): ShortForm | undefined {
  const legal = full.bare.slice(full.headStart);
  const own = short.company ? short.bare.slice(short.headStart) : '';
  const brand = own ? short.key.slice(0, short.headStart) : short.key;
  // 云溪药业有限公司不是云溪药业集团有限公司：写全了的就不是简称。
  const agrees = own.includes('有限') ? own === legal : isSubsequence(own, legal);
  if (brand.length < 2 || !agrees) return undefined;
  const core = full.bare.slice(0, full.headStart);
  const branch = full.bare !== full.key && !/[（(](?:集团|有限合伙)/.test(full.text);
  if (brand === core) return form('short-name', branch ? 3 : 0, brand.length > 2);
  // 京东不是京东物流有限公司；中车株洲所不会是别的。
  const ownEntity = names.get(short.text) && (core.includes(brand) || brand.length < 3);
  if (ownEntity || placeEnd(short) === brand.length) return undefined;
  const local = core.slice(placeEnd(full));
  if (brand === local) return form('short-name', 1, brand.length > 2);
  if (own.includes('有限')) return undefined;
  const at = core.indexOf(brand);
  if (at >= 0 && at <= MOST_BEFORE_BRAND && brand.length > 2) {
    return form('short-name', 2, at === 0 || at === placeEnd(full));
  }
  const begins = [full.key, ...full.starts.map((start) => core.slice(start))].some(
    (name) => name.startsWith(brand.slice(0, 2)) && isSubsequence(brand, name),
  );
  if (begins) return form('short-name', 2);
  return brand[0] === core[0] && isSubsequence(brand, core) ? form('short-name', 3) : undefined;
}

/** 牌号之前最多这么多字，是词表不认得的地名。 */
const MOST_BEFORE_BRAND = 4;

/** 机关、学校、医院、研究所：上海证券交易所 → 上交所，鹰潭市防汛抗旱指挥部 → 市防指。 */
function ofBody(short: NameShape, full: NameShape): ShortForm | undefined {
  const local = full.bare.slice(placeEnd(full));
  // “环重庆理工大学”不是重庆理工大学的全称，是切错了。
  const ends = short.key.length > 2 && placeEnd(short) === 0 && full.bare.endsWith(short.key);
  if (short.key === local || (ends && !isComplete(short, full))) return form('part-name', 1);
  if (!isAbbreviation(short, full, 4)) return undefined;
  return form(LEVEL.test(short.key) ? 'part-name' : 'short-name', 2);
}

/** 博览会、高铁、计划：中国国际进口博览会 → 进博会，十大创新行动计划 → 十大创新。 */
function ofProgram(short: NameShape, full: NameShape, known: boolean): ShortForm | undefined {
  const [s, f] = [short.key, full.bare];
  if (f.startsWith(s)) return SCHEME.test(f.slice(s.length)) ? form('short-name', 0) : undefined;
  if (f.endsWith(s)) {
    const named = full.starts.includes(f.length - s.length) || LINE.test(s);
    return named ? form('part-name', 1) : undefined;
  }
  return !known && isAbbreviation(short, full, 3) ? form('short-name', 2) : undefined;
}

/** 合肥轨道交通9号线 → 9号线。 */
const LINE = /^[\d一二三四五六七八九十]{1,3}号线$/;
const LEVEL = /^[国省市区县州镇]/;
const SCHEME = /^(?:专项)?(?:工程|计划|行动|行动计划|活动|项目|政策)$/;

/**
 * 首字是全称的、去掉地名后的或其行政级别的首字，末字在全称的中心词里；不是全称的开头。北京大学不是北京
 * 科技大学，友谊口岸不是友谊关口岸：自成全称的，略去的字就有区别意义。
 * @param free from this length on, a short name may begin in the middle of the full one
 */
function isAbbreviation(short: NameShape, full: NameShape, free: number): boolean {
  if (!sameBracket(short, full)) return false;
  const [s, f] = [short.bare, full.bare];
  const last = f.lastIndexOf(s.at(-1)!);
  if (f.startsWith(s) || last < full.headStart) return false;
  if (!isSubsequence(s.slice(0, -1), f.slice(0, last))) return false;
  if (f.length - s.length < 2) return false;
  const starts = full.starts.some((start) => f[start] === s[0] || f[start - 1] === s[0]);
  return (starts || s.length >= free) && !isComplete(short, full);
}

/** 哈工大（威海）不是哈尔滨工业大学，是哈尔滨工业大学（威海）。 */
function sameBracket(short: NameShape, full: NameShape): boolean {
  const inside = ({ key, bare }: NameShape) => (key.startsWith(bare) ? key.slice(bare.length) : '');
  return inside(short) === '' || inside(short) === inside(full);
}

/** 一地有许多的：地名加上它就是另一个的全称。 */
const ONE_OF_MANY =
  /(?:大学|学院|学校|中学|小学|银行|医院|法院|检察院|委员会|队|博物馆|公园|机场|大桥|高铁|高速公路|站)$/;

/** A place and a head, of which the full name has more to say between. */
function isComplete(short: NameShape, full: NameShape): boolean {
  const own = full.headKnown ? ONE_OF_MANY.exec(short.key)?.[0] : full.bare.slice(full.headStart);
  if (!own || !short.key.endsWith(own) || !full.bare.endsWith(own)) return false;
  const rest = short.key.slice(0, -own.length).replace(/人民$/, '');
  const plain = rest.length <= Math.max(1, placeEnd(short)) || /^(?:中央|全国|国家)$/.test(rest);
  return plain && (rest === '' || !full.bare.endsWith(`人民${own}`));
}

const NUMBER = /[\d〇零一二三四五六七八九十百]/g;

/** 第三分公司不是公司，9号线不是1号线：略去数字就不是同一个了。 */
function losesNumber(short: NameShape, full: NameShape): boolean {
  const numbers = (name: string) => name.match(NUMBER)?.join('') ?? '';
  return (
    numbers(short.key) !== numbers(full.bare.slice(placeEnd(full))) &&
    numbers(short.key) !== numbers(full.key)
  );
}
