import type { Entity } from './link.ts';

/** A sentence that lists more entities than this pairs each with its neighbours only. */
const WINDOW = 30;

/**
 * The pairs of entities of one sentence, each pair once, in the order of their keys.
 * @param entities in the order of the text, repetitions allowed
 */
export function pairsOf(entities: readonly Entity[]): [Entity, Entity][] {
  const distinct = [...new Map(entities.map((entity) => [entity.key, entity])).values()];
  return distinct.flatMap((a, i) =>
    distinct
      .slice(i + 1, i + 1 + WINDOW)
      .map((b): [Entity, Entity] => (a.key < b.key ? [a, b] : [b, a])),
  );
}

/** How often two entities and each of them occur in independent sentences. */
export interface Counts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly total: number;
}

/**
 * Normalised pointwise mutual information, from -1 (never together) to 1 (never apart).
 * Bouma 2009, "Normalized (pointwise) mutual information in collocation extraction".
 */
export function npmi({ both, first, second, total }: Counts): number {
  if (both === total) return 1;
  const joint = both / total;
  return Math.log(joint / ((first / total) * (second / total))) / -Math.log(joint);
}

/**
 * Log-likelihood ratio of independence, negative when the two occur together less than by chance.
 * Dunning 1993, "Accurate methods for the statistics of surprise and coincidence".
 */
export function signedG2({ both, first, second, total }: Counts): number {
  const table = [
    [both, first - both],
    [second - both, total - first - second + both],
  ] as const;
  const rows = [first, total - first] as const;
  const columns = [second, total - second] as const;
  let sum = 0;
  for (const i of [0, 1] as const) {
    for (const j of [0, 1] as const) {
      const observed = table[i][j];
      // In a sentence with a long list not all pairs are counted, so that margins can be exhausted.
      if (observed > 0 && rows[i] * columns[j] > 0)
        sum += observed * Math.log((observed * total) / (rows[i] * columns[j]));
    }
  }
  const g2 = Math.max(0, 2 * sum);
  return both * total >= first * second ? g2 : -g2;
}
