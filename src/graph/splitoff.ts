import { MailuoError } from '../errors.ts';
import type { AnnotatedDocument, Span } from '../types.ts';
import type { Resolve } from './curate.ts';
import { type Keyed, ofKind, type SplitOff } from './decision.ts';

/** The entity of what was split off, and how it is called where it is no entity that was there. */
interface Part {
  readonly key: string;
  readonly called?: string;
}

/** What a mention is after all, where a name that stands for several entities was split. */
export type SplitOffAt = (
  key: string,
  document: AnnotatedDocument,
  mention: Span,
) => Part | undefined;

/**
 * What is decided about names that stand for several entities: in the documents and sentences that a
 * decision names, all that linking leads to the one entity is another. The first that holds counts.
 * @param resolve the entity that a name stands for
 * @param keyOf a name as names are compared
 * @throws MailuoError `INVALID_FILE` when both names are one entity
 */
export function splitOffs(
  decisions: readonly Keyed[],
  resolve: Resolve,
  keyOf: (name: string) => string,
): SplitOffAt {
  const parts = new Map<string, { decision: SplitOff & Keyed; part: Part }[]>();
  for (const decision of ofKind(decisions, 'split-off')) {
    const from = resolve(decision.keys[0]!);
    const key = resolve(keyOf(decision.to));
    if (from === key) {
      const said = `"${decision.to}" is "${decision.names[0]}" itself; give the other entity another name`;
      throw new MailuoError('INVALID_FILE', `${decision.place}: ${said}`);
    }
    const part = { key, ...(key === keyOf(decision.to) && { called: decision.to }) };
    const known = parts.get(from) ?? [];
    checkPlaces(
      decision,
      known.filter((other) => other.part.key !== key).map((other) => other.decision),
    );
    parts.set(from, [...known, { decision, part }]);
  }
  return (key, document, mention) =>
    parts.get(key)?.find(({ decision }) => holds(decision, document, mention))?.part;
}

/** @throws MailuoError `INVALID_FILE` when two parts are split off in the same place */
function checkPlaces(decision: SplitOff & Keyed, others: readonly (SplitOff & Keyed)[]): void {
  const placesOf = ({ documents = [], contexts = [] }: SplitOff) => [...documents, ...contexts];
  for (const other of others) {
    const shared = placesOf(decision).find((one) => placesOf(other).includes(one));
    if (shared === undefined) continue;
    const said = `"${shared}" is where ${other.place} splits off "${other.to}"`;
    throw new MailuoError('INVALID_FILE', `${decision.place}: ${said}; give another place`);
  }
}

/** Whether a decision is about a mention. */
function holds(
  { documents = [], contexts = [] }: SplitOff,
  { id, text, sentences }: AnnotatedDocument,
  { start, end }: Span,
): boolean {
  if (documents.includes(id)) return true;
  if (contexts.length === 0) return false;
  const sentence = sentences.find((one) => one.start <= start && end <= one.end);
  const words = sentence ? text.slice(sentence.start, sentence.end) : '';
  return contexts.some((context) => words.includes(context));
}
