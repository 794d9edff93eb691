import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MailuoError } from '../errors.ts';
import { DATA_FOLDER } from '../lexicon/table.ts';
import { featuresOf, MAX_FEATURES } from './features.ts';
import type { Candidate } from './propose.ts';
import type { Unit } from './units.ts';

/** Where `npm run train:relation` writes the weights. */
export const SCORER_FILE = path.join(DATA_FOLDER, 'model', 'relation.bin');

/** Features are hashed to this many weights (Weinberger et al. 2009, "Feature Hashing"). */
export const WEIGHTS = 1 << 18;

const MAGIC = 0x4d4c_5245;
/** Changes with the meaning of the features. */
const VERSION = 1;
const HEADER = 5;

/** Tells statements from chance: a logistic regression over hashed features. */
export interface Scorer {
  /** One byte for each hashed feature. */
  readonly weights: Int8Array;
  /** Weight of one step of a byte. */
  readonly scale: number;
}

const features = new Int32Array(MAX_FEATURES);

/** Log odds that a candidate is a statement; above 0 it is likelier than not. */
export function scoreOf(candidate: Candidate, units: readonly Unit[], scorer: Scorer): number {
  const count = featuresOf(candidate, units, features);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += scorer.weights[features[i]! & (WEIGHTS - 1)]!;
  return sum * scorer.scale;
}

/** The bytes of a scorer's file: signature, number of weights, scale in millionths, checksum, weights; little-endian. */
export function encodeScorer({ weights, scale }: Scorer): Uint8Array {
  const header = new Uint32Array([
    MAGIC,
    VERSION,
    weights.length,
    Math.round(scale * 1e6),
    checksum(weights),
  ]);
  return Buffer.concat([new Uint8Array(header.buffer), new Uint8Array(weights.slice().buffer)]);
}

/**
 * Read a scorer's file.
 * @throws MailuoError `INVALID_FILE` when it is missing, of another version, or damaged
 */
export function loadScorer(file: string = SCORER_FILE): Scorer {
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
  if (buffer.byteLength < HEADER * 4) throw wrong('the model is cut short');
  const [magic, version, size, scale, sum] = new Uint32Array(buffer, 0, HEADER) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (magic !== MAGIC || version !== VERSION || size !== WEIGHTS) {
    throw wrong(`this is no relation model of version ${VERSION}`);
  }
  if (buffer.byteLength !== HEADER * 4 + size) throw wrong('the model is cut short');
  const weights = new Int8Array(buffer, HEADER * 4);
  if (checksum(weights) !== sum) throw wrong('the model is damaged');
  return { weights, scale: scale / 1e6 };
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
