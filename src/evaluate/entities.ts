import { type Entity, linkEntities } from '../graph/link.ts';
import { type AnnotatedDocument, CATEGORIES, type Category } from '../types.ts';
import type { GoldDocument } from './gold.ts';
import { type Score, type ScoredError, Tally } from './score.ts';

/**
 * How short names were merged into full ones, over the distinct pairs of a document. A gold pair is
 * a surface and the other canonical name that the annotator gave it; a found pair is a name and the
 * other label of its entity.
 */
export interface AliasScore {
  /** Of the found pairs, the share that gold has too. */
  readonly precision: number;
  /** Of the gold pairs of which both names were found, the share that was merged rightly. */
  readonly recall: number;
  readonly right: number;
  /** Found pairs that gold does not have. */
  readonly wrong: number;
  /** Gold pairs of which both names were found, but not merged. */
  readonly missed: number;
  /** Gold pairs of which one name was not found as a mention. */
  readonly unfound: number;
}

export interface EntityEvaluation {
  /** Canonical name and category, distinct in a document; `all` and one for each category. */
  readonly entities: Readonly<Record<string, Score>>;
  /** Canonical name, whatever the category. */
  readonly untyped: Score;
  readonly aliases: AliasScore;
  readonly errors: readonly ScoredError[];
}

/** Compare the entities of annotated documents, each linked by itself, with those of gold. */
export function evaluateEntities(
  gold: readonly GoldDocument[],
  found: readonly AnnotatedDocument[],
): EntityEvaluation {
  const byId = new Map(found.map((document) => [document.id, document]));
  const entities = Object.fromEntries(['all', ...CATEGORIES].map((name) => [name, new Tally()]));
  const untyped = new Tally();
  const aliases = { right: 0, wrong: 0, missed: 0, unfound: 0 };
  const errors: ScoredError[] = [];
  for (const expected of gold) {
    const actual = byId.get(expected.id);
    if (!actual) continue;
    const nodes = nodesOf(expected, actual);
    addEntities(entities, untyped, nodes);
    const pairs = pairsOf(expected, actual);
    aliases.right += pairs.right.length;
    aliases.wrong += pairs.wrong.length;
    aliases.missed += pairs.missed.length;
    aliases.unfound += pairs.unfound.length;
    errors.push(...entityErrors(expected.id, nodes), ...aliasErrors(expected.id, pairs));
  }
  return {
    entities: Object.fromEntries(Object.entries(entities).map(([k, tally]) => [k, tally.score()])),
    untyped: untyped.score(),
    aliases: { ...ratios(aliases), ...aliases },
    errors,
  };
}

function ratios({ right, wrong, missed }: { right: number; wrong: number; missed: number }) {
  const share = (others: number) => (right === 0 ? 0 : right / (right + others));
  return { precision: share(wrong), recall: share(missed) };
}

interface Node {
  readonly name: string;
  readonly category: Category;
  /** The rule of its first mention. */
  readonly rule?: string;
}

/** Entities by `category:name`. */
interface Nodes {
  readonly gold: ReadonlyMap<string, Node>;
  readonly found: ReadonlyMap<string, Node>;
}

function nodesOf(expected: GoldDocument, actual: AnnotatedDocument): Nodes {
  const gold = new Map<string, Node>();
  for (const { canonical, category } of expected.mentions) {
    gold.set(`${category}:${canonical}`, { name: canonical, category });
  }
  const entityOf = linkEntities([actual]);
  const found = new Map<string, Node>();
  for (const mention of actual.mentions) {
    const { key, label, category } = entityOf(actual, mention)!;
    if (!found.has(key)) found.set(key, { name: label, category, rule: mention.rule });
  }
  return { gold, found };
}

function addEntities(tallies: Record<string, Tally>, untyped: Tally, { gold, found }: Nodes): void {
  const names = (nodes: ReadonlyMap<string, Node>) =>
    new Set([...nodes.values()].map(({ name }) => name));
  untyped.add(names(gold), names(found));
  tallies['all']!.add(new Set(gold.keys()), new Set(found.keys()));
  for (const category of CATEGORIES) {
    const only = (nodes: ReadonlyMap<string, Node>) =>
      new Set([...nodes].filter(([, node]) => node.category === category).map(([key]) => key));
    tallies[category]!.add(only(gold), only(found));
  }
}

/** A name and the fuller one that it stands for. */
interface Pair {
  readonly short: string;
  readonly full: string;
}

interface Pairs {
  readonly right: readonly Pair[];
  readonly wrong: readonly (Pair & { readonly rule?: string })[];
  readonly missed: readonly Pair[];
  readonly unfound: readonly Pair[];
}

function pairsOf(expected: GoldDocument, actual: AnnotatedDocument): Pairs {
  const labels = labelsOf(actual);
  const gold = distinct(expected.mentions.map(({ text, canonical }) => [text, canonical]));
  const merged = distinct(labels);
  const rules = new Map(
    actual.relations
      .filter(({ relation }) => relation === 'alias-of')
      .map(({ head, rule }) => [actual.text.slice(head.start, head.end), rule]),
  );
  const both = ({ short, full }: Pair) => labels.has(short) && labels.has(full);
  const left = [...gold].filter(([key]) => !merged.has(key)).map(([, pair]) => pair);
  return {
    right: [...merged].filter(([key]) => gold.has(key)).map(([, pair]) => pair),
    wrong: [...merged]
      .filter(([key]) => !gold.has(key))
      .map(([, pair]) => ({ ...pair, rule: rules.get(pair.short) ?? 'same-key' })),
    missed: left.filter(both),
    unfound: left.filter((pair) => !both(pair)),
  };
}

/** The label of each name's entity. */
function labelsOf(document: AnnotatedDocument): Map<string, Entity['label']> {
  const entityOf = linkEntities([document]);
  return new Map(
    document.mentions.map((mention) => [mention.text, entityOf(document, mention)!.label]),
  );
}

/** The pairs of two different names, by both. */
function distinct(names: Iterable<readonly [string, string]>): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [short, full] of names) {
    if (short !== full) pairs.set(`${short} = ${full}`, { short, full });
  }
  return pairs;
}

function entityErrors(document: string, { gold, found }: Nodes): ScoredError[] {
  const of = 'entity';
  const missed = [...gold].filter(([key]) => !found.has(key));
  const spurious = [...found].filter(([key]) => !gold.has(key));
  return [
    ...missed.map(([, { name, category }]): ScoredError => {
      return { document, kind: 'missed', of, what: `${name} ${category}` };
    }),
    ...spurious.map(([, { name, category, rule }]): ScoredError => {
      return { document, kind: 'spurious', of, what: `${name} ${category}`, ...(rule && { rule }) };
    }),
  ];
}

function aliasErrors(document: string, { missed, wrong }: Pairs): ScoredError[] {
  const of = 'alias';
  return [
    ...missed.map(({ short, full }): ScoredError => {
      return { document, kind: 'missed', of, what: `${short} = ${full}` };
    }),
    ...wrong.map(({ short, full, rule }): ScoredError => {
      return { document, kind: 'spurious', of, what: `${short} = ${full}`, ...(rule && { rule }) };
    }),
  ];
}
