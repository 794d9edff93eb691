import type { Particulars } from '../graph/attributes.ts';
import type { Edge } from '../graph/edge.ts';

/** An edge as it is seen from one of its ends: → 打造 (2), ← 位于 (1, planned). */
export function factOf(
  { source, relation, label, status, weight }: Omit<Edge, 'evidence'>,
  from: string,
): string {
  const arrow = relation === 'cooccurrence' ? '–' : source === from ? '→' : '←';
  return `${arrow} ${label} (${weight}${status === 'asserted' ? '' : `, ${status}`})`;
}

/** 12 documents, or where some reprint others: 12 documents, 3 independent. */
export function documentsOf({ documents, articles }: Pick<Edge, 'documents' | 'articles'>): string {
  return `${documents} documents${articles < documents ? `, ${articles} independent` : ''}`;
}

/** Who says it, when it holds, and its figures: `, source 何友生, time 去年9月 (2023-09)`. */
export function detailsOf({ source, time, quantity = [] }: Particulars): string {
  const details = [
    ...(source ? [`source ${source}`] : []),
    ...(time ? [`time ${time.text}${time.value ? ` (${time.value})` : ''}`] : []),
    ...quantity.map(
      ({ text, value, unit, of }) => `${of ?? 'quantity'} ${text} (${value} ${unit})`,
    ),
  ];
  return details.map((detail) => `, ${detail}`).join('');
}
