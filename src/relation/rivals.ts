import { RELATION_KINDS } from '../types.ts';
import type { Candidate } from './propose.ts';
import type { Slot } from './slot.ts';

/** Score where there is no rival. */
const NONE = -9;
/** More than a sentence has units or candidates. */
const SPREAD = 1 << 16;
const LONGEST_LABEL = 64;

/** The highest scores among the other candidates of a sentence; -9 where there are none. */
export interface Rivals {
  /** Of the same predicate, of the same predicate and tail, of the same predicate and head. */
  readonly predicate: number;
  readonly tail: number;
  readonly head: number;
  /** Of the same head and tail, and of these the other way round. */
  readonly pair: number;
  readonly reverse: number;
  /** Of other predicates with the same tail, and with the same head. */
  readonly otherTail: number;
  readonly otherHead: number;
  /** How many candidates the predicate has. */
  readonly size: number;
}

/** Keeps the two highest scores, so that each member can be told the highest of the others. */
class Group {
  best = NONE;
  private second = NONE;
  size = 0;

  add(score: number): void {
    this.size++;
    if (score > this.best) {
      this.second = this.best;
      this.best = score;
    } else if (score > this.second) this.second = score;
  }

  without(score: number): number {
    return score === this.best ? this.second : this.best;
  }
}

class Groups extends Map<number, Group> {
  of(key: number): Group {
    let found = this.get(key);
    if (!found) {
      found = new Group();
      this.set(key, found);
    }
    return found;
  }
}

/** What competes with each candidate of a sentence. Linear in the candidates. */
export function rivalsOf(candidates: readonly Candidate[], scores: readonly number[]): Rivals[] {
  const predicates = new Groups();
  const tails = new Groups();
  const heads = new Groups();
  const pairs = new Groups();
  const keys = keysOf(candidates);
  const own = keys.map(({ predicate, tail, head, pair }, i) => {
    const groups = {
      predicate: predicates.of(predicate),
      tail: tails.of(predicate * SPREAD + tail),
      head: heads.of(predicate * SPREAD + head),
      pair: pairs.of(pair),
    };
    const score = scores[i]!;
    groups.predicate.add(score);
    groups.tail.add(score);
    groups.head.add(score);
    groups.pair.add(score);
    return groups;
  });
  const byTail = bestOf(tails);
  const byHead = bestOf(heads);
  return own.map(({ predicate, tail, head, pair }, i) => {
    const score = scores[i]!;
    const key = keys[i]!;
    return {
      predicate: predicate.without(score),
      tail: tail.without(score),
      head: head.without(score),
      pair: pair.without(score),
      reverse: pairs.get(key.reverse)?.best ?? NONE,
      otherTail: byTail.get(key.tail)!.without(tail.best),
      otherHead: byHead.get(key.head)!.without(head.best),
      size: predicate.size,
    };
  });
}

/** The best of each predicate, by argument. */
function bestOf(groups: Groups): Groups {
  const found = new Groups();
  for (const [key, { best }] of groups) found.of(key % SPREAD).add(best);
  return found;
}

/** Numbers in the order of first use. */
function numbering<T>(): (item: T) => number {
  const numbers = new Map<T, number>();
  return (item) => {
    let number = numbers.get(item);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(item, number);
    }
    return number;
  };
}

function keysOf(candidates: readonly Candidate[]) {
  const argument = numbering<number>();
  const word = numbering<number>();
  // 前面句子的名称没有单元，以其位置为号。
  const numberOf = ({ arg }: Slot) =>
    argument(arg.first >= 0 ? arg.first : -1 - arg.mentions[0]!.start);
  return candidates.map(({ head: h, tail: t, predicate: { start, label, kind } }) => {
    const [head, tail] = [numberOf(h), numberOf(t)];
    const place = start * RELATION_KINDS.length + RELATION_KINDS.indexOf(kind);
    const predicate = word(place * LONGEST_LABEL + label.length);
    return { predicate, head, tail, pair: head * SPREAD + tail, reverse: tail * SPREAD + head };
  });
}
