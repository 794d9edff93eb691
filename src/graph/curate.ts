import { MailuoError } from '../errors.ts';
import type { Category } from '../types.ts';
import { apart, type Keyed, ofKind } from './decision.ts';

/** From the key of a name or an entity to that of an entity. */
export type Resolve = (key: string) => string;

/** Whether a document may say that one name stands for another: not where it is decided otherwise. */
export function allowed(decisions: readonly Keyed[]): (short: string, full: string) => boolean {
  const split = new Set(ofKind(decisions, 'split').flatMap(({ keys }) => keys));
  const pairs = new Set(apart(decisions).flatMap(([a, b]) => [`${a}\0${b}`, `${b}\0${a}`]));
  return (short, full) => !split.has(short) && !pairs.has(`${short}\0${full}`);
}

/**
 * Entities that are decided to be one. The first name of a decision gives the entity that stays.
 * @param resolve the entity that a name stands for
 */
export function mergeEntities(decisions: readonly Keyed[], resolve: Resolve): Resolve {
  const into = new Map<string, string>();
  const merged = (key: string): string => {
    let current = key;
    for (let next = into.get(current); next !== undefined; next = into.get(current)) current = next;
    return current;
  };
  for (const { keys } of ofKind(decisions, 'merge', 'alias')) {
    const [first, ...others] = keys.map(resolve) as [string, ...string[]];
    for (const other of others) {
      if (merged(other) !== merged(first)) into.set(merged(other), merged(first));
    }
  }
  return merged;
}

/**
 * That no name is another name of two entities, which it would make one.
 * @throws MailuoError `INVALID_FILE`
 */
export function checkAliases(decisions: readonly Keyed[]): void {
  const merged = mergeEntities(ofKind(decisions, 'merge'), (key) => key);
  const first = new Map<string, Extract<Keyed, { kind: 'alias' }>>();
  for (const decision of ofKind(decisions, 'alias')) {
    const [of, alias] = decision.keys as [string, string];
    const known = first.get(alias);
    if (!known) first.set(alias, decision);
    else if (merged(known.keys[0]!) !== merged(of)) {
      const said = `"${decision.names[1]}" is another name of "${known.names[0]}" at ${known.place}`;
      throw contradiction(decision, said);
    }
  }
}

/**
 * That no names are one which never may be.
 * @throws MailuoError `INVALID_FILE`
 */
export function checkApart(decisions: readonly Keyed[], resolve: Resolve): void {
  for (const [a, b, decision] of apart(decisions)) {
    if (resolve(a) !== resolve(b)) continue;
    const merge = ofKind(decisions, 'merge', 'alias').find(({ keys }) =>
      keys.some((key) => resolve(key) === resolve(a)),
    );
    const by = merge ? `${merge.place} makes them one` : 'they are one name';
    const [one, other] = [a, b].map((key) => decision.names[decision.keys.indexOf(key)]);
    throw contradiction(decision, `"${one}" and "${other}" never are one, but ${by}`);
  }
}

/**
 * The entities that names must not lead to: those that both names of a pair lead to which never
 * are one. Each keeps what it is by itself.
 * @param ways all keys that a name leads to, in any document
 */
export function forbiddenEntities(
  decisions: readonly Keyed[],
  ways: (key: string) => ReadonlySet<string>,
  itself: Resolve,
): Map<string, Set<string>> {
  const forbidden = new Map<string, Set<string>>();
  for (const [a, b] of apart(decisions)) {
    const others = ways(b);
    const common = [...ways(a)].filter((key) => others.has(key));
    for (const name of [a, b]) {
      const keys = forbidden.get(name) ?? new Set();
      for (const key of common) if (key !== itself(name)) keys.add(key);
      forbidden.set(name, keys);
    }
  }
  return forbidden;
}

/** What is decided about one entity. */
export interface Fate {
  readonly aliases: readonly string[];
  readonly dropped: boolean;
  readonly label?: string;
  readonly category?: Category;
  /** The decision that says the label or category, else the first one. */
  readonly place: string;
}

/**
 * What is decided about each entity.
 * @throws MailuoError `INVALID_FILE` when two decisions contradict each other
 */
export function fatesOf(decisions: readonly Keyed[], resolve: Resolve): Map<string, Fate> {
  const groups = new Map<string, Keyed[]>();
  for (const decision of ofKind(decisions, 'rename', 'retype', 'drop', 'alias')) {
    const key = resolve(decision.keys[0]!);
    groups.set(key, [...(groups.get(key) ?? []), decision]);
  }
  return new Map([...groups].map(([key, group]) => [key, fateOf(group)]));
}

function fateOf(group: readonly Keyed[]): Fate {
  const rename = onlyOne(ofKind(group, 'rename'));
  const retype = onlyOne(ofKind(group, 'retype'));
  const [drop] = ofKind(group, 'drop');
  const kept = group.find(({ kind }) => kind !== 'drop');
  if (drop && kept) {
    throw contradiction(kept, `it is about an entity that ${drop.place} drops`);
  }
  return {
    aliases: ofKind(group, 'alias').map(({ names }) => names[1]!),
    dropped: drop !== undefined,
    ...(rename && { label: rename.to }),
    ...(retype && { category: retype.to }),
    place: (rename ?? retype ?? group[0]!).place,
  };
}

function onlyOne<T extends Keyed & { readonly to: string }>(
  decisions: readonly T[],
): T | undefined {
  const [first] = decisions;
  const other = decisions.find(({ to }) => to !== first!.to);
  if (other) {
    const said = `"${other.to}" is the second ${other.kind} of an entity after "${first!.to}" at ${first!.place}`;
    throw contradiction(other, said);
  }
  return first;
}

function contradiction({ place }: Keyed, said: string): MailuoError {
  return new MailuoError('INVALID_FILE', `${place}: ${said}; remove one of the two decisions`);
}

/** Whether a relation is to be dropped, by the keys of its ends. */
export function droppedRelations(
  decisions: readonly Keyed[],
  resolve: (key: string) => string | undefined,
): (source: string, label: string, target: string) => boolean {
  const dropped = new Set(
    ofKind(decisions, 'drop-relation').flatMap(({ keys, predicate }) => {
      const [source, target] = keys.map(resolve);
      const both = [`${source}\0${target}`, `${target}\0${source}`];
      if (predicate === undefined) return both;
      // Co-occurrence has no direction.
      return (predicate === '共现' ? both : both.slice(0, 1)).map(
        (ends) => `${ends}\0${predicate}`,
      );
    }),
  );
  return (source, label, target) => {
    const ends = `${source}\0${target}`;
    return dropped.has(ends) || dropped.has(`${ends}\0${label}`);
  };
}
