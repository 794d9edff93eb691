import { backboneOf } from './backbone.ts';
import { precise } from './precision.ts';
import { benjaminiHochberg, pValue } from './significance.ts';
import { type EdgeTally, type Tally, weightOf } from './tally.ts';

/** What co-occurrence edges have beside what all edges have. */
export interface Association {
  readonly npmi: number;
  readonly g2: number;
  readonly q: number;
  readonly backbone: boolean;
}

/** How much each co-occurrence means, by the key of its edge, with all units as background. */
export function associate(counts: Tally): Map<string, Association> {
  const edges = [...counts.edges].filter(([, { relation }]) => relation === 'cooccurrence');
  const cells = edges.map(([, edge]) => countsOf(edge, counts));
  // Units overlap so often: so many of them are the evidence of one.
  const g2s = cells.map((cell) => signedG2(cell) / counts.overlap);
  const qs = benjaminiHochberg(g2s.map(pValue));
  const backbone = backboneOf(
    edges.map(([key, edge]) => {
      const { source, target } = edge;
      return { key, source, target, weight: weightOf(counts, edge) };
    }),
  );
  return new Map(
    edges.map(([key], i) => [
      key,
      {
        npmi: precise(npmi(cells[i]!)),
        g2: precise(g2s[i]!),
        q: precise(qs[i]!),
        backbone: backbone.has(key),
      },
    ]),
  );
}

function countsOf({ source, target }: EdgeTally, { nodes, units }: Tally): Counts {
  const [first, second] = [nodes.get(source)!.units, nodes.get(target)!.units];
  return {
    both: sharedBy(first, second),
    first: first.size,
    second: second.size,
    total: units.size,
  };
}

/** Units with long lists count too, though not all their pairs are edges. */
function sharedBy<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  return shared;
}

/** How many independent units name two entities and each of them, and how many there are. */
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
      if (observed > 0) sum += observed * Math.log((observed * total) / (rows[i] * columns[j]));
    }
  }
  const g2 = Math.max(0, 2 * sum);
  return both * total >= first * second ? g2 : -g2;
}
