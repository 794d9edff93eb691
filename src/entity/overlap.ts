import type { Mention } from '../types.ts';

/** Mentions as sure as this go before all others, however long: 濮阳诚 elsewhere beats 濮阳诚则 here. */
const SURE = Number(process.env["TIER"] ?? 0.7);

/**
 * Choose mentions that do not overlap: the sure ones before the others, the longest first, then the surest, then the leftmost.
 * @returns the chosen ones in the order of the text
 */
export function resolveOverlaps(candidates: readonly Mention[]): Mention[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      Number(b.score >= SURE) - Number(a.score >= SURE) ||
      b.end - b.start - (a.end - a.start) ||
      b.score - a.score ||
      a.start - b.start ||
      compare(a.rule, b.rule) ||
      compare(a.category, b.category),
  );
  const taken = new Set<number>();
  const chosen = ranked.filter(({ start, end }) => {
    for (let i = start; i < end; i++) if (taken.has(i)) return false;
    for (let i = start; i < end; i++) taken.add(i);
    return true;
  });
  return chosen.sort((a, b) => a.start - b.start);
}

/**
 * Add those candidates that touch none of the chosen mentions nor each other.
 * @param chosen mentions that do not overlap, sorted by place; so are the candidates
 */
export function fillGaps(chosen: readonly Mention[], candidates: readonly Mention[]): Mention[] {
  const filled: Mention[] = [];
  let next = 0;
  let end = 0;
  for (const mention of [...chosen, { start: Infinity, end: Infinity } as Mention]) {
    for (; next < candidates.length && candidates[next]!.start < mention.end; next++) {
      const candidate = candidates[next]!;
      if (candidate.start < end || candidate.end > mention.start) continue;
      filled.push(candidate);
      end = candidate.end;
    }
    if (mention.start === Infinity) break;
    filled.push(mention);
    end = mention.end;
  }
  return filled;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
