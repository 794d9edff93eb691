import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MailuoError } from '../errors.ts';
import { DATA_FOLDER } from '../lexicon/table.ts';
import { FEATURES } from './features.ts';
import { LABELS } from './labels.ts';

/** What a model file holds: the features that count, the frequent ones first, and their weights. */
export interface ModelWeights {
  readonly hashes: Int32Array;
  /** `LABELS` weights for each feature. */
  readonly weights: Int8Array;
  /** Score of `previous * LABELS + next`. */
  readonly transitions: Float32Array;
  /** What sums of weights and transitions are divided by to be natural logarithms. */
  readonly unit: number;
}

/** Scores as factors of probability. */
export interface Likelihoods {
  /** What scores are divided by to be natural logarithms. */
  readonly unit: number;
  /** By the transitions: of `previous * LABELS + next`. */
  readonly factors: Float64Array;
  /** By how much a score is lower than another; what is lower by more counts for nothing. */
  readonly falling: Float64Array;
}

/** A model made ready for looking up features. */
export interface Model extends Likelihoods {
  /** One bit for the upper 22 bits of each hash: most features are none of the model, which this tells soonest. */
  readonly present: Uint32Array;
  /** Open addressing with linear probing: hash and row, one after the other; row -1 in an empty slot. */
  readonly slots: Int32Array;
  /** `PACKED` numbers for each row. */
  readonly rows: Int32Array;
  readonly transitions: Float32Array;
}

/** Numbers in a row: two weights in each, so that a row is added up in half the time. */
export const PACKED = Math.ceil(LABELS / 2);

/** Slots for each feature, at least: a nearly empty table is quick to say no. */
const ROOM = 2;

/** Make weights ready for looking up. */
export function toModel({ hashes, weights, transitions, unit }: ModelWeights): Model {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, hashes.length) * ROOM));
  const slots = new Int32Array(2 * size).fill(-1);
  const rows = new Int32Array(hashes.length * PACKED);
  const present = new Uint32Array(2 ** 17);
  for (const [row, hash] of hashes.entries()) {
    present[hash >>> 15]! |= 1 << (hash >>> 10);
    let slot = hash & (size - 1);
    while (slots[2 * slot + 1] !== -1) slot = (slot + 1) & (size - 1);
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = row;
    for (let label = 0; label < LABELS; label++) {
      const weight = weights[row * LABELS + label]!;
      rows[row * PACKED + (label >> 1)]! += label & 1 ? weight << 16 : weight;
    }
  }
  return { present, slots, rows, transitions, ...likelihoods(transitions, unit) };
}

/** Factors smaller than this are left out of sums of probabilities. */
export const NEGLIGIBLE = 1e-7;

/** @param unit what scores are divided by to be natural logarithms */
export function likelihoods(transitions: Float32Array, unit: number): Likelihoods {
  const length = Math.ceil(-Math.log(NEGLIGIBLE) * unit);
  return {
    unit,
    factors: Float64Array.from(transitions, (score) => Math.exp(score / unit)),
    falling: Float64Array.from({ length }, (_, fall) => Math.exp(-fall / unit)),
  };
}

/** Row of a feature, or -1. */
export function rowOf({ present, slots }: Model, hash: number): number {
  if (((present[hash >>> 15]! >>> (hash >>> 10)) & 1) === 0) return -1;
  const mask = slots.length - 2;
  for (let at = (hash << 1) & mask; ; at = (at + 2) & mask) {
    const row = slots[at + 1]!;
    if (row < 0 || slots[at] === hash) return row;
  }
}

/** The scores of all labels from sums of rows; each stays within 16 bits with a sign. */
export function unpack(sums: Int32Array): Float32Array {
  const length = sums.length / PACKED;
  const scores = new Float32Array(length * LABELS);
  for (let position = 0; position < length; position++) {
    for (let label = 0; label < LABELS; label++) {
      const sum = sums[position * PACKED + (label >> 1)]!;
      const low = (sum << 16) >> 16;
      scores[position * LABELS + label] = label & 1 ? (sum - low) >> 16 : low;
    }
  }
  return scores;
}

/** By how much a sum of rows puts the label of no name before all others; negative when it does not. */
export function outsideBy(sums: Int32Array, at: number): number {
  const first = sums[at]!;
  const outside = (first << 16) >> 16;
  let best = (first - outside) >> 16;
  for (let i = at + 1; i < at + PACKED; i++) {
    const sum = sums[i]!;
    const low = (sum << 16) >> 16;
    const high = (sum - low) >> 16;
    if (low > best) best = low;
    if (high > best && i < at + PACKED - (LABELS & 1)) best = high;
  }
  return outside - best;
}

/** Where the package keeps its model. */
export const MODEL_FILE = path.join(DATA_FOLDER, 'model', 'tagger.bin');

const MAGIC = 0x4d4c_5447;
/** Changes with the layout of the file and with the meaning of the features. */
const VERSION = 5;
const SIGNATURE = [MAGIC, VERSION, FEATURES, LABELS];

/** The bytes of a model file: signature, number of features, checksum, unit, transitions, hashes, weights; little-endian. */
export function encodeModel({ hashes, weights, transitions, unit }: ModelWeights): Uint8Array {
  const header = new Uint32Array([...SIGNATURE, hashes.length, checksum(weights)]);
  return Buffer.concat(
    [header, Float32Array.of(unit), transitions, hashes, weights].map(
      (part) => new Uint8Array(part.slice().buffer),
    ),
  );
}

/**
 * Read a model file.
 * @throws MailuoError `INVALID_FILE` when it is missing, of another version, or damaged
 */
export function loadModel(file: string = MODEL_FILE): Model {
  return toModel(decodeModel(file));
}

/**
 * The weights in a model file.
 * @throws MailuoError `INVALID_FILE` as `loadModel`
 */
export function decodeModel(file: string): ModelWeights {
  let buffer: ArrayBuffer;
  try {
    buffer = new Uint8Array(readFileSync(file)).buffer;
  } catch (cause) {
    throw new MailuoError('INVALID_FILE', `${file}: the model cannot be read; reinstall Mailuo`, {
      cause,
    });
  }
  const wrong = (what: string) =>
    new MailuoError('INVALID_FILE', `${file}: ${what}; reinstall Mailuo, or train it anew`);
  const header = new Uint32Array(buffer.slice(0, (SIGNATURE.length + 2) * 4));
  if (!SIGNATURE.every((value, index) => header[index] === value)) {
    throw wrong(`this is no tagger model of version ${VERSION}`);
  }
  const [count, sum] = header.slice(SIGNATURE.length) as unknown as [number, number];
  const unitAt = header.byteLength;
  const transitionsAt = unitAt + 4;
  const hashesAt = transitionsAt + LABELS * LABELS * 4;
  const weightsAt = hashesAt + count * 4;
  if (buffer.byteLength !== weightsAt + count * LABELS) throw wrong('the model is cut short');
  const weights = new Int8Array(buffer, weightsAt);
  if (checksum(weights) !== sum) throw wrong('the model is damaged');
  return {
    transitions: new Float32Array(buffer, transitionsAt, LABELS * LABELS),
    hashes: new Int32Array(buffer, hashesAt, count),
    weights,
    unit: new Float32Array(buffer, unitAt, 1)[0]!,
  };
}

/** Adler-like sum of the weights; finds a changed byte. */
function checksum(weights: Int8Array): number {
  let a = 1;
  let b = 0;
  for (const weight of weights) {
    a = (a + weight) | 0;
    b = (b + a) | 0;
  }
  return (b ^ (a << 16)) >>> 0;
}
