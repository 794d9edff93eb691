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
  /** Taken apart when first asked for, since few names have a candidate. */
  readonly shape: () => NameShape;
}

/**
 * Find which names of a document are short forms of others although it does not say so. A name is
 * merged when its structure fits one entity of the document and no other as well. Longer names
 * come first, so that 惠科 sees 惠科金渝 and 重庆惠科金渝光电科技有限公司 as the one entity they are.
 * @param mentions of the whole document, sorted by place
 * @param defined short names that the document defines; these stay as they are
 */
export function undefinedAliases(
  mentions: readonly Mention[],
  defined: readonly Alias[],
  lexicon: Lexicon,
): Alias[] {
  const names = namesOf(mentions, lexicon);
  const index = indexNames(names, lexicon);
  const known = new Map(defined.map(({ short, full }) => [short.text, full.text]));
  const aliases: Alias[] = [];
  const byLength = [...names.values()].sort(
    (a, b) => b.mention.text.length - a.mention.text.length || a.mention.start - b.mention.start,
  );
  for (const name of byLength) {
    const { mention } = name;
    if (known.has(mention.text)) continue;
    const best = onlyFull(name, candidatesOf(mention.text, index, lexicon), known, lexicon);
    if (!best) continue;
    known.set(mention.text, best.full.text);
    aliases.push({ short: mention, full: best.full, rule: best.rule });
  }
  return aliases.sort((a, b) => a.short.start - b.short.start);
}

function namesOf(mentions: readonly Mention[], lexicon: Lexicon): Map<string, Name> {
  const first = new Map<string, Mention>();
  const places = new Set<string>();
  for (const mention of mentions) {
    if (!first.has(mention.text)) first.set(mention.text, mention);
    if (mention.category === 'place') places.add(mention.text);
  }
  return new Map(
    [...first].map(([text, mention]) => {
      let shape: NameShape | undefined;
      return [text, { mention, shape: () => (shape ??= shapeOf(text, lexicon, places)) }];
    }),
  );
}

/** Names by each of their characters, and those of one entity of the lexicon. */
interface NameIndex {
  readonly byCharacter: ReadonlyMap<string, readonly Name[]>;
  readonly byKnown: ReadonlyMap<KnownName, readonly Name[]>;
}

function indexNames(names: ReadonlyMap<string, Name>, lexicon: Lexicon): NameIndex {
  const byCharacter = new Map<string, Name[]>();
  const byKnown = new Map<KnownName, Name[]>();
  for (const [text, name] of names) {
    for (const character of new Set(text)) addTo(byCharacter, character, name);
    const known = lexicon.names.get(text);
    if (known) addTo(byKnown, known, name);
  }
  return { byCharacter, byKnown };
}

function addTo<K>(lists: Map<K, Name[]>, key: K, name: Name): void {
  const list = lists.get(key);
  if (list) list.push(name);
  else lists.set(key, [name]);
}

/** Names that hold the rarest character of a name, and those that the lexicon gives to the same entity. */
function candidatesOf(
  text: string,
  { byCharacter, byKnown }: NameIndex,
  lexicon: Lexicon,
): readonly Name[] {
  let rarest: readonly Name[] = [];
  for (const character of text) {
    const holders = byCharacter.get(character)!;
    if (rarest.length === 0 || holders.length < rarest.length) rarest = holders;
  }
  const known = lexicon.names.get(text);
  const same = known ? byKnown.get(known)! : [];
  return rarest.length <= MOST_CANDIDATES ? [...new Set([...rarest, ...same])] : same;
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
  candidates: readonly Name[],
  known: ReadonlyMap<string, string>,
  lexicon: Lexicon,
): Found | undefined {
  const forms = candidates.flatMap((full): Found[] => {
    if (!mayStandFor(short.mention, full.mention, lexicon)) return [];
    const form = formOf(short, full, lexicon);
    return form ? [{ ...form, full: full.mention }] : [];
  });
  const least = Math.min(...forms.map(({ loss }) => loss));
  const best = forms.filter(({ loss }) => loss === least);
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

/** A test that is quick and leaves few. */
function mayStandFor(short: Mention, full: Mention, { names }: Lexicon): boolean {
  if (full.text.length <= short.text.length) return false;
  if (isSubsequence(short.text, full.text) || full.category === 'person') return true;
  const known = names.get(short.text);
  return known !== undefined && known === names.get(full.text);
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
