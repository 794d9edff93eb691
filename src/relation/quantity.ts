import { matchingForm } from '../lexicon/matching.ts';
import type { Quantity, Span } from '../types.ts';
import { numberOf, zerosOf } from './numeral.ts';

/** 度量单位，及其统一的写法。 */
const MEASURES: Readonly<Record<string, string>> = {
  ...same('元 美元 欧元 英镑 日元 韩元 澳元 加元 卢布 法郎 泰铢 吨 千克 克 毫克 斤 盎司'),
  ...same('公里 米 厘米 毫米 海里 英里 亩 公顷 平方米 平方公里 立方米 立方 升 毫升 桶'),
  ...same('瓦 千瓦 兆瓦 吉瓦 千瓦时 兆瓦时 伏 千伏 标箱 倍 股 个百分点 小时 分钟 天 个月'),
  ...same('岁 千卡 字节 摄氏度'),
  ...{ 港元: '港元', 港币: '港元', 人民币元: '元', 公斤: '千克', 千米: '公里', 平米: '平方米' },
  ...{ 平方千米: '平方公里', 标准箱: '标箱', TEU: '标箱', 百分点: '个百分点', 个小时: '小时' },
  ...{ '%': '%', '％': '%', '‰': '‰' },
};
/** 量词；“一家”“一名”“一度”不是数量。 */
const CLASSIFIERS = same(
  '人 名 位 户 家 个 座 条 辆 台 架 艘 列 趟 件 项 所 栋 幢 间 套 部 份 场 种 类 只 头 匹 株 棵 张 支 枚 颗 批 笔 例 人次 车次 架次 航次 班次 班 次 台套 台次 封 册 篇 幅 处 口 床 款 度',
);
const UNITS: Readonly<Record<string, string>> = { ...MEASURES, ...CLASSIFIERS };

/** 数之前、之后表示约数的词。 */
const ABOUT = '近|将近|接近|约|大约|超|超过|逾|突破|不足|不到|不少于|至少';
const MORE = '多|余';
const SIZE = '(?:[十百千]?万亿|[十百千]?[万亿]|[十百]|千(?![瓦克米伏卡]))';
const ARABIC = '\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,6})?|\\d{1,15}(?:\\.\\d{1,6})?';
const CHINESE =
  '[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零〇]{0,20}(?:点[一二三四五六七八九零]{1,6})?';
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .join('|');
const PER = '(?:/(?:吨|千克|公斤|平方米|年|月|天|日|人|千瓦时|亩|小时|股))?';

/** 第三家、G318、3至5亿元都不是数量；达到5亿元是。 */
const BEFORE =
  '[\\w.,第几数/一二三四五六七八九十百千万亿〇零两]|[\\w%一二三四五六七八九十百千万亿][-–—～~至到]';

/**
 * 数、量级、单位。
 * Every repetition is bounded, so that the search is linear in the text.
 */
const QUANTITY = new RegExp(
  `(?<about>${ABOUT})?(?<!${BEFORE})` +
    `(?:(?<per>百分之|千分之)(?<share>${CHINESE}|${ARABIC})|` +
    `(?<digits>${ARABIC}|${CHINESE})(?:${MORE})?(?<size>${SIZE})?(?:${MORE})?(?<unit>${UNIT}|%|％|‰)(?:人民币)?(?<rate>${PER})(?![\\w/]))` +
    `(?:左右|上下|以上|以下|以内)?`,
  'g',
);

/**
 * Find numbers with their units: 近3000亩, 67%, 1491车次, 2,837万吨, 三千五百人, 百分之五.
 * @param isWordEdge whether a word begins or ends at a position: 五台山 holds no 五台
 * @example quantitiesIn('总投资2.5亿元', { start: 0, end: 8 }) // 2.5亿元: 250000000 元
 */
export function quantitiesIn(
  text: string,
  { start, end }: Span,
  isWordEdge: (position: number) => boolean = () => true,
): Quantity[] {
  const found: Quantity[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(QUANTITY)) {
    const { about = '', per, share, digits, size, unit: written = '' } = match.groups!;
    const from = start + match.index;
    const to = from + match[0].length;
    if (!isWordEdge(from + about.length) || !(per || isWordEdge(to))) continue;
    if (digits === '一' && Object.hasOwn(CLASSIFIERS, written)) continue;
    const value = numberOf((digits ?? share)!, size);
    if (value === undefined) continue;
    const unit = per ? SHARES[per]! : UNITS[written]! + match.groups!['rate']!;
    found.push({ start: from, end: to, text: text.slice(from, to), value, unit });
  }
  return found;
}

const SHARES: Readonly<Record<string, string>> = { 百分之: '%', 千分之: '‰' };

/** How far apart figures may be of which one is 近, 约, 多 or 以上. */
const LEEWAY = 0.1;
const APPROXIMATE = new RegExp(`${ABOUT}|${MORE}|左右|上下|以上|以下|以内`);

/**
 * Whether two figures may stand for the same number: they are equal; or the more exact one, rounded
 * or cut to the places of the other, is the other (32亿 and 32.1亿); or one is approximate and
 * they are within ten per cent (近3000 and 2,987).
 */
export function agree(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit) return false;
  if (a.value === b.value) return true;
  const [one, other] = [precisionOf(a), precisionOf(b)];
  const largest = Math.max(Math.abs(a.value), Math.abs(b.value));
  if (one.about || other.about) return Math.abs(a.value - b.value) <= largest * LEEWAY;
  const zeros = Math.max(one.zeros, other.zeros);
  const [coarse, fine] = one.zeros === zeros ? [a.value, b.value] : [b.value, a.value];
  if (one.zeros === other.zeros) return false;
  // 除以再乘会有误差，所以移小数点。
  const places = Number(`${fine}e${-zeros}`);
  const written = Number(`${coarse}e${-zeros}`);
  return Math.round(places) === written || Math.floor(places) === written;
}

/** The power of ten of the last digit that is written, and whether the words call it approximate. */
function precisionOf({ text }: Quantity): { zeros: number; about: boolean } {
  const { groups = {} } = [...matchingForm(text).matchAll(QUANTITY)][0] ?? {};
  const digits = groups['digits'] ?? groups['share'] ?? '';
  const size = groups['size'] ?? /[万亿]+$/.exec(digits)?.[0] ?? '';
  const decimals = /[.点](.+?)[万亿]*$/.exec(digits)?.[1]?.length ?? 0;
  return { zeros: zerosOf(size) - decimals, about: APPROXIMATE.test(text) };
}

function same(units: string): Record<string, string> {
  return Object.fromEntries(units.split(' ').map((unit) => [unit, unit]));
}
