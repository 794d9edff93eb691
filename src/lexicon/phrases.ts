/** Phrases that can be looked up at a position of a text. */
export interface PhraseIndex<T> {
  get(phrase: string): T | undefined;
  /** The longest phrase that stands in `text` at `start`. */
  longestAt(text: string, start: number): { readonly end: number; readonly value: T } | undefined;
  /** The longest phrase that ends in `text` at `end` and does not begin before `from`. */
  longestBefore(
    text: string,
    end: number,
    from: number,
  ): { readonly start: number; readonly value: T } | undefined;
}

/** Index phrases of one character and more. Of equal phrases the first one stays. */
export function phraseIndex<T>(entries: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const values = new Map<string, T>();
  for (const [phrase, value] of entries) if (!values.has(phrase)) values.set(phrase, value);
  const forwards = new Trie(values, (phrase, i) => phrase.charCodeAt(i));
  /** Made when it is first needed: nobody asks which of all known names end somewhere. */
  let backwards: Trie<T> | undefined;
  return {
    get: (phrase) => values.get(phrase),
    longestAt(text, start) {
      let node = ROOT;
      let end = start;
      let longest: T | undefined;
      for (let i = start; i < text.length; i++) {
        node = forwards.next(node, text.charCodeAt(i));
        if (node === ROOT) break;
        const value = forwards.values[node];
        if (value === undefined) continue;
        longest = value;
        end = i + 1;
      }
      return longest === undefined ? undefined : { end, value: longest };
    },
    longestBefore(text, end, from) {
      backwards ??= new Trie(values, (phrase, i) => phrase.charCodeAt(phrase.length - 1 - i));
      let node = ROOT;
      let start = end;
      let longest: T | undefined;
      for (let i = end - 1; i >= from; i--) {
        node = backwards.next(node, text.charCodeAt(i));
        if (node === ROOT) break;
        const value = backwards.values[node];
        if (value === undefined) continue;
        longest = value;
        start = i;
      }
      return longest === undefined ? undefined : { start, value: longest };
    },
  };
}

/** The node where no character was read yet; nothing leads to it. */
const ROOT = 0;

/**
 * A trie (Fredkin 1960, doi:10.1145/367390.367400) whose edges lie in one table: open addressing with
 * linear probing by node and code unit.
 */
class Trie<T> {
  /** The value of the phrase that ends at each node. */
  readonly values: (T | undefined)[] = [undefined];
  /** Node, code unit and next node, one after the other. */
  readonly #edges: Int32Array;
  readonly #mask: number;

  /** @param unitAt reads a phrase in the direction of the trie */
  constructor(entries: ReadonlyMap<string, T>, unitAt: (phrase: string, i: number) => number) {
    let units = 1;
    for (const phrase of entries.keys()) units += phrase.length;
    const slots = 2 ** Math.ceil(Math.log2(2 * units));
    this.#edges = new Int32Array(3 * slots);
    this.#mask = slots - 1;
    for (const [phrase, value] of entries) {
      let node = ROOT;
      for (let i = 0; i < phrase.length; i++) node = this.#grow(node, unitAt(phrase, i));
      this.values[node] = value;
    }
  }

  /** The node after `node` by a code unit; the root when there is none. */
  next(node: number, unit: number): number {
    return this.#edges[this.#slotOf(node, unit) + 2]!;
  }

  #grow(node: number, unit: number): number {
    const at = this.#slotOf(node, unit);
    const edges = this.#edges;
    if (edges[at + 2] === ROOT) edges.set([node, unit, this.values.push(undefined) - 1], at);
    return edges[at + 2]!;
  }

  /** Where the edge is, or would be. */
  #slotOf(node: number, unit: number): number {
    const edges = this.#edges;
    let slot = (Math.imul(node, 0x9e3779b1) + unit) & this.#mask;
    while (
      edges[3 * slot + 2] !== ROOT &&
      !(edges[3 * slot] === node && edges[3 * slot + 1] === unit)
    ) {
      slot = (slot + 1) & this.#mask;
    }
    return 3 * slot;
  }
}
