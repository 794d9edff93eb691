import type { Mention } from '../types.ts';

/**
 * Scores from which a mention goes before all of less, however long these are: 中国 that is sure here
 * goes before 中国物流 from elsewhere, and this before 国物流 that is hardly likely.
 */
const TIERS = [0.85, 0.5];

function tierOf({ score }: Mention): number {
  const tier = TIERS.findIndex((least) => score >= least);
  return tier < 0 ? TIERS.length : tier;
}

/**
 * Choose mentions that do not overlap: the sure ones before the others, then the longest, then the surest, then the leftmost.
 * @returns the chosen ones in the order of the text
 */
export function resolveOverlaps(candidates: readonly Mention[]): Mention[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      tierOf(a) - tierOf(b) ||
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

/**
 * Leave out a chosen mention that alone lies in a longer candidate, so that this can take its place:
 * 杭州 in 杭州亚运会, which is in the lexicon. Two that lie in one stay: 黎巴嫩|真主党.
 * @param chosen mentions that do not overlap, sorted by place; so are the candidates
 */
export function leaveRoom(chosen: readonly Mention[], candidates: readonly Mention[]): Mention[] {
  let next = 0;
  const covered = chosen.map(({ start, end }) => {
    while (next < candidates.length && candidates[next]!.end < end) next++;
    const candidate = candidates[next];
    const isLonger = candidate && candidate.end - candidate.start > end - start;
    return isLonger && candidate.start <= start ? candidate : undefined;
  });
  return chosen.filter((_, i) => {
    const candidate = covered[i];
    return !candidate || candidate === covered[i - 1] || candidate === covered[i + 1];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
