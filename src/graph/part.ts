import { edgeOf, type NodeTally, support, type Tally } from './tally.ts';

const PART = { relation: 'part', label: '隶属', status: 'asserted' } as const;

/**
 * Count that each place lies in the nearest division above it that is an entity as well.
 * 依据是两者同现的句子；没有这样的句子，就用提到下级的第一句。
 */
export function countParts(counts: Tally): void {
  const byPath = new Map<string, string>();
  for (const [key, { entity }] of counts.nodes) {
    if (entity.division) byPath.set(entity.division.join(), key);
  }
  for (const [source, node] of counts.nodes) {
    const target = parentOf(node, byPath);
    if (!target) continue;
    const claim = { source, target, ...PART };
    const rule = ruleOf(node.entity.division!);
    const all = [...node.sentences];
    const above = counts.nodes.get(target)!.sentences;
    const together = all.filter(([id, place]) => above.get(id)?.document === place.document);
    for (const [id, place] of together.length > 0 ? together : all.slice(0, 1)) {
      support(edgeOf(counts, claim), rule, place, id);
    }
  }
}

function parentOf(
  { entity: { division = [] } }: NodeTally,
  byPath: ReadonlyMap<string, string>,
): string | undefined {
  for (let level = division.length - 1; level > 0; level--) {
    const parent = byPath.get(division.slice(0, level).join());
    if (parent) return parent;
  }
  return undefined;
}

/** 省级没有上级。 */
const RULES = ['division-prefecture', 'division-county', 'division-town'];

/** 直辖市没有地级：重庆市的巴南区是县级。 */
function ruleOf(division: readonly string[]): string {
  return RULES[division.length - (division[0]!.endsWith('市') ? 1 : 2)]!;
}
