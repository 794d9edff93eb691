import { voteCategories } from '../entity/memory.ts';
import { MailuoError } from '../errors.ts';
import { matchingForm } from '../lexicon/matching.ts';
import type { AnnotatedDocument, Category, Mention, Relation } from '../types.ts';
import {
  allowed,
  checkApart,
  type Fate,
  fatesOf,
  forbiddenEntities,
  mergeEntities,
  type Resolve,
} from './curate.ts';
import { type Curation, type Keyed, ofKind } from './decision.ts';
import { splitOffs } from './splitoff.ts';

/** 同一名称的不同写法（繁体简体、全角半角、大小写、空格、引号）归为一个键；只用于比较，不用于位置。 */
export function nameKey(name: string): string {
  if (IS_KEY.test(name)) return matchingForm(name);
  const key = matchingForm(name)
    .normalize('NFKC')
    .replaceAll(/[\s“”"「」『』]/g, '')
    .toLowerCase();
  return key || name;
}

/** 通用的汉字、小写字母和数字：除繁简外没有别的写法。 */
const IS_KEY = /^[\u4e00-\u9fffa-z0-9]+$/;

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

/** Which entity a mention of a document is; none where a user dropped it. */
export type EntityOf = (document: AnnotatedDocument, mention: Mention) => Entity | undefined;

/** Mentions and names, linked to entities. */
export interface Linking {
  readonly entityOf: EntityOf;
  /** The entity that a name stands for where a document says nothing else. */
  readonly entityNamed: (name: string) => Entity | undefined;
  /** What was decided, by names of the documents. */
  readonly decisions: readonly Keyed[];
}

/** `link`, for those who ask for mentions only. */
export function linkEntities(
  documents: readonly AnnotatedDocument[],
  curation?: Curation,
): EntityOf {
  return link(documents, curation).entityOf;
}

/**
 * Link mentions to entities, within and across documents: by name, and by the short names that
 * documents define or use. A short name that stands for one full name wherever it is said to do so
 * does so in all documents; one that stands for several does so only where it is said. What only
 * the context makes clear (管委会, 林茨, 以) stands for nothing in other documents. So it is with
 * places of one name: each document may know which division it means, and where all that do agree,
 * it is the same one in the others. What a user decides comes last and wins.
 * @throws MailuoError `INVALID_FILE` when decisions contradict each other
 */
export function link(documents: readonly AnnotatedDocument[], curation?: Curation): Linking {
  const decisions = withRenames(keyed(curation), documents);
  const names = nameLinks(documents, decisions);
  checkApart(decisions, names.keyOf);
  const groups = new Map<string, Group>();
  const votes: Mention[] = [];
  for (const document of documents) {
    for (const mention of document.mentions) {
      const { key, division, called } = names.groupOf(document, mention);
      const group: Group = groups.get(key) ?? { names: new Map() };
      groups.set(key, group);
      group.division ??= division;
      group.names.set(mention.text, (group.names.get(mention.text) ?? 0) + 1);
      const own = called ?? mention.canonical;
      const canonicals = [group.canonical, own].filter((name) => name !== undefined);
      if (canonicals.length > 0) group.canonical = canonicals.sort()[0]!;
      votes.push({ ...mention, text: key });
    }
  }
  const entities = entitiesOf(groups, voteCategories(votes), fatesOf(decisions, names.keyOf));
  return {
    entityOf: (document, mention) => entities.get(names.groupOf(document, mention).key),
    entityNamed: (name) => entities.get(names.keyOf(nameKey(name))),
    decisions,
  };
}

/** Decisions with their names as names are compared. */
export function keyed(curation?: Curation): Keyed[] {
  return (curation?.decisions ?? []).map((one) => ({ ...one, keys: one.names.map(nameKey) }));
}

/** 改过的名称在别的决定里也能用，只要文章里没有别的东西叫这个名字。 */
export function withRenames(
  decisions: readonly Keyed[],
  documents: readonly AnnotatedDocument[] = [],
): readonly Keyed[] {
  const earlier = new Map(
    ofKind(decisions, 'rename').map(({ to, keys }) => [nameKey(to), keys[0]!]),
  );
  if (earlier.size === 0) return decisions;
  for (const { mentions } of documents) {
    for (const { canonical, text } of mentions) earlier.delete(nameKey(canonical ?? text));
  }
  const itself = (key: string) => follow(key, (name) => earlier.get(name)).at(-1)!;
  return decisions.map((one) => ({ ...one, keys: one.keys.map(itself) }));
}

type GroupOf = (
  document: AnnotatedDocument,
  mention: Mention,
) => {
  readonly key: string;
  readonly division?: readonly string[] | undefined;
  /** As a user calls it who split it off. */
  readonly called?: string;
};

interface NameLinks {
  readonly groupOf: GroupOf;
  /** What a name stands for where no document says anything else. */
  readonly keyOf: Resolve;
}

/** Which names stand for which, by the documents and by what is decided. */
function nameLinks(
  documents: readonly AnnotatedDocument[],
  decisions: readonly Keyed[],
): NameLinks {
  const may = allowed(decisions);
  const definitions = new Map(
    documents.map((document) => [document.id, definitionsOf(document, () => true, may)]),
  );
  const shared = sharedDefinitions(
    documents.map((document) => definitionsOf(document, isDistinct, may)),
  );
  const divisions = sharedDivisions(documents);
  const wayOf = (name: string, own?: ReadonlyMap<string, string>) =>
    follow(name, (key) => own?.get(key) ?? shared.get(key));
  const located = (key: string) => divisions.get(key)?.join('') ?? key;
  const merged = mergeEntities(decisions, (name) => located(wayOf(name).at(-1)!));
  const itself = (key: string) => merged(located(key));
  const everyWay = (name: string) =>
    new Set([...definitions.values()].flatMap((own) => wayOf(name, own).map(itself)));
  const forbidden = forbiddenEntities(decisions, everyWay, itself);
  const endOf = (way: readonly string[]) =>
    way.find((name, index) =>
      way.slice(index).some((key) => forbidden.get(name)?.has(itself(key))),
    ) ?? way.at(-1)!;
  const keyOf: Resolve = (name) => itself(endOf(wayOf(name)));
  const splitOffAt = splitOffs(decisions, keyOf, nameKey);
  return {
    groupOf: remembered((document, mention) => {
      const { canonical, text, division } = mention;
      const name = nameKey(canonical ?? text);
      const end = canonical ? name : endOf(wayOf(name, definitions.get(document.id)));
      const place = (end === name ? division : undefined) ?? divisions.get(end);
      const own = place ? place.join('') : end;
      const key = merged(own);
      const part = splitOffAt(key, document, mention);
      if (part) return part;
      // 合并后的实体只有留下的那个名称才说得清是哪个地方。
      return { key, division: key === own ? place : undefined };
    }),
    keyOf,
  };
}

/** Every mention is asked for several times. */
function remembered(groupOf: GroupOf): GroupOf {
  const known = new Map<AnnotatedDocument, Map<Mention, ReturnType<GroupOf>>>();
  return (document, mention) => {
    const own = known.get(document) ?? new Map<Mention, ReturnType<GroupOf>>();
    if (own.size === 0) known.set(document, own);
    const group = own.get(mention) ?? groupOf(document, mention);
    own.set(mention, group);
    return group;
  };
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
  may: (short: string, full: string) => boolean,
): Map<string, string> {
  return new Map(
    relations
      .filter((relation) => relation.relation === 'alias-of' && counts(relation))
      .map(({ head, tail }): [string, string] => [
        nameKey(text.slice(head.start, head.end)),
        nameKey(text.slice(tail.start, tail.end)),
      ])
      .filter(([short, full]) => may(short, full)),
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

/** The name and those that definitions lead to, one after the other; a circle ends where it began. */
function follow(key: string, next: (key: string) => string | undefined): string[] {
  const way = new Set<string>();
  for (let at: string | undefined = key; at !== undefined && !way.has(at); at = next(at)) {
    way.add(at);
  }
  return [...way];
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
  votes: ReadonlyMap<string, Category>,
  fates: ReadonlyMap<string, Fate>,
): Map<string, Entity> {
  const kept = [...groups].filter(([key]) => !fates.get(key)?.dropped);
  const labels = new Map(
    kept.map(([key, group]) => [key, fates.get(key)?.label ?? labelOf(key, group)]),
  );
  const keyOf = (key: string, label: string) =>
    `${fates.get(key)?.category ?? votes.get(key)}:${label}`;
  const taken = new Map<string, number>();
  for (const [key, label] of labels) {
    taken.set(keyOf(key, label), (taken.get(keyOf(key, label)) ?? 0) + 1);
  }
  for (const [key, { place }] of fates) checkFree(key, place);
  return new Map(kept.map(([key, group]) => [key, entityOf(key, group)]));

  function checkFree(key: string, place: string): void {
    const label = labels.get(key);
    if (label === undefined || taken.get(keyOf(key, label)) === 1) return;
    throw new MailuoError(
      'INVALID_FILE',
      `${place}: two entities would be "${keyOf(key, label)}"; merge them, or choose another name`,
    );
  }

  function entityOf(key: string, { names, division }: Group): Entity {
    const fate = fates.get(key);
    const short = labels.get(key)!;
    // 两个朝阳区并存时，各写全称：北京市朝阳区。
    const label = division && taken.get(keyOf(key, short))! > 1 ? division.join('') : short;
    const others = new Set([...ranked(names), ...(fate?.aliases ?? [])]);
    others.delete(label);
    const category = fate?.category ?? votes.get(key)!;
    const entity = { key: keyOf(key, label), label, category, aliases: [...others] };
    return division ? { ...entity, division } : entity;
  }
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
