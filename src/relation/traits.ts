import { CATEGORIES, RELATION_KINDS } from '../types.ts';
import type { Clause, Predicate } from './clause.ts';
import { neighbour, relativeAhead } from './features.ts';
import { type Candidate, RULES } from './propose.ts';
import type { Rivals } from './rivals.ts';
import type { Slot } from './slot.ts';
import type { Unit } from './units.ts';

/**
 * What the trees of a scorer ask of a candidate: its linear score, how good its rivals are, and the
 * shape of the clause, as numbers.
 * @returns a list of the same length for every candidate; its order is part of the model
 */
export function traitsOf(
  { head, tail, heads, tails, predicate, clause, rule }: Candidate,
  linear: number,
  rivals: Rivals,
  units: readonly Unit[],
  clauses: readonly Clause[],
): number[] {
  return [
    linear,
    rivals.predicate,
    rivals.tail,
    rivals.head,
    rivals.pair,
    rivals.reverse,
    rivals.otherTail,
    rivals.otherHead,
    rivals.size,
    RULES.indexOf(rule),
    CATEGORIES.indexOf(heads[0]!.category),
    CATEGORIES.indexOf(tails[0]!.category),
    RELATION_KINDS.indexOf(predicate.kind),
    Number(predicate.listed),
    predicate.label.length,
    distance(head, predicate),
    distance(tail, predicate),
    verbsBetween(head, predicate, units),
    verbsBetween(tail, predicate, units),
    besides(head, units, -1),
    besides(head, units, 1),
    besides(tail, units, -1),
    besides(tail, units, 1),
    neighbour(units[predicate.first - 1]),
    neighbour(units[predicate.next]),
    Number(isAnaphor(head, units)),
    Number(isAnaphor(tail, units)),
    subjectNoun(clause, predicate, units),
    clause.predicates.length,
    clauses.length,
    clause.next - clause.first,
    predicate.first - clause.first,
    clause.next - predicate.next,
    relativeAhead(tail, clause, units),
  ];
}

/** How many units lie between an argument and the predicate; 5 for one of an earlier sentence. */
function distance({ arg }: Slot, { first, next }: Predicate): number {
  if (arg.first < 0) return 5;
  return Math.abs(arg.next <= first ? first - arg.next : arg.first - next);
}

function verbsBetween({ arg }: Slot, { first, next }: Predicate, units: readonly Unit[]): number {
  if (arg.first < 0) return -1;
  const [from, to] = arg.next <= first ? [arg.next, first] : [next, arg.first];
  let verbs = 0;
  for (let i = from; i < to; i++) if (!units[i]!.mention && units[i]!.tag[0] === 'v') verbs++;
  return verbs;
}

function besides({ arg }: Slot, units: readonly Unit[], side: 1 | -1): number {
  if (arg.first < 0) return 0;
  return neighbour(units[side < 0 ? arg.first - 1 : arg.next]);
}

function isAnaphor({ arg }: Slot, units: readonly Unit[]): boolean {
  return arg.first >= 0 && units[arg.first]!.anaphor === true;
}

/**
 * 隔膜由某厂供应：谓词之前有普通名词作主语，主语就不是前面分句的名称。
 * @returns 1 for such a noun, plus 2 for one that is an attribute, plus 4 for a name
 */
function subjectNoun({ first }: Clause, predicate: Predicate, units: readonly Unit[]): number {
  let found = 0;
  for (let i = first; i < predicate.first; i++) {
    const { mention, tag } = units[i]!;
    if (mention) found |= 4;
    else if (/^(?:n|vn|l|j|s)$/.test(tag)) {
      const next = units[i + 1]!;
      found |= next.text === '的' || next.mention ? 2 : 1;
    }
  }
  return found;
}
