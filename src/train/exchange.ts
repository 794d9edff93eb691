/** How classes are learned. */
export interface ExchangeOptions {
  /** How many classes; the most frequent words begin in classes of their own. */
  readonly classes: number;
  /** How often each word may move. */
  readonly rounds: number;
  readonly log: (line: string) => void;
}

/**
 * Classes of words such that the class of a word is well predicted by the words beside it: each word
 * in turn moves to the class that makes the text most likely. The exchange algorithm (Martin,
 * Liermann and Ney 1998, doi:10.1016/S0167-6393(97)00062-9) with the predictive model of Uszkoreit
 * and Brants 2008 ("Distributed word clustering for large scale class-based language modeling"),
 * summed over both directions.
 * @param sentences numbers of words from 0 to `words` − 1
 * @returns the class of each word
 */
export function exchange(
  sentences: readonly (readonly number[])[],
  words: number,
  { classes, rounds, log }: ExchangeOptions,
): Uint16Array {
  const counts = new Float64Array(words);
  const neighbours = neighboursOf(sentences, words, counts);
  const order = [...counts.keys()].filter((word) => counts[word]! > 0);
  order.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const classOf = new Uint16Array(words);
  for (const [rank, word] of order.entries()) classOf[word] = rank % classes;

  // How often a word stands before (even rows) and after (odd rows) words of each class.
  const beside = new Int32Array(2 * words * classes);
  const sizes = new Float64Array(classes);
  for (const word of order) place(word, classOf[word]!, 1);

  const gains = new Float64Array(classes);
  for (let round = 1; round <= rounds; round++) {
    let moved = 0;
    for (const word of order) {
      place(word, classOf[word]!, -1);
      const best = bestClass(word);
      if (best !== classOf[word]) moved++;
      classOf[word] = best;
      place(word, best, 1);
    }
    log(`${classes} classes, round ${round}: ${moved} words moved`);
    if (moved === 0) break;
  }
  return classOf;

  function place(word: number, own: number, sign: number): void {
    sizes[own]! += sign * counts[word]!;
    const { rows, times } = neighbours[word]!;
    for (let i = 0; i < rows.length; i++) beside[rows[i]! * classes + own]! += sign * times[i]!;
  }

  /** The class to which a word that is in none adds the most likelihood. */
  function bestClass(word: number): number {
    const count = counts[word]!;
    for (let c = 0; c < classes; c++) {
      gains[c] = -2 * (entropy(sizes[c]! + count) - entropy(sizes[c]!));
    }
    const { rows, times } = neighbours[word]!;
    for (let i = 0; i < rows.length; i++) {
      const base = rows[i]! * classes;
      const more = times[i]!;
      const alone = entropy(more);
      for (let c = 0; c < classes; c++) {
        const known = beside[base + c]!;
        gains[c]! += known === 0 ? alone : entropy(known + more) - entropy(known);
      }
    }
    let best = classOf[word]!;
    for (let c = 0; c < classes; c++) if (gains[c]! > gains[best]! + 1e-9) best = c;
    return best;
  }
}

interface Neighbours {
  /** Twice the number of a word before the word, or that and one of a word after it. */
  readonly rows: Int32Array;
  readonly times: Int32Array;
}

/** The words beside each word, 0 beyond the ends of a sentence; `counts` is filled as well. */
function neighboursOf(
  sentences: readonly (readonly number[])[],
  words: number,
  counts: Float64Array,
): Neighbours[] {
  const maps = Array.from({ length: words }, () => new Map<number, number>());
  const count = (word: number, row: number) => {
    const map = maps[word]!;
    map.set(row, (map.get(row) ?? 0) + 1);
  };
  for (const sentence of sentences) {
    for (const [i, word] of sentence.entries()) {
      counts[word]!++;
      count(word, 2 * (sentence[i - 1] ?? 0));
      count(word, 2 * (sentence[i + 1] ?? 0) + 1);
    }
  }
  return maps.map((map) => ({
    rows: Int32Array.from(map.keys()),
    times: Int32Array.from(map.values()),
  }));
}

const TABLED = 2 ** 16;
const table = Float64Array.from({ length: TABLED }, (_, n) => (n === 0 ? 0 : n * Math.log(n)));

/** n log n */
function entropy(n: number): number {
  return n < TABLED ? table[n]! : n * Math.log(n);
}
