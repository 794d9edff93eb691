import { voteCategories } from '../entity/memory.ts';
import type { AnnotatedDocument, Category, Mention, Relation } from '../types.ts';

/** 同一名称的不同写法（全角半角、大小写、空格、引号）归为一个键；只用于比较，不用于位置。 */
export function nameKey(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replaceAll(/[\s“”"「」『』]/g, '')
      .toLowerCase() || name
  );
}

/** An entity: one node of the graph. */
export interface Entity {
  /** `category:label`. */
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  /** Other names seen, most frequent first. */
  readonly aliases: readonly string[];
}

/** Which entity a mention of a document is. */
export type EntityOf = (document: AnnotatedDocument, mention: Mention) => Entity;

/**
 * Link mentions to entities, within and across documents: by name, and by the short names that
 * documents define or use. A short name that stands for one full name wherever it is said to do so
 * does so in all documents; one that stands for several does so only where it is said. What only
 * the context makes clear (管委会, 林茨, 以) stands for nothing in other documents.
 */
export function linkEntities(documents: readonly AnnotatedDocument[]): EntityOf {
  const definitions = new Map(
    documents.map((document) => [document.id, definitionsOf(document, () => true)]),
  );
  const shared = sharedDefinitions(
    documents.map((document) => definitionsOf(document, isDistinct)),
  );
  const canonicalKey = (document: AnnotatedDocument, name: string) =>
    follow(nameKey(name), (key) => definitions.get(document.id)!.get(key) ?? shared.get(key));

  const counts = new Map<string, Map<string, number>>();
  const votes: Mention[] = [];
  for (const document of documents) {
    for (const mention of document.mentions) {
      const key = canonicalKey(document, mention.text);
      const names = counts.get(key) ?? new Map<string, number>();
      counts.set(key, names.set(mention.text, (names.get(mention.text) ?? 0) + 1));
      votes.push({ ...mention, text: key });
    }
  }
  const categories = voteCategories(votes);
  const entities = new Map<string, Entity>();
  for (const [key, names] of counts) entities.set(key, entity(key, names, categories.get(key)!));
  return (document, mention) => entities.get(canonicalKey(document, mention.text))!;
}

/** 只在自己的文章里才明白的简称：部分名称（管委会、俄）和人的姓或名。 */
const LOCAL_RULES: ReadonlySet<string> = new Set(['part-name', 'person-short-form']);
/** 文章没有说明的两字简称（重大、上行）在别处可能是另一个词。 */
const SHORTEST_DISTINCT = 3;

/** Whether a short name means the same in documents that do not give its full name. */
function isDistinct({ rule, head }: Relation): boolean {
  if (rule === 'short-name') return head.end - head.start >= SHORTEST_DISTINCT;
  return !LOCAL_RULES.has(rule);
}

/** Short name → full name, as keys, in one document. */
function definitionsOf(
  { text, relations }: AnnotatedDocument,
  counts: (relation: Relation) => boolean,
): Map<string, string> {
  return new Map(
    relations
      .filter((relation) => relation.relation === 'alias-of' && counts(relation))
      .map(({ head, tail }) => [
        nameKey(text.slice(head.start, head.end)),
        nameKey(text.slice(tail.start, tail.end)),
      ]),
  );
}

/** The definitions on which all documents agree. */
function sharedDefinitions(all: readonly ReadonlyMap<string, string>[]): Map<string, string> {
  const fulls = new Map<string, Set<string>>();
  for (const definitions of all) {
    for (const [short, full] of definitions) {
      fulls.set(short, (fulls.get(short) ?? new Set()).add(full));
    }
  }
  return new Map(
    [...fulls].flatMap(([short, names]) => (names.size === 1 ? [[short, [...names][0]!]] : [])),
  );
}

/** Follow definitions to the last one; a circle ends where it began. */
function follow(key: string, next: (key: string) => string | undefined): string {
  const seen = new Set([key]);
  let current = key;
  for (;;) {
    const following = next(current);
    if (following === undefined || seen.has(following)) return current;
    seen.add(following);
    current = following;
  }
}

function entity(key: string, names: ReadonlyMap<string, number>, category: Category): Entity {
  const ranked = [...names]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([name]) => name);
  const label = ranked.find((name) => nameKey(name) === key) ?? ranked[0]!;
  const aliases = ranked.filter((name) => name !== label);
  return { key: `${category}:${label}`, label, category, aliases };
}
