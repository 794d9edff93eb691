import type { Category } from '../types.ts';
import type { NodeAttributes } from './attributes.ts';
import { nameKey } from './link.ts';

/** A node that a name may mean. */
export interface Candidate {
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  readonly documents: number;
  /** Of these, the independent ones: reprints of one article count once. */
  readonly articles: number;
}

export function candidate(
  key: string,
  { label, category, documents, articles }: Omit<Candidate, 'key'>,
): Candidate {
  return { key, label, category, documents, articles };
}

/** The best-known first, then the shorter name. */
export function byImportance(a: Candidate, b: Candidate): number {
  return b.documents - a.documents || a.label.length - b.label.length || (a.key < b.key ? -1 : 1);
}

/** Label and aliases in the form in which names are compared. */
export function formsOf({
  label,
  aliases,
}: Pick<NodeAttributes, 'label' | 'aliases'>): [label: string, ...aliases: string[]] {
  return [nameKey(label), ...aliases.map(nameKey)];
}

/** Whether all characters of `part` stand in `whole` in their order. A single character is no name. */
export function isSubsequence(part: string, whole: string): boolean {
  if (part.length < 2) return false;
  let position = 0;
  for (const char of part) {
    position = whole.indexOf(char, position) + 1;
    if (position === 0) return false;
  }
  return true;
}
