import { hashText } from './hash.ts';
import type { Unit } from './units.ts';

const OPEN = new Set(['（', '(']);
const CLOSE = new Set(['）', ')']);
/** 定义另一名称的括号以此开头：（以下简称、（下称、（即、（股票代码。 */
const DEFINING =
  /^(?:以?下?[简簡]?[称稱]|[简簡][称稱]|又[称稱名]|原名|曾用名|即|[证證]券|股票|英文|缩写|全[称稱])/;
const LONGEST = 24;

/**
 * The units without brackets that only define another name: 甲公司（以下简称“甲”）与乙公司合资.
 * A clause reads as if they were not there.
 */
export function withoutDefinitions(units: readonly Unit[]): readonly Unit[] {
  const kept: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const end = definitionEnd(units, i);
    if (end === undefined) kept.push(units[i]!);
    else i = end;
  }
  return kept;
}

/** Units of a title at most. */
const LONGEST_TITLE = 60;
const TITLE = { tag: 'nz', tagHash: hashText('nz') };

/**
 * 书名里的名称和动词与句子无关：签署《某某委员会会议纪要》，签的不是委员会。
 * Titles become one unit each; a title that is one name stays that name.
 */
export function withoutTitles(units: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const close = units[i]!.text === '《' ? titleEnd(units, i) : undefined;
    if (close === undefined || close <= i + 2) {
      kept.push(units[i]!);
      continue;
    }
    const inside = units.slice(i, close + 1);
    const text = inside.map((unit) => unit.text).join('');
    const [start, end] = [units[i]!.start, units[close]!.end];
    kept.push({ start, end, text, hash: hashText('《》'), ...TITLE });
    i = close;
  }
  return kept;
}

/** The number of the unit that closes a title opened at `open`; titles may hold others. */
function titleEnd(units: readonly Unit[], open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < units.length && i - open <= LONGEST_TITLE; i++) {
    if (units[i]!.text === '《') depth++;
    if (units[i]!.text === '》' && --depth === 0) return i;
  }
  return undefined;
}

/** The number of the unit that closes a definition beginning at `open`. */
function definitionEnd(units: readonly Unit[], open: number): number | undefined {
  if (!OPEN.has(units[open]!.text)) return undefined;
  const inside = units.slice(open + 1, open + LONGEST);
  const length = inside.findIndex(({ text }) => CLOSE.has(text));
  if (length < 0) return undefined;
  const words = inside.slice(0, Math.min(length, 4)).map(({ text }) => text);
  return DEFINING.test(words.join('').replace(/^[“"「]/, '')) ? open + 1 + length : undefined;
}
