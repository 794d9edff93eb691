/** Numbers of a node: the trait it asks for, the limit, and where those above the limit go on. */
const SIZE = 3;

/** Decision trees whose leaves are added up. */
export interface Trees {
  /** The first node of each tree. */
  readonly roots: Uint32Array;
  /**
   * Three numbers a node: trait, limit, number of the node for traits above the limit; others go on
   * to the next node. A leaf has trait -1 and its value as limit.
   */
  readonly nodes: Float32Array;
}

/** What all trees together say of an example. */
export function sumOf({ roots, nodes }: Trees, traits: readonly number[]): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]! * SIZE;
    while (nodes[node]! >= 0) {
      node = traits[nodes[node]!]! <= nodes[node + 1]! ? node + SIZE : nodes[node + 2]! * SIZE;
    }
    sum += nodes[node + 1]!;
  }
  return sum;
}
