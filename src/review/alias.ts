import { personForm } from '../entity/personform.ts';
import { type NameShape, shapeOf } from '../entity/shape.ts';
import { type ShortForm, shortForm } from '../entity/shortname.ts';
import type { NodeAttributes } from '../graph/attributes.ts';
import type { Proposal, Reviewed } from './proposal.ts';

interface Named {
  readonly key: string;
  readonly node: NodeAttributes;
  readonly shape: NameShape;
}

/** A name that is made like a short form of another. */
interface Pair {
  readonly short: Named;
  readonly full: Named;
  readonly rule: ShortForm['rule'];
}

/** How often pairs of a rule are one entity, at a guess from reading the proposals for 2,000 news items. */
const LIKELIHOOD: Readonly<Record<ShortForm['rule'], number>> = {
  'known-alias': 0.9,
  'place-name': 0.7,
  'short-name': 0.6,
  'person-short-form': 0.5,
  'part-name': 0.3,
};
const LEAST = 0.5;
/** Fewer neighbours say nothing. */
const ENOUGH_NEIGHBORS = 3;

/**
 * Two entities of which one has a short name of the other, though no document says so: 以军 and
 * 以色列国防军. What several full names explain is less likely, as are names that stand in one
 * sentence; common neighbours make it likelier.
 */
export function proposeAliases(reviewed: Reviewed): Proposal[] {
  const pairs = shortForms(reviewed);
  const fulls = new Map<string, number>();
  for (const { short } of pairs) fulls.set(short.key, (fulls.get(short.key) ?? 0) + 1);
  return pairs.flatMap((pair) => {
    const { short, full, rule } = pair;
    const [common, fewest] = neighborsOf(pair, reviewed);
    let likelihood = LIKELIHOOD[rule] / fulls.get(short.key)!;
    if (fewest >= ENOUGH_NEIGHBORS) {
      if (common === 0) likelihood *= 0.6;
      else likelihood = 1 - (1 - likelihood) * (1 - (0.8 * common) / fewest);
    }
    if (reviewed.graph.areNeighbors(short.key, full.key)) likelihood *= 0.2;
    if (likelihood < LEAST) return [];
    const names = [full.node.label, short.node.label] as const;
    return [
      {
        kind: 'alias',
        names,
        reason: `${names[1]} may be short for ${names[0]} (${rule}, ${common} common neighbours)`,
        likelihood,
        documents: Math.min(short.node.documents, full.node.documents),
        decision: { merge: names },
        refusal: { 'never-merge': names },
        evidence: names.flatMap((name) => reviewed.quotesOf(name)),
      },
    ];
  });
}

function shortForms({ graph, lexicon }: Reviewed): Pair[] {
  const places = new Set(
    graph.mapNodes((_, { category, label }) => (category === 'place' ? label : '')),
  );
  const all = graph.mapNodes((key, node) => ({
    key,
    node,
    shape: shapeOf(node.label, lexicon, places),
  }));
  const having = new Map<string, Named[]>();
  for (const one of all) {
    for (const character of new Set(one.shape.key)) {
      const known = having.get(character);
      if (known) known.push(one);
      else having.set(character, [one]);
    }
  }
  return all.flatMap((short) => {
    // 简称的每个字全称里都有（通称除外），从最少见的字找起。
    const lists = [...new Set(short.shape.key)].map((character) => having.get(character)!);
    if (lists.length < 2) return [];
    const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
    return rarest.flatMap((full) => {
      const isLonger = full.shape.key.length > short.shape.key.length;
      if (!isLonger || full.node.category !== short.node.category) return [];
      const rule = formOf(short, full, lexicon)?.rule;
      return rule ? [{ short, full, rule }] : [];
    });
  });
}

function formOf(short: Named, full: Named, lexicon: Reviewed['lexicon']): ShortForm | undefined {
  const { category } = full.node;
  if (category === 'person') return personForm(short.node.label, full.node.label, lexicon);
  return shortForm(short.shape, full.shape, category, lexicon);
}

/** Neighbours that both have, and how many the one with fewer has. */
function neighborsOf({ short, full }: Pair, { graph }: Reviewed): [common: number, fewest: number] {
  const own = new Set(graph.neighbors(short.key));
  const others = graph.neighbors(full.key);
  const common = others.filter((key) => own.has(key)).length;
  return [common, Math.min(own.size, others.length)];
}
