import type { Mention } from '../types.ts';
import type { Argument, Clause } from './clause.ts';
import type { Slot } from './propose.ts';

/** What earlier sentences were about. */
export interface Discourse {
  /** Subject of the sentence before. */
  readonly subject?: readonly Mention[];
  /** The last of each category. */
  readonly last: Readonly<Partial<Record<string, Mention>>>;
}

/** Arguments that a clause may take from earlier ones, the likeliest first. */
export function carriedInto(
  clauses: readonly Clause[],
  index: number,
  discourse: Discourse,
): Slot[] {
  const found: Slot[] = [];
  const carry = (arg: Argument | undefined, rank: number) => {
    if (arg && !found.some((slot) => slot.arg === arg)) found.push({ arg, place: 'carried', rank });
  };
  for (let i = index - 1; i >= 0; i--) {
    const subject = subjectOf(clauses[i]!);
    carry(subject, 0);
    if (subject) break;
  }
  carry(subjectOf(clauses[0]!, index > 0), 1);
  if (index > 0) carry(clauses[index - 1]!.args.at(-1), 2);
  const ahead = clauses[index + 1];
  if (ahead && !found.some((slot) => slot.rank === 0)) carry(ahead.args[0], 3);
  if (!found.some((slot) => slot.rank === 0)) {
    if (discourse.subject) found.push(topicSlot(discourse.subject, 0));
    const { organization } = discourse.last;
    if (organization && organization !== discourse.subject?.[0])
      found.push(topicSlot([organization], 1));
  }
  return found;
}

function topicSlot(mentions: readonly Mention[], rank: number): Slot {
  return { arg: { mentions, first: -1, next: -1, marker: '', split: 0 }, place: 'topic', rank };
}

/** The first argument that nothing governs, before the first predicate. */
export function subjectOf({ args, predicates }: Clause, use = true): Argument | undefined {
  if (!use) return undefined;
  const limit = predicates[0]?.first ?? Number.POSITIVE_INFINITY;
  return args.find((arg) => !arg.marker && arg.first < limit) ?? args.find((arg) => !arg.marker);
}

/** The discourse after a sentence. */
export function after(
  discourse: Discourse,
  clauses: readonly Clause[],
  mentions: readonly Mention[],
): Discourse {
  const last = { ...discourse.last };
  for (const mention of mentions) last[mention.category] = mention;
  let subject: Argument | undefined;
  for (const clause of clauses) {
    subject = subjectOf(clause);
    if (subject) break;
  }
  return { last, subject: subject?.mentions ?? discourse.subject! };
}
