import type { Mention } from '../types.ts';

/**
 * Choose mentions that do not overlap: the longest first, then the surest, then the leftmost.
 * @returns the chosen ones in the order of the text
 */
export function resolveOverlaps(candidates: readonly Mention[]): Mention[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      b.score - a.score ||
      a.start - b.start ||
      (a.rule < b.rule ? -1 : 1),
  );
  const taken = new Set<number>();
  const chosen = ranked.filter(({ start, end }) => {
    for (let i = start; i < end; i++) if (taken.has(i)) return false;
    for (let i = start; i < end; i++) taken.add(i);
    return true;
  });
  return chosen.sort((a, b) => a.start - b.start);
}
