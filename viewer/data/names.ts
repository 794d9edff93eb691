/** Finds names by any part of them, by pinyin and by its initials: cqdx → 重庆大学. */

import type { Columns } from '../../src/page/columns.ts';

export interface NameMatch {
  readonly node: number;
  /** The name that was matched: the label, or an alias. */
  readonly name: string;
}

export type NameSearch = (query: string, limit: number) => readonly NameMatch[];

/** No character of a folded name. */
const BETWEEN = '\n';
const LATIN = /^[a-z]+$/;

/** How well a name is matched, by where the match stands; the smaller is the better. */
interface Ranks {
  readonly whole: number;
  readonly beginning: number;
  readonly part: number;
}

const WRITTEN: Ranks = { whole: 0, beginning: 1, part: 2 };
const SPOKEN: Ranks = { whole: 3, beginning: 3, part: 4 };
const NOT_FOUND = 5;

/** A search that looks through one long text of all names, since that is quicker than many short ones. */
export function createNameSearch({ nodes, pinyin }: Columns): NameSearch {
  const names: string[] = [];
  const owners: number[] = [];
  for (const [node, label] of nodes.label.entries()) {
    for (const name of [label, ...nodes.aliases[node]!]) {
      names.push(name);
      owners.push(node);
    }
  }
  const folded = names.map(fold);
  const text = folded.join(BETWEEN);
  const starts = new Uint32Array(names.length);
  for (let i = 1; i < names.length; i++) starts[i] = starts[i - 1]! + folded[i - 1]!.length + 1;
  const spoken = createPinyin(text, pinyin);

  const found = new Ranking(nodes.label.length);
  /** Positions ascend, so the name at each is sought from the last one on. */
  const collect = (positions: Iterable<number>, ranks: Ranks, length: number) => {
    let name = 0;
    for (const position of positions) {
      while (name + 1 < starts.length && starts[name + 1]! <= position) name++;
      const isWhole = folded[name]!.length === length;
      const rank = position > starts[name]! ? ranks.part : isWhole ? ranks.whole : ranks.beginning;
      found.offer(owners[name]!, name, rank);
    }
  };
  return (query, limit) => {
    const wanted = fold(query);
    if (wanted === '') return [];
    found.clear();
    collect(occurrences(text, wanted), WRITTEN, wanted.length);
    if (LATIN.test(wanted)) collect(spoken(wanted), SPOKEN, wanted.length);
    return found.best(limit).map(({ node, name }) => ({ node, name: names[name]! }));
  };
}

/** The best match of each node. Kept from query to query, since clearing is cheaper than making it. */
class Ranking {
  readonly #ranks: Uint8Array;
  readonly #names: Uint32Array;

  constructor(order: number) {
    this.#ranks = new Uint8Array(order);
    this.#names = new Uint32Array(order);
  }

  clear(): void {
    this.#ranks.fill(NOT_FOUND);
  }

  offer(node: number, name: number, rank: number): void {
    if (rank >= this.#ranks[node]!) return;
    this.#ranks[node] = rank;
    this.#names[node] = name;
  }

  /** By rank, then by importance, which is the order of the nodes. */
  best(limit: number): { node: number; name: number }[] {
    const found: { node: number; name: number }[] = [];
    for (let rank = 0; rank < NOT_FOUND; rank++) {
      for (let node = 0; node < this.#ranks.length && found.length < limit; node++) {
        if (this.#ranks[node] === rank) found.push({ node, name: this.#names[node]! });
      }
    }
    return found;
  }
}

function* occurrences(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) yield at;
}

/** Ｒ and R, r and R are the same key to a reader. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(BETWEEN, ' ').trim();
}

/** Positions in a text from which letters can be read: all of each reading, or its beginning. */
function createPinyin(
  text: string,
  { characters, readings }: Columns['pinyin'],
): (letters: string) => Generator<number> {
  const table = new Map([...characters].map((c, i) => [c, readings[i]!.split(',')]));
  // A bit for each letter with which a reading may begin, so that most positions cost one look.
  const first = new Uint32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    for (const reading of table.get(text[i]!) ?? latin(text[i]!)) first[i]! |= bitOf(reading, 0);
  }
  const reads = (position: number, letters: string, from: number): boolean => {
    if (from === letters.length) return true;
    if (position >= text.length || !(first[position]! & bitOf(letters, from))) return false;
    return (table.get(text[position]!) ?? latin(text[position]!)).some((reading) => {
      let length = 0;
      while (length < reading.length && reading[length] === letters[from + length]) length++;
      for (; length > 0; length--) {
        if (reads(position + 1, letters, from + length)) return true;
      }
      return false;
    });
  };
  return function* (letters) {
    const wanted = bitOf(letters, 0);
    for (let position = 0; position < text.length; position++) {
      if (first[position]! & wanted && reads(position, letters, 0)) yield position;
    }
  };
}

/** Letters are read as they stand. */
function latin(character: string): string[] {
  return LATIN.test(character) ? [character] : [];
}

function bitOf(letters: string, position: number): number {
  return 1 << (letters.charCodeAt(position) - 97);
}
