import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Argument, Clause, Predicate } from './clause.ts';
import type { Candidate, Slot } from './propose.ts';
import type { Unit } from './units.ts';

/** 职务、身份的长度上限。 */
const LONGEST = 16;
const STOP = new Set('，,；;：:。！？!?（()）的了着过在于由被将把与向对为给从以是等并而'.split(''));
const SEPARATOR = new Set(['、', '兼', '和', '及', '暨', '兼任', '与']);
const SKIP = new Set([
  '的',
  '原',
  '前',
  '时任',
  '现任',
  '”',
  '」',
  '》',
  '第',
  '“',
  '（',
  '(',
  '首任',
]);
const COPULA = new Set(
  '是 为 系 任 作为 成为 出任 担任 兼任 当选 当选为 任命为 受聘为 接任 升任 转任 调任 改任 继任 现任 曾任 历任 就任 卸任 免去 辞去 （ ('.split(
    ' ',
  ),
);

/** 名词性谓词：职务、身份、从属。A局长B；B任A局长；A旗下B；B是A的股东。 */
export function* proposeTitles(
  units: readonly Unit[],
  clause: Clause,
  carried: readonly Slot[],
  lexicon: Lexicon,
): Generator<Candidate> {
  for (const [index, owner] of clause.args.entries()) {
    const pieces = piecesAfter(units, owner.next, clause.next, lexicon);
    const end = pieces.at(-1)?.next ?? owner.next;
    const right = clause.args.slice(index + 1, index + 4);
    const next = right[0];
    const before = units[owner.first - 1];
    const copula = before !== undefined && COPULA.has(before.text);
    const person = right.find((arg) => arg.mentions[0]!.category === 'person');
    for (const piece of pieces) {
      const make = (holder: Slot, rule: string) => title(owner, holder, piece, clause, rule);
      if (next && next.first <= end + 1 && next !== person) {
        yield make({ arg: next, place: 'right', rank: 0 }, 'apposition');
      }
      if (person && units[person.first]!.start - units[owner.next - 1]!.end <= LONGEST * 2) {
        const rank = right.indexOf(person);
        yield make(
          { arg: person, place: 'right', rank },
          rank === 0 ? 'title-between' : 'title-chain',
        );
      }
      let rank = 0;
      for (let i = index - 1; i >= 0 && rank < 2; i--) {
        const arg = clause.args[i]!;
        const isPerson = arg.mentions[0]!.category === 'person';
        if (isPerson ? piece.kind !== 'office' && !copula : !copula) continue;
        yield make({ arg, place: 'left', rank: rank++ }, isPerson ? 'title-after' : 'role');
      }
      for (const slot of carried) {
        const isPerson = slot.arg.mentions[0]!.category === 'person';
        if (isPerson ? piece.kind === 'office' : copula) {
          yield make(slot, isPerson ? 'carried-title' : 'carried-role');
        }
      }
    }
  }
  yield* bareTitles(units, clause, carried, lexicon);
}

/** 董事长某某：单位在前文。 */
function* bareTitles(
  units: readonly Unit[],
  clause: Clause,
  carried: readonly Slot[],
  lexicon: Lexicon,
): Generator<Candidate> {
  for (const [index, holder] of clause.args.entries()) {
    if (holder.mentions[0]!.category !== 'person') continue;
    let first = holder.first;
    while (first > clause.first && holder.first - first < 4 && isInner(units[first - 1]!)) first--;
    if (first === holder.first || (first > 0 && units[first - 1]!.mention)) continue;
    const piece = pieceOf(units, first, holder.first, lexicon);
    if (piece?.kind !== 'office') continue;
    const make = (slot: Slot, rule: string) =>
      title(slot.arg, { arg: holder, place: 'right', rank: 0 }, piece, clause, rule, slot);
    let rank = 0;
    for (let i = index - 1; i >= 0 && rank < 2; i--) {
      const arg = clause.args[i]!;
      if (isEmployer(arg)) yield make({ arg, place: 'left', rank: rank++ }, 'title-shared');
    }
    for (const slot of carried) if (isEmployer(slot.arg)) yield make(slot, 'carried-employer');
  }
}

function isEmployer({ mentions }: Argument): boolean {
  const { category } = mentions[0]!;
  return category === 'organization' || category === 'place';
}

function title(
  owner: Argument,
  holder: Slot,
  predicate: Predicate,
  clause: Clause,
  rule: string,
  tail: Slot = { arg: owner, place: 'left', rank: 0 },
): Candidate {
  const { category } = holder.arg.mentions[0]!;
  const heads = holder.arg.mentions.filter((m) => m.category === category);
  const owners = tail.place === 'left' ? owner.mentions.slice(-1) : owner.mentions.slice(0, 1);
  const kind =
    category === 'person' ? 'office' : predicate.kind === 'office' ? 'verb' : predicate.kind;
  return {
    head: holder,
    tail,
    heads: rule === 'title-between' ? heads : heads.slice(0, 1),
    tails: owners,
    predicate: { ...predicate, kind },
    clause,
    rule,
  };
}

/** 并列的职务：市委常委、副市长；董事长兼总经理。 */
function piecesAfter(
  units: readonly Unit[],
  from: number,
  limit: number,
  lexicon: Lexicon,
): Predicate[] {
  const pieces: Predicate[] = [];
  let first = from;
  const close = (next: number) => {
    const piece = pieceOf(units, first, next, lexicon);
    if (piece) pieces.push(piece);
    return piece !== undefined;
  };
  let i = from;
  for (; i < limit; i++) {
    const unit = units[i]!;
    if (first === i && SKIP.has(unit.text)) first++;
    else if (SEPARATOR.has(unit.text)) {
      if (!close(i)) return pieces;
      first = i + 1;
    } else if (!isInner(unit) || unit.end - units[first]!.start > LONGEST) break;
  }
  close(i);
  return pieces;
}

function isInner({ mention, text, tag }: Unit): boolean {
  return !mention && !STOP.has(text) && !SEPARATOR.has(text) && tag !== 'p' && tag !== 'ul';
}

function pieceOf(
  units: readonly Unit[],
  from: number,
  next: number,
  { titles, predicates }: Lexicon,
): Predicate | undefined {
  let first = from;
  while (first < next && SKIP.has(units[first]!.text)) first++;
  if (first >= next) return undefined;
  const core = units[next - 1]!;
  const label = units
    .slice(first, next)
    .map(({ text }) => text)
    .join('');
  const office = titles.longestBefore(label, label.length, 0) !== undefined;
  const noun = /^(n|vn|b|j|x|l|f|r)/.test(core.tag) || predicates.get(core.text) === 'part';
  if (!office && !noun) return undefined;
  if (!/^[\p{Script=Han}A-Z]+$/u.test(label)) return undefined;
  const kind = office ? 'office' : (predicates.get(core.text) ?? 'verb');
  return { start: units[first]!.start, end: core.end, label, kind, first, next, core };
}
