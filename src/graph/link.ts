import { voteCategories } from '../entity/memory.ts';
import { matchingForm } from '../lexicon/matching.ts';
import type { AnnotatedDocument, Category, Mention, Relation } from '../types.ts';

/** 同一名称的不同写法（繁体简体、全角半角、大小写、空格、引号）归为一个键；只用于比较，不用于位置。 */
export function nameKey(name: string): string {
  const key = matchingForm(name)
    .normalize('NFKC')
    .replaceAll(/[\s“”"「」『』]/g, '')
    .toLowerCase();
  return key || name;
}

/** An entity: one node of the graph. */
export interface Entity {
  /** `category:label`. */
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  /** Other names seen, most frequent first. */
  readonly aliases: readonly string[];
  /** Of a place: names of the administrative divisions from the province down to it. */
  readonly division?: readonly string[];
}

/** Mentions that are one entity. */
interface Group {
  readonly names: Map<string, number>;
  division?: readonly string[] | undefined;
  /** As a user's lexicon calls it. */
  canonical?: string;
}

/** Which entity a mention of a document is. */
export type EntityOf = (document: AnnotatedDocument, mention: Mention) => Entity;

/**
 * Link mentions to entities, within and across documents: by name, and by the short names that
 * documents define or use. A short name that stands for one full name wherever it is said to do so
 * does so in all documents; one that stands for several does so only where it is said. What only
 * the context makes clear (管委会, 林茨, 以) stands for nothing in other documents. So it is with
 * places of one name: each document may know which division it means, and where all that do agree,
 * it is the same one in the others.
 */
export function linkEntities(documents: readonly AnnotatedDocument[]): EntityOf {
  const definitions = new Map(
    documents.map((document) => [document.id, definitionsOf(document, () => true)]),
  );
  const shared = sharedDefinitions(
    documents.map((document) => definitionsOf(document, isDistinct)),
  );
  const divisions = sharedDivisions(documents);
  const groupOf = (document: AnnotatedDocument, { canonical, text, division }: Mention) => {
    const name = nameKey(canonical ?? text);
    const key = canonical
      ? name
      : follow(name, (key) => definitions.get(document.id)!.get(key) ?? shared.get(key));
    const place = (key === name ? division : undefined) ?? divisions.get(key);
    return { key: place ? place.join('') : key, division: place };
  };

  const groups = new Map<string, Group>();
  const votes: Mention[] = [];
  for (const document of documents) {
    for (const mention of document.mentions) {
      const { key, division } = groupOf(document, mention);
      const group: Group = groups.get(key) ?? { names: new Map() };
      groups.set(key, group);
      group.division ??= division;
      group.names.set(mention.text, (group.names.get(mention.text) ?? 0) + 1);
      const names = [group.canonical, mention.canonical].filter((name) => name !== undefined);
      if (names.length > 0) group.canonical = names.sort()[0]!;
      votes.push({ ...mention, text: key });
    }
  }
  const entities = entitiesOf(groups, voteCategories(votes));
  return (document, mention) => entities.get(groupOf(document, mention).key)!;
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

/** The divisions on which all documents agree that know one, by name. */
function sharedDivisions(documents: readonly AnnotatedDocument[]): Map<string, readonly string[]> {
  const known = new Map<string, Map<string, readonly string[]>>();
  for (const { mentions } of documents) {
    for (const { canonical, text, division } of mentions) {
      if (!division) continue;
      const key = nameKey(canonical ?? text);
      known.set(key, (known.get(key) ?? new Map()).set(division.join(), division));
    }
  }
  return new Map(
    [...known].flatMap(([key, paths]) =>
      paths.size === 1 ? [[key, [...paths.values()][0]!]] : [],
    ),
  );
}

function entitiesOf(
  groups: ReadonlyMap<string, Group>,
  categories: ReadonlyMap<string, Category>,
): Map<string, Entity> {
  const keyOf = (key: string, label: string) => `${categories.get(key)}:${label}`;
  const labels = new Map([...groups].map(([key, group]) => [key, labelOf(key, group)]));
  const taken = new Map<string, number>();
  for (const [key, label] of labels) {
    taken.set(keyOf(key, label), (taken.get(keyOf(key, label)) ?? 0) + 1);
  }
  return new Map(
    [...groups].map(([key, { names, division }]) => {
      const short = labels.get(key)!;
      // 两个朝阳区并存时，各写全称：北京市朝阳区。
      const label = division && taken.get(keyOf(key, short))! > 1 ? division.join('') : short;
      const aliases = ranked(names).filter((name) => name !== label);
      const entity = { key: keyOf(key, label), label, category: categories.get(key)!, aliases };
      return [key, division ? { ...entity, division } : entity];
    }),
  );
}

/** The name of a user's lexicon, else the full name as the documents write it most often. */
function labelOf(key: string, { names, division, canonical }: Group): string {
  if (canonical) return canonical;
  const full = division ? nameKey(division.at(-1)!) : key;
  const written = ranked(names);
  return written.find((name) => nameKey(name) === full) ?? written[0]!;
}

/** Names by frequency. */
function ranked(names: ReadonlyMap<string, number>): string[] {
  return [...names].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
}
