import type { Division } from '../lexicon/divisions.ts';
import { afterParent, divisionsOf, type Gazetteer, liesIn } from '../lexicon/gazetteer.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { matchingForm } from '../lexicon/matching.ts';
import type { Mention, Relation } from '../types.ts';
import { divisionByDocument, type PlaceCandidates } from './context.ts';

/** The mentions of a document whose places know which division they are, and which place they were written after. */
export interface LocatedPlaces {
  readonly mentions: Mention[];
  readonly relations: Relation[];
}

/**
 * Find out which administrative division each place of a document is. A chain of names that is
 * written out (北京市朝阳区) decides first; a name that only one division has is that one; of several
 * it is the one whose parents or parts the document names. What stays open has no division.
 * @param mentions in the order of the text
 */
export function locatePlaces(
  text: string,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): LocatedPlaces {
  const places = mentions
    .filter(({ category }) => category === 'place')
    .map((mention) => {
      const name = matchingForm(mention.canonical ?? mention.text);
      return { mention, name, divisions: divisionsOf(name, lexicon.divisions) };
    });
  const relations = readChains(places, lexicon.divisions);
  const decide = divisionByDocument(places, text, lexicon);
  const paths = new Map(places.map((place) => [place.mention.start, decide(place)?.path] as const));
  return {
    mentions: mentions.map((mention) => {
      const division = paths.get(mention.start);
      return division ? { ...mention, division } : mention;
    }),
    relations,
  };
}

/**
 * Let places that stand right behind each other decide what the other one is.
 * @returns for a place that is no division, that it lies in the one before it: 青川县|云溪村
 */
function readChains(places: readonly PlaceCandidates[], gazetteer: Gazetteer): Relation[] {
  const relations: Relation[] = [];
  const pairs = places.flatMap((place, index) => {
    const before = places[index - 1];
    return before?.mention.end === place.mention.start ? [[before, place] as const] : [];
  });
  for (const [before, place] of pairs) {
    if (readPair(before, place, gazetteer)) continue;
    const [upper, lower] = [levelOf(before), levelOf(place)];
    if (upper >= lower) continue;
    place.divisions = []; // 同名的另一个：云溪县|城关镇
    if (lower < Infinity) relations.push(writtenParent(place.mention, before.mention));
  }
  // 最后一级定了，上面几级也就定了：吉林|长春|朝阳区。
  for (const [before, place] of pairs.reverse()) readPair(before, place, gazetteer);
  return relations;
}

/** Keep those divisions of a pair that lie in each other. */
function readPair(before: PlaceCandidates, place: PlaceCandidates, gazetteer: Gazetteer): boolean {
  const uppers = candidatesOf(before, gazetteer);
  const lowers = candidatesOf(place, gazetteer);
  const inside = lowers.filter((lower) => uppers.some((upper) => liesIn(lower, upper)));
  if (inside.length === 0) return false;
  // 安徽|黄山是黄山市，不是市里的黄山区。
  const highest = Math.min(...inside.map(({ level }) => level));
  const kept = inside.filter(({ level }) => level === highest);
  place.divisions = kept;
  before.divisions = uppers.filter((upper) => kept.some((lower) => liesIn(lower, upper)));
  return true;
}

/** In a chain a county goes without its ending: 重庆|巴南|二圣镇. */
function candidatesOf(
  { name, divisions }: PlaceCandidates,
  gazetteer: Gazetteer,
): readonly Division[] {
  const written = divisions.length === 1 ? [] : afterParent(name, gazetteer);
  return [...new Set([...divisions, ...written])];
}

/** 名称自己说明的层级，用于没有收录的地名：1 省、2 市州、3 县区、4 乡镇、5 村社区。 */
const LEVELS: readonly [level: number, ending: RegExp][] = [
  [5, /(?:村|社区)$/],
  [4, /(?:镇|乡|街道|苏木)$/],
  [
    3,
    /(?:县|旗|(?<!开发|合作|示范|试验|保税|产业|新|园|景|山|林|牧|灾|小|校|库|矿|战|灌|城|港|经开)区)$/,
  ],
  [2, /(?:市|自治州|盟)$/],
  [1, /(?:省|自治区)$/],
];

function levelOf({ name, divisions }: PlaceCandidates): number {
  return divisions[0]?.level ?? LEVELS.find(([, ending]) => ending.test(name))?.[0] ?? Infinity;
}

function writtenParent(place: Mention, parent: Mention): Relation {
  return {
    head: { start: place.start, end: place.end },
    tail: { start: parent.start, end: parent.end },
    relation: 'part',
    label: '隶属',
    status: 'asserted',
    rule: 'written-parent',
  };
}
