import type { AnnotatedDocument } from '../types.ts';
import type { GoldDocument } from './gold.ts';
import { matchRelations } from './score.ts';

/** Mentions or statements whose scores lie between `from` and `to`. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean score; 0 when there are none. */
  readonly score: number;
  /** Share of right ones; 0 when there are none. */
  readonly right: number;
}

interface Judged {
  readonly score: number;
  readonly right: boolean;
}

const BINS = 10;

/** How far the scores of mentions can be believed: right are those with the span and category of the annotator. */
export function reliability(
  gold: readonly GoldDocument[],
  found: readonly AnnotatedDocument[],
): ReliabilityBin[] {
  const byId = new Map(found.map((document) => [document.id, document]));
  return binned(
    gold.flatMap(({ id, mentions }) => {
      const right = new Set(mentions.map((m) => `${m.start}-${m.end}-${m.category}`));
      return (byId.get(id)?.mentions ?? []).map(({ start, end, category, score }) => ({
        score,
        right: right.has(`${start}-${end}-${category}`),
      }));
    }),
  );
}

/** The same of statements that have a score: right are those that the annotator listed. */
export function statementReliability(
  gold: readonly GoldDocument[],
  found: readonly AnnotatedDocument[],
): ReliabilityBin[] {
  const byId = new Map(found.map((document) => [document.id, document]));
  return binned(
    gold.flatMap((expected) => {
      const actual = byId.get(expected.id);
      const matches = actual ? matchRelations(expected, actual) : [];
      return matches.flatMap(({ relation: { score }, gold: match }) =>
        score === undefined ? [] : [{ score, right: match !== undefined }],
      );
    }),
  );
}

/**
 * Ten bins of scores from 0 to 1. Where scores are calibrated, `right` is close to `score` in each
 * (DeGroot and Fienberg 1983).
 */
function binned(judged: readonly Judged[]): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, score: 0, right: 0 }));
  for (const { score, right } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))]!;
    bin.count++;
    bin.score += score;
    if (right) bin.right++;
  }
  return bins.map(({ count, score, right }, i) => {
    const mean = (sum: number) => (count === 0 ? 0 : sum / count);
    return { from: i / BINS, to: (i + 1) / BINS, count, score: mean(score), right: mean(right) };
  });
}
