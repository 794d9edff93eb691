/**
 * Reprints: the same article in several papers, cut, retitled, its paragraphs moved. Documents that
 * share most of their shingles are found by MinHash (Broder 1997, "On the resemblance and
 * containment of documents", doi:10.1109/SEQUEN.1997.666900) with one permutation and densification
 * (Li, Owen and Zhang 2012; Shrivastava 2017), candidates by banding (Indyk and Motwani 1998), and
 * every candidate is verified on the shingles themselves. Linear in the text.
 */

/** What counts as a reprint; `REPRINT_DEFAULTS` are chosen on a year of broadcast news. */
export interface ReprintOptions {
  /** Letters and digits in a shingle. */
  readonly shingle: number;
  /** A candidate agrees in all rows of one band. */
  readonly bands: number;
  readonly rows: number;
  /** Share of the shorter text's shingles that the longer one has too, 0 to 1. */
  readonly containment: number;
  /**
   * Share of the shorter text, 0 to 1, that stands in whole clauses of the longer one. A reprint
   * copies clauses; what is written by a pattern (每日疫情通报、贺电) changes a little in each.
   */
  readonly verbatim: number;
  /**
   * Share of the distinct numbers of the shorter text, 0 to 1, that the longer one has too, when it
   * lacks more than one: what is written by a pattern has figures of its own, a reprint has not.
   */
  readonly figures: number;
  /**
   * Days between the dates of two documents, where both are known, from which they are as likely to
   * be written by one pattern (两会日程、周年纪念) as to be reprints: then so much is `verbatim`.
   */
  readonly days: number;
  readonly verbatimLater: number;
  /** The shorter text has at least this share of the shingles of the longer one, 0 to 1. */
  readonly least: number;
  /** Texts with fewer shingles are reprints of nothing: what is so short is boilerplate. */
  readonly shortest: number;
}

export const REPRINT_DEFAULTS: ReprintOptions = {
  shingle: 5,
  bands: 64,
  rows: 3,
  containment: 0.6,
  verbatim: 0.55,
  figures: 0.7,
  days: 31,
  verbatimLater: 0.8,
  least: 0.25,
  shortest: 40,
};

const MILLISECONDS_A_DAY = 86_400_000;
/** Texts in one bucket that are no reprints of each other share boilerplate; more are not compared. */
const MOST_IN_BUCKET = 8;

interface Item {
  readonly id: string;
  /** Hashes of the shingles, sorted, each once. */
  readonly shingles: Uint32Array;
  /** Length of each clause, by its hash. */
  readonly clauses: ReadonlyMap<number, number>;
  /** Its numbers. */
  readonly figures: ReadonlySet<string>;
  /** When it was published, in days; NaN where that is not known to the day. */
  readonly day: number;
}

/** What may be a reprint. */
export interface Printed {
  readonly id: string;
  readonly text: string;
  /** In ISO 8601. */
  readonly date?: string;
}

/** The texts with each key of each band, of the keys that several have. */
type Buckets = readonly Map<number, Item[]>[];

/**
 * The cluster of each text, named by the id of its longest one; texts that stand alone are their
 * own. The order of the texts makes no difference.
 *
 * A text joins the cluster of the first, that is longest, text that it is a reprint of; two cut
 * versions of one article need not overlap.
 *
 * @example
 * const clusters = reprintClusters([{ id: 'a', text }, { id: 'b', text: text.slice(0, 400) }]);
 * clusters.get('b'); // 'a'
 */
export function reprintClusters(
  texts: Iterable<Printed>,
  options: Partial<ReprintOptions> = {},
): Map<string, string> {
  const settings = { ...REPRINT_DEFAULTS, ...options };
  const items = Array.from(texts, (text) => itemOf(text, settings));
  items.sort((a, b) => b.shingles.length - a.shingles.length || (a.id < b.id ? -1 : 1));
  const clusters = new Map(items.map(({ id }) => [id, id]));
  const long = items.filter(({ shingles }) => shingles.length >= settings.shortest);
  const keysOf = long.map(({ shingles }) => bandsOf(shingles, settings));
  const buckets = emptyBuckets(keysOf, settings);
  for (const [i, item] of long.entries()) {
    const original = findOriginal(item, keysOf[i]!, buckets, settings);
    if (original) clusters.set(item.id, clusters.get(original.id)!);
    else addTo(buckets, keysOf[i]!, item);
  }
  return clusters;
}

/**
 * The texts of each cluster with more than one, in the order of their ids.
 *
 * @example
 * for (const ids of clustersOf(reprintClusters(documents))) console.log(ids.join(' = '));
 */
export function clustersOf(clusters: ReadonlyMap<string, string>): string[][] {
  const members = new Map<string, string[]>();
  for (const [id, cluster] of clusters) {
    const known = members.get(cluster);
    if (known) known.push(id);
    else members.set(cluster, [id]);
  }
  return [...members.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ids.sort())
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

/** A bucket for each key that several texts have; most have one text alone. */
function emptyBuckets(keysOf: readonly Uint32Array[], { bands }: ReprintOptions): Buckets {
  return Array.from({ length: bands }, (_, band) => {
    const keys = Uint32Array.from(keysOf, (own) => own[band]!).sort();
    const shared = keys.filter((key, i) => key === keys[i - 1]);
    return new Map(Array.from(shared, (key) => [key, []]));
  });
}

function findOriginal(
  item: Item,
  keys: Uint32Array,
  buckets: Buckets,
  settings: ReprintOptions,
): Item | undefined {
  const { containment, least } = settings;
  const found = Array.from(keys, (key, band) => buckets[band]!.get(key) ?? []);
  const candidates = new Set(found.flat());
  return [...candidates]
    .filter(({ shingles }) => item.shingles.length >= least * shingles.length)
    .map((other) => ({
      other,
      share: shared(item.shingles, other.shingles) / item.shingles.length,
    }))
    .filter(({ other, share }) => share >= containment && isCopy(item, other, settings))
    .sort((a, b) => b.share - a.share || (a.other.id < b.other.id ? -1 : 1))[0]?.other;
}

function addTo(buckets: Buckets, keys: Uint32Array, item: Item): void {
  for (const [band, key] of keys.entries()) {
    const bucket = buckets[band]!.get(key);
    if (bucket && bucket.length < MOST_IN_BUCKET) bucket.push(item);
  }
}

/** Punctuation and spaces change in reprints; letters and digits do not. */
function itemOf({ id, text, date = '' }: Printed, settings: ReprintOptions): Item {
  const plain = text.normalize('NFKC');
  const clauses = plain
    .split(/[。,:!?;\n]/)
    .map((clause) => clause.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((clause) => clause !== '');
  return {
    id,
    shingles: shinglesOf(clauses.join(''), settings),
    clauses: new Map(clauses.map((s) => [hashOf(s, 0, s.length), s.length])),
    figures: new Set(plain.match(/\d+(\.\d+)?/g)),
    day: /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) / MILLISECONDS_A_DAY : Number.NaN,
  };
}

/** Share of a text's clauses, by length, that another one has. */
function copied({ clauses }: Item, other: Item): number {
  let [all, same] = [0, 0];
  for (const [hash, length] of clauses) {
    all += length;
    if (other.clauses.has(hash)) same += length;
  }
  return same / all;
}

/** Whether enough of a text is copied from another one; with an unknown date no time lies between. */
function isCopy(item: Item, other: Item, settings: ReprintOptions): boolean {
  const { verbatim, verbatimLater, days, figures } = settings;
  const isLater = Math.abs(item.day - other.day) > days;
  if (copied(item, other) < (isLater ? verbatimLater : verbatim)) return false;
  return agreeOnFigures(item, other, figures);
}

function agreeOnFigures({ figures }: Item, other: Item, least: number): boolean {
  const missing = [...figures].filter((figure) => !other.figures.has(figure)).length;
  return missing <= 1 || figures.size - missing >= least * figures.size;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
  return mix(hash);
}

function shinglesOf(packed: string, { shingle }: ReprintOptions): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, packed.length - shingle + 1));
  for (let i = 0; i < hashes.length; i++) hashes[i] = hashOf(packed, i, i + shingle);
  hashes.sort();
  return hashes.filter((hash, i) => hash !== hashes[i - 1]);
}

/** The finalizer of MurmurHash3: every bit of the input changes every bit of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One key for each band of the signature. */
function bandsOf(shingles: Uint32Array, { bands, rows }: ReprintOptions): Uint32Array {
  const signature = signatureOf(shingles, bands * rows);
  return Uint32Array.from({ length: bands }, (_, band) => {
    let key = 0;
    for (let row = 0; row < rows; row++)
      key = mix(Math.imul(key, 31) + signature[band * rows + row]!);
    // Thirty bits: what an engine keeps as a small integer.
    return key >>> 2;
  });
}

/**
 * One hash of a shingle gives its bin and its value; the least value of each bin is kept. An empty
 * bin takes that of another one, which a hash of the bin's number chooses.
 */
function signatureOf(shingles: Uint32Array, bins: number): Uint32Array {
  const signature = new Uint32Array(bins).fill(0xffffffff);
  const filled = new Uint8Array(bins);
  for (const shingle of shingles) {
    const bin = shingle % bins;
    const value = mix(shingle ^ 0x9e3779b9);
    if (value <= signature[bin]!) signature[bin] = value;
    filled[bin] = 1;
  }
  const dense = signature.slice();
  for (let bin = 0; bin < bins; bin++) {
    let donor = bin;
    for (let attempt = 1; filled[donor] === 0; attempt++) donor = mix(bin * 1009 + attempt) % bins;
    dense[bin] = signature[donor]!;
  }
  return dense;
}

/** How many shingles two sorted lists have in common. */
function shared(a: Uint32Array, b: Uint32Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i]! === b[j]!) {
      count++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return count;
}
