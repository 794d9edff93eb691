import type { AnnotatedDocument, Mention, Relation, Span } from '../types.ts';
import type { Particulars } from './attributes.ts';
import { sentenceKey } from './letters.ts';
import type { Entity, EntityOf } from './link.ts';

/** A document's text with what its sentences say of entities. */
export interface ObservedDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly ObservedSentence[];
}

/** A sentence with the entities and statements in it. */
export interface ObservedSentence extends Span {
  /** By which sentences are compared, see `sentenceKey`. */
  readonly key: string;
  /** One for each mention, in the order of the text. */
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
}

/** A relation between entities. */
export interface Statement {
  readonly head: Entity;
  readonly tail: Entity;
  readonly relation: Relation;
  readonly particulars: Particulars;
}

/** What each sentence of a document says of entities. A mention belongs to the sentence in which it begins. */
export function observe(document: AnnotatedDocument, entityOf: EntityOf): ObservedDocument {
  const mentionAt = new Map(document.mentions.map((mention) => [mention.start, mention]));
  const entityAt = (span: Span) => {
    const mention = mentionAt.get(span.start);
    return mention && entityOf(document, mention);
  };
  const mentions = queue(document.mentions, (mention: Mention) => mention.start);
  // 代词和承前的主语使名称可以在前面的句子里：说出关系的是谓词所在的句子。
  const relations = queue(
    document.relations,
    ({ predicate, tail }: Relation) => predicate?.start ?? tail.start,
  );
  const sentences = document.sentences.map(({ start, end }): ObservedSentence => {
    const statements = relations(end).flatMap((relation) => {
      const head = entityAt(relation.head);
      const tail = entityAt(relation.tail);
      if (!head || !tail || head.key === tail.key) return [];
      return [{ head, tail, relation, particulars: particularsOf(relation, document.text) }];
    });
    const entities = mentions(end).flatMap((mention) => entityOf(document, mention) ?? []);
    const key = sentenceKey(document.text.slice(start, end));
    return { start, end, key, entities, statements };
  });
  return { id: document.id, text: document.text, sentences };
}

function particularsOf({ source, time, quantity }: Relation, text: string): Particulars {
  return {
    ...(source && { source: text.slice(source.start, source.end) }),
    ...(time && { time }),
    ...(quantity && { quantity }),
  };
}

/** Hands out items in the order of their places: each call gives those that stand before `end`. */
function queue<T>(items: readonly T[], place: (item: T) => number): (end: number) => T[] {
  const sorted = [...items].sort((a, b) => place(a) - place(b));
  let next = 0;
  return (end) => {
    const first = next;
    while (next < sorted.length && place(sorted[next]!) < end) next++;
    return sorted.slice(first, next);
  };
}
