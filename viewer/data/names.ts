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

/** How well a name is matched; the smaller is the better. */
const WHOLE = 0;
const BEGINNING = 1;
const PART = 2;
const PINYIN_BEGINNING = 3;
const PINYIN_PART = 4;

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

  return (query, limit) => {
    const wanted = fold(query);
    if (wanted === '') return [];
    const best = new Map<number, { name: number; rank: number }>();
    const offer = (position: number, ranks: [whole: number, beginning: number, part: number]) => {
      const name = lastAtMost(starts, position);
      const isWhole = folded[name]!.length === wanted.length;
      const rank = position > starts[name]! ? ranks[2] : isWhole ? ranks[0] : ranks[1];
      const known = best.get(owners[name]!);
      if (!known || rank < known.rank) best.set(owners[name]!, { name, rank });
    };
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      offer(at, [WHOLE, BEGINNING, PART]);
    }
    if (LATIN.test(wanted)) {
      const ranks = [PINYIN_BEGINNING, PINYIN_BEGINNING, PINYIN_PART] as const;
      for (const at of spoken(wanted)) offer(at, [...ranks]);
    }
    // Nodes are numbered by importance.
    return [...best]
      .sort(([a, one], [b, other]) => one.rank - other.rank || a - b)
      .slice(0, limit)
      .map(([node, { name }]) => ({ node, name: names[name]! }));
  };
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

/** The last of ascending numbers that is not above a value: binary search. */
function lastAtMost(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
