import { readFileSync } from 'node:fs';
import path from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { LabelledText } from '../entity/labels.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../types.ts';

/** Names of one kind, by which others of the same kind can be replaced. */
export type NamePools = ReadonlyMap<string, readonly string[]>;

/** Share of the names of a text that are replaced. */
const REPLACED = 0.7;

/**
 * 同类的名称才能互换：同一类别、同样的通名；没有通名的按外国人名、复姓、字数分。
 * A kind without a pool keeps its names.
 */
export function kindOf(name: string, category: Category, { suffixes, surnames }: Lexicon): string {
  if (category === 'person') {
    if (name.includes('·')) return 'person·';
    const compound = name.length > 2 && surnames.has(name.slice(0, 2));
    const chinese = name.length <= 4 && (compound || surnames.has(name[0]!));
    return chinese ? 'person' : 'person-foreign';
  }
  const suffix = suffixes.longestBefore(name, name.length, 0);
  if (suffix && suffix.start > 0) return `${category}-${name.slice(suffix.start)}`;
  return `${category}${name.length > 4 ? '-long' : ''}`;
}

/** Collect the names of labelled texts and of lists of names, by kind. */
export function poolNames(
  shared: string,
  texts: readonly LabelledText[],
  lexicon: Lexicon,
): NamePools {
  const pools = new Map<string, Set<string>>();
  const add = (name: string, category: Category) => {
    const kind = kindOf(name, category, lexicon);
    pools.set(kind, (pools.get(kind) ?? new Set()).add(name));
  };
  for (const { text, spans } of texts) {
    for (const { start, end, category } of spans) {
      const name = text.slice(start, end);
      if (/^[\p{Script=Han}·]{2,}$/u.test(name)) add(name, category);
    }
  }
  for (const name of compoundNames(shared, lexicon)) add(name, 'person');
  for (const [file, category] of LISTS) {
    for (const line of readFileSync(path.join(shared, file), 'utf8').split('\n')) {
      const name = line.split('\t').find((cell) => /^\p{Script=Han}{2,6}$/u.test(cell));
      if (name) add(name, category);
    }
  }
  return new Map([...pools].map(([kind, names]) => [kind, [...names]]));
}

/**
 * 复姓的人名：名单里单姓的名字换上复姓。They are one in so many of the names of people, as they are
 * of our own articles; elsewhere they are rare.
 */
function compoundNames(shared: string, { surnames }: Lexicon): string[] {
  const compound = [...surnames].filter((surname) => surname.length === 2);
  const names = readFileSync(path.join(shared, LISTS[0]![0]), 'utf8').trim().split('\n');
  return names
    .filter((name, index) => index % ONE_IN === 0 && surnames.has(name[0]!))
    .map((name, index) => {
      const given = index % 2 === 0 ? name.slice(1) : name.slice(-1);
      return compound[index % compound.length]! + given;
    });
}

const ONE_IN = 7;

/** Lists of names, one in each line. */
const LISTS: readonly (readonly [string, Category])[] = [
  ['corpora/gazetteers/chi_names.txt', 'person'],
  ['corpora/gazetteers/company_short.txt', 'organization'],
  ['corpora/gazetteers/jionlp_china_location.txt', 'place'],
];

/**
 * The same text with other names in it; the same name becomes the same other one.
 * @param share of the names that are replaced, from 0 to 1, by category
 */
export function rename(
  { text, spans }: LabelledText,
  pools: NamePools,
  lexicon: Lexicon,
  random: RandomGenerator,
  share: (category: Category) => number = () => REPLACED,
): LabelledText {
  const replacements = new Map<string, string>();
  const replacement = (name: string, category: Category): string => {
    const key = `${category}:${name}`;
    const known = replacements.get(key);
    if (known !== undefined) return known;
    const pool = pools.get(kindOf(name, category, lexicon)) ?? [];
    const replace = pool.length > 1 && uniformInt(random, 0, 999) < share(category) * 1000;
    const other = replace ? pool[uniformInt(random, 0, pool.length - 1)]! : name;
    replacements.set(key, other);
    return other;
  };
  const renamed: { start: number; end: number; category: Category }[] = [];
  let result = '';
  let done = 0;
  for (const { start, end, category } of spans) {
    result += text.slice(done, start);
    const name = replacement(text.slice(start, end), category);
    renamed.push({ start: result.length, end: result.length + name.length, category });
    result += name;
    done = end;
  }
  return { text: result + text.slice(done), spans: renamed };
}
