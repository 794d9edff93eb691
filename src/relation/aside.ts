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

/** The number of the unit that closes a definition beginning at `open`. */
function definitionEnd(units: readonly Unit[], open: number): number | undefined {
  if (!OPEN.has(units[open]!.text)) return undefined;
  const inside = units.slice(open + 1, open + LONGEST);
  const length = inside.findIndex(({ text }) => CLOSE.has(text));
  if (length < 0) return undefined;
  const words = inside.slice(0, Math.min(length, 4)).map(({ text }) => text);
  return DEFINING.test(words.join('').replace(/^[“"「]/, '')) ? open + 1 + length : undefined;
}
