import type { KnownName, Lexicon } from '../lexicon/lexicon.ts';
import type { Category, Mention, Relation } from '../types.ts';
import { personForm } from './personform.ts';
import { type NameShape, shapeOf } from './shape.ts';
import { isSubsequence, type ShortForm, shortForm } from './shortname.ts';

/** A short name, and the mention that it stands for. */
export interface Alias {
  readonly short: Mention;
  readonly full: Mention;
  /** Name of the rule that says so. */
  readonly rule: string;
}

/** The statement that a short name stands for a full one, for linking. */
export function aliasRelation({ short, full, rule }: Alias): Relation {
  return {
    head: { start: short.start, end: short.end },
    tail: { start: full.start, end: full.end },
    relation: 'alias-of',
    label: '简称',
    status: 'asserted',
    rule,
  };
}

/** 一个字若在这么多全称里出现，就不足以缩小候选；限定比较次数，全文仍是线性的。 */
const MOST_CANDIDATES = 32;

/** A name of the document: its first mention stands for all. */
interface Name {
  readonly mention: Mention;
  /** The entity of the lexicon that it names. */
  readonly known: KnownName | undefined;
  /** Taken apart when first asked for, since few names have a candidate. */
  readonly shape: () => NameShape;
}

/**
 * Find which names of a document are short forms of others although it does not say so. A name is
 * merged when its structure fits one entity of the document and no other as well. Longer names
 * come first, so that 惠科 sees 惠科金渝 and 重庆惠科金渝光电科技有限公司 as the one entity they are.
 * @param mentions of the whole document, sorted by place
 * @param defined short names that the document defines; these stay as they are
 * @returns at most one for each name, by its first mention
 */
export function undefinedAliases(
  mentions: readonly Mention[],
  defined: readonly Alias[],
  lexicon: Lexicon,
): Alias[] {
  const names = namesOf(mentions, lexicon);
  const index = indexNames(names);
  const known = new Map(defined.map(({ short, full }) => [short.text, full.text]));
  const aliases: Alias[] = [];
  const byLength = names.sort(
    (a, b) => b.mention.text.length - a.mention.text.length || a.mention.start - b.mention.start,
  );
  for (const name of byLength) {
    const { mention } = name;
    if (known.has(mention.text)) continue;
    const best = onlyFull(name, index, known, lexicon);
    if (!best) continue;
    known.set(mention.text, best.full.text);
    aliases.push({ short: mention, full: best.full, rule: best.rule });
  }
  return aliases.sort((a, b) => a.short.start - b.short.start);
}

function namesOf(mentions: readonly Mention[], lexicon: Lexicon): Name[] {
  const seen = new Set<string>();
  const places = new Set<string>();
  const names: Name[] = [];
  for (const mention of mentions) {
    const { text, category } = mention;
    if (category === 'place') places.add(text);
    if (seen.has(text)) continue;
    seen.add(text);
    let shape: NameShape | undefined;
    names.push({
      mention,
      known: lexicon.names.get(text),
      shape: () => (shape ??= shapeOf(text, lexicon, places)),
    });
  }
  return names;
}

/** Names by each of their characters, and by the entity of the lexicon. */
interface NameIndex {
  readonly byCharacter: ReadonlyMap<number, readonly Name[]>;
  readonly byKnown: ReadonlyMap<KnownName, readonly Name[]>;
}

function indexNames(names: readonly Name[]): NameIndex {
  const byCharacter = new Map<number, Name[]>();
  const byKnown = new Map<KnownName, Name[]>();
  for (const name of names) {
    const { text } = name.mention;
    for (let i = 0; i < text.length; i++) addTo(byCharacter, text.charCodeAt(i), name);
    if (name.known) addTo(byKnown, name.known, name);
  }
  return { byCharacter, byKnown };
}

/** Names come one after the other, so one that holds a character twice is at the end of its list. */
function addTo<K>(lists: Map<K, Name[]>, key: K, name: Name): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [name]);
  else if (list.at(-1) !== name) list.push(name);
}

/**
 * Names that hold the rarest character of a name, if that tells enough. Of persons it is the first
 * one, since the others may be no part of the full name: 何区长, 老张.
 */
function holdersOf({ mention }: Name, { byCharacter }: NameIndex): readonly Name[] {
  const person = mention.category === 'person';
  const text = person ? mention.text.replace(/^[老小阿](?=.)/u, '')[0]! : mention.text;
  let rarest: readonly Name[] | undefined;
  for (let i = 0; i < text.length; i++) {
    const holders = byCharacter.get(text.charCodeAt(i))!;
    if (!rarest || holders.length < rarest.length) rarest = holders;
    if (rarest.length === 1) break;
  }
  return rarest && rarest.length <= MOST_CANDIDATES ? rarest : [];
}

interface Found extends ShortForm {
  readonly full: Mention;
}

/**
 * The full name of which a name is a short form, if there is only one. Of forms of different
 * entities a better kind wins: 京东 is nearer to 京东集团 than to 京东物流有限公司; else the one that was
 * named before, as full names are.
 */
function onlyFull(
  short: Name,
  index: NameIndex,
  known: ReadonlyMap<string, string>,
  lexicon: Lexicon,
): Found | undefined {
  let best: Found[] = [];
  const consider = (full: Name) => {
    const form = mayStandFor(short, full) ? formOf(short, full, lexicon) : undefined;
    if (!form || form.loss > (best[0]?.loss ?? Infinity)) return;
    if (form.loss < (best[0]?.loss ?? Infinity)) best = [];
    best.push({ ...form, full: full.mention });
  };
  for (const full of holdersOf(short, index)) consider(full);
  for (const full of short.known ? index.byKnown.get(short.known)! : []) consider(full);
  if (best.length === 0) return undefined;
  return (
    only(best, known) ??
    only(
      best.filter(({ full }) => full.start < short.mention.start),
      known,
    )
  );
}

/** The first of several full names, if they all are names of one entity. */
function only(found: readonly Found[], known: ReadonlyMap<string, string>): Found | undefined {
  const entities = new Set(found.map(({ full }) => rootOf(full.text, known)));
  return entities.size === 1 ? found[0] : undefined;
}

/** A test that is quick and leaves few: taking names apart takes longer than all the rest. */
function mayStandFor(short: Name, full: Name): boolean {
  const { text, category } = short.mention;
  const { text: whole, category: fullCategory } = full.mention;
  if (fullCategory === 'person') return text !== whole;
  if (whole.length <= text.length) return false;
  // 只有公司的牌号才会被认成别的，而且不会是地名。
  const mistaken = fullCategory === 'organization' && category !== 'place';
  if (category !== fullCategory && !mistaken) return false;
  return isSubsequence(text, whole) || (short.known !== undefined && short.known === full.known);
}

function formOf(short: Name, full: Name, lexicon: Lexicon): ShortForm | undefined {
  const { category } = full.mention;
  const same = short.mention.category === category;
  const form =
    category === 'person'
      ? personForm(short.mention.text, full.mention.text, lexicon)
      : shortForm(short.shape(), full.shape(), category, lexicon);
  return same || form?.decidesCategory ? form : undefined;
}

function rootOf(name: string, known: ReadonlyMap<string, string>): string {
  const seen = new Set([name]);
  let root = name;
  for (;;) {
    const next = known.get(root);
    if (next === undefined || seen.has(next)) return root;
    seen.add(next);
    root = next;
  }
}

/** Categories that aliases give to their short names. */
export function categoriesByAlias(
  aliases: readonly Alias[],
  categories: ReadonlyMap<string, Category>,
): Map<string, Category> {
  return new Map(
    aliases.map(({ short, full }) => [short.text, categories.get(full.text) ?? full.category]),
  );
}
