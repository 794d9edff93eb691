import type { AnnotatedDocument } from '../types.ts';
import type { GoldDocument } from './gold.ts';

/** Mentions whose scores lie between `from` and `to`. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean score; 0 when there are none. */
  readonly score: number;
  /** Share with the right span and category; 0 when there are none. */
  readonly right: number;
}

const BINS = 10;

/**
 * How far scores can be believed: ten bins of scores from 0 to 1. Where scores are calibrated,
 * `right` is close to `score` in each (DeGroot and Fienberg 1983).
 */
export function reliability(
  gold: readonly GoldDocument[],
  found: readonly AnnotatedDocument[],
): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, score: 0, right: 0 }));
  const byId = new Map(found.map((document) => [document.id, document]));
  for (const { id, mentions } of gold) {
    const right = new Set(mentions.map((m) => `${m.start}-${m.end}-${m.category}`));
    for (const { start, end, category, score } of byId.get(id)?.mentions ?? []) {
      const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))]!;
      bin.count++;
      bin.score += score;
      if (right.has(`${start}-${end}-${category}`)) bin.right++;
    }
  }
  return bins.map(({ count, score, right }, i) => {
    const mean = (sum: number) => (count === 0 ? 0 : sum / count);
    return { from: i / BINS, to: (i + 1) / BINS, count, score: mean(score), right: mean(right) };
  });
}
