import { COPULA } from './copula.ts';
import { subjectOf } from './discourse.ts';
import { hashText, mix } from './hash.ts';
import type { Candidate, Slot } from './propose.ts';
import type { Unit } from './units.ts';

/** Upper bound of the features of a candidate. */
export const MAX_FEATURES = 128;

const PLACES = { left: 1, right: 2, carried: 3, topic: 4 } as const;
const EDGE = 7;
const NEAR = 5;

const hashes = new Map<string, number>();
/** Rules, markers and kinds are few, so their hashes are remembered. */
function hashOf(word: string): number {
  let hash = hashes.get(word);
  if (hash === undefined) {
    hash = hashText(word);
    hashes.set(word, hash);
  }
  return hash;
}

/** Write the features of a candidate to `out`. @returns how many there are */
export function featuresOf(candidate: Candidate, units: readonly Unit[], out: Int32Array): number {
  const { head, tail, heads, tails, predicate, clause } = candidate;
  let n = 0;
  const add = (f: number, a: number, b = 0, c = 0) => {
    if (n < MAX_FEATURES) out[n++] = mix(f, a, b, c);
  };
  const rule = hashOf(candidate.rule);
  const shape = (PLACES[head.place] * 8 + head.rank) * 64 + PLACES[tail.place] * 8 + tail.rank;
  const ch = hashOf(heads[0]!.category);
  const ct = hashOf(tails[0]!.category);
  const mh = hashOf(head.arg.marker);
  const mt = hashOf(tail.arg.marker);
  const word = predicate.core.hash;
  const label = hashText(predicate.label);
  const tag = predicate.core.tagHash;
  const kind = hashOf(predicate.kind);
  const lastChar = predicate.label.charCodeAt(predicate.label.length - 1);
  const firstChar = predicate.label.charCodeAt(0);
  add(1, rule);
  add(2, rule, ch, ct);
  add(3, shape);
  add(4, shape, ch, ct);
  add(5, word);
  add(6, word, rule);
  add(7, word, ct);
  add(8, word, ch, ct);
  add(9, label, rule);
  add(10, tag, rule);
  add(11, kind, rule);
  add(12, kind, ch, ct);
  add(13, lastChar, rule);
  add(14, firstChar, rule);
  add(15, lastChar, ct);
  add(16, shape, mh, mt);
  add(17, word, mh, mt);
  add(18, rule, mh, mt);
  add(19, predicate.label.length, rule);
  add(20, lastChar, firstChar);
  const before = units[predicate.first - 1];
  const after = predicate.next < clause.next ? units[predicate.next] : undefined;
  add(21, rule, before?.hash ?? EDGE);
  add(22, rule, after?.hash ?? EDGE);
  add(23, rule, before?.tagHash ?? EDGE, after?.tagHash ?? EDGE);
  add(24, word, after?.tagHash ?? EDGE);
  for (const [which, slot] of [
    [0, head],
    [1, tail],
  ] as [number, Slot][]) {
    const f = 30 + which * 20;
    if (slot.place === 'topic') {
      add(f, rule, Math.min(3, clause.first));
      continue;
    }
    const { first, next } = slot.arg;
    const prev = units[first - 1];
    const post = units[next];
    add(f + 1, rule, prev?.hash ?? EDGE);
    add(f + 2, rule, post?.hash ?? EDGE);
    add(f + 3, rule, prev?.tagHash ?? EDGE, post?.tagHash ?? EDGE);
    const [from, to] = next <= predicate.first ? [next, predicate.first] : [predicate.next, first];
    let verbs = 0;
    let names = 0;
    let breaks = 0;
    let path = 0;
    for (let i = from; i < to; i++) {
      const unit = units[i]!;
      if (unit.mention) names++;
      else if (unit.tag.charCodeAt(0) === 118) verbs++;
      else if (unit.text === '，' || unit.text === '；' || unit.text === ',') breaks++;
      path = mix(f, path, unit.tagHash);
      const near = next <= predicate.first ? to - i : i - from + 1;
      if (near <= NEAR) add(f + 4, unit.hash, rule);
    }
    const size = to - from;
    add(f + 5, rule, Math.min(size, 4) + (size > 7 ? 1 : 0) + (size > 12 ? 1 : 0));
    add(f + 6, rule, Math.min(verbs, 3), Math.min(names, 3));
    add(f + 7, rule, Math.min(breaks, 3), Math.min(names, 2));
    if (size <= 5) add(f + 8, rule, path);
    add(f + 9, rule, Math.min(3, slot.arg.mentions.length));
    if (size <= 2)
      add(f + 10, word, size > 0 ? units[from]!.hash : 0, size > 1 ? units[from + 1]!.hash : 0);
  }
  const inner = head.place === 'topic' || tail.place === 'topic' ? undefined : between(head, tail);
  if (inner) {
    let path = 0;
    let verbs = 0;
    for (let i = inner[0]; i < inner[1]; i++) {
      const unit = units[i]!;
      if (unit.tag.charCodeAt(0) === 118) verbs++;
      path = mix(70, path, unit.mention ? unit.tagHash : unit.hash);
    }
    if (inner[1] - inner[0] <= 4) add(71, path, rule);
    add(72, rule, Math.min(5, inner[1] - inner[0]));
    add(73, rule, Math.min(4, verbs));
  }
  const last = units[clause.next - 1]!;
  add(74, rule, last.hash);
  add(75, rule, Math.min(3, clause.predicates.length));
  add(76, rule, clause.predicates.indexOf(predicate));
  const opening = units[clause.first]!;
  add(77, rule, opening.hash);
  add(78, rule, opening.tagHash, Math.min(3, predicate.first - clause.first));
  add(87, rule, ct, isDivision(tails[0]!.text) * 2 + Number(predicate.listed));
  add(88, rule, agrees(predicate.label, tails[0]!.text));
  add(86, rule, copulaBefore(units, clause.first, predicate.first));
  const own = subjectOf(clause);
  const ownCategory = own ? hashOf(own.mentions[0]!.category) : 0;
  add(79, shape, own ? 1 : 0);
  add(80, rule, ownCategory, own === head.arg ? 1 : own === tail.arg ? 2 : 0);
  add(81, rule, Number(predicate.listed));
  add(82, Number(predicate.listed), ch, ct);
  add(83, units[predicate.first]!.hash, rule);
  add(84, rule, anaphorIn(head, units), anaphorIn(tail, units));
  add(85, shape, Math.min(3, clause.args.length), Math.min(3, clause.predicates.length));
  return n;
}

/** 行政区划有政府，国家和景点没有：某县县长，某国导演。 */
function isDivision(name: string): number {
  return /[省市县区镇乡村旗州盟屯]$/u.test(name) ? 1 : 0;
}

/** 院长在院，校长在校，局长在局，董事长在公司。 */
function agrees(title: string, employer: string): number {
  const kind = title.at(-2);
  if (kind === employer.at(-1)) return 1;
  const firm = /(公司|集团|企业)$/.test(employer);
  if (/(董事长|经理|总裁|董事|首席.*官|总监)$/.test(title)) return firm ? 2 : 3;
  return firm ? 4 : /[院校局厅县市区镇村会行社馆]长$/.test(title) ? 5 : 6;
}

/** 曾任A处长、B市长：职务之前的“任”。 */
function copulaBefore(units: readonly Unit[], first: number, next: number): number {
  for (let i = next - 1; i >= first; i--) if (COPULA.has(units[i]!.text)) return units[i]!.hash;
  return 0;
}

function anaphorIn({ arg }: Slot, units: readonly Unit[]): number {
  return units[arg.first]?.anaphor ? units[arg.first]!.hash : 0;
}

function between({ arg: a }: Slot, { arg: b }: Slot): [number, number] | undefined {
  if (a === b) return undefined;
  return a.next <= b.first ? [a.next, b.first] : [b.next, a.first];
}
