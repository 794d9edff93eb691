import { afterParent } from '../lexicon/gazetteer.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Clause, Predicate } from './clause.ts';
import { hashText } from './hash.ts';
import type { Candidate } from './propose.ts';
import type { Slot } from './slot.ts';
import type { Unit } from './units.ts';

const LABEL = '位于';
const LABEL_HASH = hashText(LABEL);
const NO_MARKER = hashText('');
const OPEN = new Set(['“', '「', '《']);
/** 以此结尾的多是行政区划；重庆市巴南区、浙江嘉善由区划表来说。 */
const DIVISION = /[省市县区镇乡村旗州盟]$/;

/** 毗邻波兰的地区、来自重庆的企业：不在那里。 */
const LINKING =
  /^(?:毗邻|邻近|临近|靠近|接壤|连接|连通|联通|串联|来自|通往|开往|飞往|前往|驶往|途经|经过|贯穿|横跨|往返|返回|离开)$/;
/** 京杭大运河黄河以北河段：河段不在黄河。 */
const BEYOND = /^以[东南西北内外]/;
/** 以色列红海城市：在以色列的是城市。 */
const SEA = /[海洋]$/;
const JOIN = new Set(['、', '和', '与', '及', '至', '到']);

/**
 * 春晖里社区的“乐龄小食堂”、四川省青川县云溪水库：后者位于紧挨在前面的地方。
 * No word says so: the predicate is the empty range after the place.
 */
export function* proposeSeats(
  units: readonly Unit[],
  clause: Clause,
  { divisions, countries, names }: Lexicon,
): Generator<Candidate> {
  const isCountry = (name: string) => countries.has(names.get(name)?.canonical ?? name);
  for (let i = clause.first; i < clause.next - 1; i++) {
    const place = units[i]!;
    if (place.mention?.category !== 'place' || place.anaphor) continue;
    let next = i + 1;
    const owns = units[next]!.text === '的';
    if (owns && isLinked(units, i)) continue;
    if (owns) next++;
    if (OPEN.has(units[next]?.text ?? '')) next++;
    const named = next < clause.next ? units[next]! : undefined;
    if (!named?.mention || named.anaphor || named.mention.category === 'person') continue;
    const { text } = named.mention;
    // 中俄、美军：单字的地名是简称，不是地点。
    if (text.length < 2 || place.mention.text.length < 2) continue;
    if (!adjoins(units, i, next) || isModifier(units, next, owns)) continue;
    if (!owns && (DIVISION.test(text) || afterParent(text, divisions).length > 0)) continue;
    // 袭击俄罗斯的乌克兰无人机、位于红海的美国航母：在那里的不是国家。
    if (isCountry(text)) continue;
    const [head, tail] = [slotOf(units, next), slotOf(units, i)];
    yield {
      ...{ head, tail, heads: head.arg.mentions, tails: tail.arg.mentions },
      ...{ predicate: between(units, i, next), clause, rule: 'seat' },
    };
  }
}

/** 标题里两句之间的空格隔开名称：伤害欧洲 美国趁火打劫。 */
function adjoins(units: readonly Unit[], i: number, next: number): boolean {
  for (let j = i; j < next; j++) if (units[j]!.end !== units[j + 1]!.start) return false;
  return true;
}

/** 大桥的香港单牌车、海湾的美国油轮：在那里的是后面的名词。 */
function isModifier(units: readonly Unit[], named: number, owns: boolean): boolean {
  const { text, category } = units[named]!.mention!;
  const after = units[named + 1];
  if (!after || after.mention || category !== 'place') return false;
  const isNoun = /^(?:n|vn)/.test(after.tag);
  return BEYOND.test(after.text) || (isNoun && (owns || SEA.test(text)));
}

/** Whether the places that end at `i` are what a verb such as 毗邻 leads to. */
function isLinked(units: readonly Unit[], i: number): boolean {
  let before = i - 1;
  while (before >= 0 && (units[before]!.mention || JOIN.has(units[before]!.text))) before--;
  return LINKING.test(units[before]?.text ?? '');
}

function slotOf(units: readonly Unit[], at: number): Slot {
  const mentions = [units[at]!.mention!];
  const arg = { mentions, first: at, next: at + 1, marker: '', split: 0, markerHash: NO_MARKER };
  return { arg, place: 'left', rank: 0 };
}

function between(units: readonly Unit[], place: number, named: number): Predicate {
  const start = units[place]!.end;
  return {
    ...{ start, end: start, label: LABEL, labelHash: LABEL_HASH, kind: 'location', listed: true },
    ...{ first: place + 1, next: named, core: units[place + 1]!, fine: 0, coarse: 0 },
  };
}
