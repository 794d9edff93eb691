import type { Category } from '../types.ts';

/** What every decision says. */
interface Said {
  /** Entities, each by any name of it. */
  readonly names: readonly string[];
  readonly reason: string;
  /** `file:line`, for messages. */
  readonly place: string;
}

/** Where a name stands for something else, and how that is called. */
export interface SplitOff {
  readonly kind: 'split-off';
  readonly to: string;
  /** Ids of the documents in which it does so; in all of their sentences. */
  readonly documents?: readonly string[];
  /** Words of which one stands in each sentence in which it does so, whatever the document. */
  readonly contexts?: readonly string[];
}

/** What a user decides about entities, over what linking makes of them. */
export type Decision = Said &
  (
    | { readonly kind: 'merge' }
    | { readonly kind: 'never-merge' }
    /** The name is short for no other one. */
    | { readonly kind: 'split' }
    /** What the name stands for in some places is another entity. */
    | SplitOff
    | { readonly kind: 'drop' }
    /** The entity, and one more name of it, which need not occur. */
    | { readonly kind: 'alias' }
    | { readonly kind: 'rename'; readonly to: string }
    | { readonly kind: 'retype'; readonly to: Category }
    /** Statements from the first name to the second; without predicate all edges between the two. */
    | { readonly kind: 'drop-relation'; readonly predicate?: string }
  );

/** The decisions that a graph was built with. The annotations know nothing of them. */
export interface Curation {
  /** SHA-256 of the file, its first 16 hexadecimal digits. */
  readonly digest: string;
  /** In the order of the file. */
  readonly decisions: readonly Decision[];
}

/** Decisions with their names as names are compared. */
export type Keyed = Decision & { readonly keys: readonly string[] };

export function ofKind<K extends Decision['kind']>(
  decisions: readonly Keyed[],
  ...kinds: readonly K[]
): Extract<Keyed, { kind: K }>[] {
  return decisions.filter((one): one is Extract<Keyed, { kind: K }> =>
    (kinds as readonly string[]).includes(one.kind),
  );
}

/** Each two names of the decisions that forbid that they are one. */
export function apart(decisions: readonly Keyed[]): [a: string, b: string, decision: Keyed][] {
  return ofKind(decisions, 'never-merge').flatMap((decision) =>
    decision.keys.flatMap((a, i) =>
      decision.keys.slice(i + 1).map((b): [string, string, Keyed] => [a, b, decision]),
    ),
  );
}
