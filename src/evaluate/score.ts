import { MailuoError } from '../errors.ts';
import { matchingForm } from '../lexicon/matching.ts';
import { type AnnotatedDocument, CATEGORIES, type Mention, type Relation } from '../types.ts';
import type { GoldDocument, GoldRelation } from './gold.ts';

/** Precision, recall and F1 with what they are made of. All three are from 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly correct: number;
  readonly found: number;
  readonly gold: number;
}

/** Something that was missed or is spurious. */
export interface ScoredError {
  readonly document: string;
  readonly kind: 'missed' | 'spurious';
  readonly of: 'mention' | 'entity' | 'alias' | 'relation';
  readonly what: string;
  /** The rule that made a spurious one. */
  readonly rule?: string;
}

/** How well mentions and relations agree with those that people annotated. */
export interface Evaluation {
  /** Exact span and category; `all` and one for each category. */
  readonly mentions: Readonly<Record<string, Score>>;
  /** Exact span, whatever the category. */
  readonly untyped: Score;
  /** Head, tail and one of the predicates. */
  readonly relations: Score;
  /** Head and tail, whatever the predicate. */
  readonly pairs: Score;
  /** Relations whose pair is listed: how many of these have a listed predicate. */
  readonly listed: Score;
  /** Relations that are offices. */
  readonly offices: Score;
  /** Denied statements, and how many of them were given out as holding. */
  readonly denied: { readonly gold: number; readonly asserted: number };
  readonly errors: readonly ScoredError[];
}

/** Counts of what gold and found sets have in common. */
export class Tally {
  correct = 0;
  found = 0;
  gold = 0;

  /** Compare two sets of keys. */
  add(gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
    this.gold += gold.size;
    this.found += found.size;
    for (const key of found) if (gold.has(key)) this.correct++;
  }

  score(): Score {
    const { correct, found, gold } = this;
    const precision = found === 0 ? 0 : correct / found;
    const recall = gold === 0 ? 0 : correct / gold;
    const f1 = correct === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { precision, recall, f1, correct, found, gold };
  }
}

/**
 * Compare annotated documents with gold ones of the same ids.
 * @throws MailuoError `INVALID_ARGUMENT` when a gold document was not annotated
 *
 * @example
 * const gold = await readGold('gold/dev');
 * const found = annotateAll(gold, knowledge);
 * console.log(evaluate(gold, found).mentions['all'].f1);
 */
export function evaluate(
  gold: readonly GoldDocument[],
  found: readonly AnnotatedDocument[],
): Evaluation {
  const byId = new Map(found.map((document) => [document.id, document]));
  const mentions = Object.fromEntries(['all', ...CATEGORIES].map((name) => [name, new Tally()]));
  const untyped = new Tally();
  const relations = new Tally();
  const pairs = new Tally();
  const listed = new Tally();
  const offices = new Tally();
  const denied = { gold: 0, asserted: 0 };
  const errors: ScoredError[] = [];
  for (const expected of gold) {
    const actual = byId.get(expected.id);
    if (!actual) {
      throw new MailuoError('INVALID_ARGUMENT', `"${expected.id}": not among the documents found`);
    }
    addMentions(mentions, untyped, expected, actual);
    const matches = matchRelations(expected, actual);
    addRelations({ relations, pairs, listed, offices, denied }, expected, matches);
    errors.push(...mentionErrors(expected, actual), ...relationErrors(expected, matches));
  }
  return {
    mentions: Object.fromEntries(Object.entries(mentions).map(([k, tally]) => [k, tally.score()])),
    untyped: untyped.score(),
    relations: relations.score(),
    pairs: pairs.score(),
    listed: listed.score(),
    offices: offices.score(),
    denied,
    errors,
  };
}

const typedKey = ({ start, end, category }: Pick<Mention, 'start' | 'end' | 'category'>) =>
  `${start}-${end}-${category}`;
const spanKey = ({ start, end }: { start: number; end: number }) => `${start}-${end}`;

function addMentions(
  tallies: Record<string, Tally>,
  untyped: Tally,
  gold: GoldDocument,
  found: AnnotatedDocument,
): void {
  const keys = (list: readonly Pick<Mention, 'start' | 'end' | 'category'>[]) =>
    new Set(list.map(typedKey));
  tallies['all']!.add(keys(gold.mentions), keys(found.mentions));
  untyped.add(new Set(gold.mentions.map(spanKey)), new Set(found.mentions.map(spanKey)));
  for (const category of CATEGORIES) {
    const only = <T extends Pick<Mention, 'category'>>(list: readonly T[]) =>
      list.filter((mention) => mention.category === category);
    tallies[category]!.add(keys(only(gold.mentions)), keys(only(found.mentions)));
  }
}

/** A relation that was found, by names, and the gold relation that it matches. */
export interface Match {
  readonly head: string;
  readonly tail: string;
  readonly relation: Relation;
  readonly gold: GoldRelation | undefined;
}

export function matchRelations(gold: GoldDocument, found: AnnotatedDocument): Match[] {
  const canonical = canonicalNames(found);
  const seen = new Set<string>();
  return found.relations.flatMap((relation) => {
    // 摄影署名不在标注之列。
    if (relation.relation === 'alias-of' || relation.relation === 'photo') return [];
    const head = canonical(found.text.slice(relation.head.start, relation.head.end));
    const tail = canonical(found.text.slice(relation.tail.start, relation.tail.end));
    const key = `${head}|${relation.label}|${tail}`;
    if (head === tail || seen.has(key)) return [];
    seen.add(key);
    const match = gold.relations.find(
      (expected) =>
        expected.head === head &&
        expected.tail === tail &&
        expected.predicates.some((predicate) => samePredicate(predicate, relation.label)),
    );
    return [{ head, tail, relation, gold: match }];
  });
}

/** 谓词相同，或一个包含另一个：建设 / 投资建设，书记 / 区委书记。不分繁简。 */
export function samePredicate(a: string, b: string): boolean {
  const [x, y] = [matchingForm(a), matchingForm(b)];
  return x.includes(y) || y.includes(x);
}

/** The full name of a name, by the short names that the document defines: 海鲨, 海鲨俱乐部, 大连海鲨足球俱乐部. */
function canonicalNames({ text, relations }: AnnotatedDocument): (name: string) => string {
  const fulls = new Map(
    relations
      .filter((relation) => relation.relation === 'alias-of')
      .map(({ head, tail }) => [
        text.slice(head.start, head.end),
        text.slice(tail.start, tail.end),
      ]),
  );
  return (name) => {
    const passed = new Set<string>();
    let full = name;
    while (fulls.has(full) && !passed.has(full)) {
      passed.add(full);
      full = fulls.get(full)!;
    }
    return full;
  };
}

/** Among the predicates of every office that is listed. */
export const OFFICE = '任职';

interface RelationTallies {
  readonly relations: Tally;
  readonly pairs: Tally;
  readonly listed: Tally;
  readonly offices: Tally;
  readonly denied: { gold: number; asserted: number };
}

function addRelations(
  { relations, pairs, listed, offices, denied }: RelationTallies,
  gold: GoldDocument,
  matches: readonly Match[],
): void {
  const holding = gold.relations.filter((relation) => !relation.denied);
  const given = matches.filter(
    (match) => (match.gold && !match.gold.denied) || match.relation.status !== 'denied',
  );
  const isListed = ({ head, tail }: Match) =>
    gold.relations.some((relation) => relation.head === head && relation.tail === tail);
  addMatches(relations, holding, given);
  addMatches(listed, holding, given.filter(isListed));
  addMatches(
    offices,
    holding.filter(({ predicates }) => predicates.includes(OFFICE)),
    given.filter(({ relation }) => relation.relation === 'office'),
  );
  pairs.add(
    new Set(holding.map(({ head, tail }) => `${head}|${tail}`)),
    new Set(
      matches.flatMap(({ head, tail, relation }) =>
        relation.status === 'denied' ? [] : [`${head}|${tail}`],
      ),
    ),
  );
  denied.gold += gold.relations.length - holding.length;
  denied.asserted += matches.filter((m) => m.gold?.denied && m.relation.status !== 'denied').length;
}

function addMatches(tally: Tally, gold: readonly GoldRelation[], matches: readonly Match[]): void {
  const name = (relation: GoldRelation) => JSON.stringify(relation);
  const keys = matches.map((m) =>
    m.gold && !m.gold.denied ? name(m.gold) : `${m.head}|${m.relation.label}|${m.tail}`,
  );
  tally.add(new Set(gold.map(name)), new Set(keys));
}

function mentionErrors(gold: GoldDocument, found: AnnotatedDocument): ScoredError[] {
  const expected = new Set(gold.mentions.map(typedKey));
  const actual = new Set(found.mentions.map(typedKey));
  const missed = gold.mentions.filter((mention) => !actual.has(typedKey(mention)));
  const spurious = found.mentions.filter((mention) => !expected.has(typedKey(mention)));
  const document = gold.id;
  return [
    ...missed.map(
      (m): ScoredError => ({
        document,
        kind: 'missed',
        of: 'mention',
        what: `${m.text} ${m.category}`,
      }),
    ),
    ...spurious.map(
      (m): ScoredError => ({
        document,
        kind: 'spurious',
        of: 'mention',
        what: `${m.text} ${m.category}`,
        rule: m.rule,
      }),
    ),
  ];
}

function relationErrors(gold: GoldDocument, matches: readonly Match[]): ScoredError[] {
  const document = gold.id;
  const matched = new Set(matches.map((match) => match.gold));
  const missed = gold.relations.filter((relation) => !relation.denied && !matched.has(relation));
  const spurious = matches.filter((match) => !match.gold);
  return [
    ...missed.map(
      ({ head, predicates, tail }): ScoredError => ({
        document,
        kind: 'missed',
        of: 'relation',
        what: `${head} | ${predicates.join(',')} | ${tail}`,
      }),
    ),
    ...spurious.map(
      ({ head, relation, tail }): ScoredError => ({
        document,
        kind: 'spurious',
        of: 'relation',
        what: `${head} | ${relation.label} | ${tail}`,
        rule: relation.rule,
      }),
    ),
  ];
}
