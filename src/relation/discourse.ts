import type { Category, Mention } from '../types.ts';
import { lastKey } from './anaphor.ts';
import type { Argument } from './argument.ts';
import type { Clause } from './clause.ts';
import { hashText } from './hash.ts';
import type { Slot } from './slot.ts';

const PASSIVE = new Set(['在', '于', '向', '对', '与', '和', '同', '跟', '将', '把', '从', '为']);
const NO_MARKER = hashText('');

/** What earlier sentences were about. */
export interface Discourse {
  /** Subject of the sentence before. */
  readonly subject?: readonly Mention[];
  /** Places of the document by name. */
  readonly places: ReadonlyMap<string, Mention>;
  /** The last of each category, and of each ending (see `lastKey`); `after` adds to it. */
  readonly last: Map<string, Mention>;
}

/** Arguments that a clause may take from earlier ones, the likeliest first. */
export function carriedInto(clauses: readonly Clause[], index: number): Slot[] {
  const found: Slot[] = [];
  const carry = (arg: Argument | undefined, rank: number) => {
    if (arg && !found.some((slot) => slot.arg === arg)) found.push({ arg, place: 'carried', rank });
  };
  for (let i = index - 1; i >= 0 && found.length === 0; i--) carry(clauses[i]!.subject, 0);
  for (let i = 0; i < index && found.length < 2; i++) carry(clauses[i]!.subject, 1);
  for (let i = index - 1; i >= 0; i--) {
    const last = clauses[i]!.args.at(-1);
    carry(last, 2);
    if (last) break;
  }
  for (let i = index - 1; i >= 0; i--) {
    const actor = lastActor(clauses[i]!);
    carry(actor, 5);
    if (actor) break;
  }
  const ahead = clauses[index + 1];
  if (ahead && !found.some((slot) => slot.rank === 0)) carry(ahead.args[0], 3);
  return found;
}

/** 从事研究的某人入选某计划：最后一个谓词之前的名称。 */
function lastActor({ args, predicates }: Clause): Argument | undefined {
  const last = predicates.at(-1);
  return last && args.findLast((arg) => arg.next <= last.first && !PASSIVE.has(arg.marker));
}

/** Earlier names of a category, which may be far: people who are given offices, and their employers. */
export function recent(
  clauses: readonly Clause[],
  index: number,
  discourse: Discourse,
  category: Category,
): Slot[] {
  const found: Slot[] = [];
  for (let i = index - 1; i >= 0 && found.length === 0; i--) {
    const arg = clauses[i]!.args.findLast(({ mentions }) => mentions[0]!.category === category);
    if (arg) found.push({ arg, place: 'carried', rank: 4 });
  }
  const mention = discourse.last.get(category);
  if (mention) found.push(topicSlot([mention], 4));
  return found;
}

/** An argument from an earlier sentence. */
export function topicSlot(mentions: readonly Mention[], rank: number): Slot {
  return {
    arg: { mentions, first: -1, next: -1, marker: '', split: 0, markerHash: NO_MARKER },
    place: 'topic',
    rank,
  };
}

/** The discourse after a sentence; the one before is used up, since copying it each time is not linear in the text. */
export function after(
  discourse: Discourse,
  clauses: readonly Clause[],
  mentions: readonly Mention[],
): Discourse {
  for (const mention of mentions) {
    discourse.last.set(mention.category, mention);
    discourse.last.set(lastKey(mention.text), mention);
  }
  let subject: Argument | undefined;
  for (const clause of clauses) {
    subject = clause.subject;
    if (subject) break;
  }
  return { ...discourse, subject: subject?.mentions ?? discourse.subject! };
}

/** The discourse before the first sentence of a document. */
export function opening(mentions: readonly Mention[]): Discourse {
  const places = mentions.filter(({ category }) => category === 'place');
  return { places: new Map(places.map((place) => [place.text, place])), last: new Map() };
}
