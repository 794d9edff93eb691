import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MailuoError } from '../errors.ts';
import { DATA_FOLDER } from '../lexicon/table.ts';
import type { Clause } from './clause.ts';
import { featuresOf, MAX_FEATURES } from './features.ts';
import type { Candidate } from './propose.ts';
import { rivalsOf } from './rivals.ts';
import { traitsOf } from './traits.ts';
import { sumOf, type Trees } from './trees.ts';
import type { Unit } from './units.ts';

/** Where `npm run train:relation` writes the weights. */
export const SCORER_FILE = path.join(DATA_FOLDER, 'model', 'relation.bin');

/** Features are hashed to this many weights (Weinberger et al. 2009, "Feature Hashing"). */
export const WEIGHTS = 1 << 18;

const MAGIC = 0x4d4c_5245;
/** Changes with the meaning of the features. */
const VERSION = 3;
/** Bytes before the weights. */
const HEADER = 24;

/** The candidates of a sentence. */
export interface Scene {
  readonly candidates: readonly Candidate[];
  readonly units: readonly Unit[];
  readonly clauses: readonly Clause[];
}

/** Weights of hashed features. */
export interface Linear {
  /** One byte for each hashed feature. */
  readonly weights: Int8Array;
  /** Weight of one step of a byte. */
  readonly scale: number;
}

/**
 * Tells statements from chance: a logistic regression over hashed features, whose scores go into
 * trees together with those of the other candidates of the sentence (stacking, Wolpert 1992).
 */
export interface Scorer extends Linear {
  readonly trees: Trees;
}

/** No tree makes a statement of a candidate whose linear score is lower. */
const HOPELESS = -3;

const features = new Int32Array(MAX_FEATURES);

/** Log odds of each candidate of a sentence that it is a statement. */
export function scoresOf(proposals: Scene, scorer: Scorer): number[] {
  const { candidates, units } = proposals;
  const linear = candidates.map((candidate) => {
    const count = featuresOf(candidate, units, features);
    return linearScore(features, scorer, count);
  });
  if (!linear.some((score) => score > HOPELESS)) return linear;
  const traits = traitsIn(proposals, linear);
  return linear.map((score, i) => (score > HOPELESS ? sumOf(scorer.trees, traits(i)) : score));
}

/** What the trees see of the candidates of a sentence, by number. */
export function traitsIn(
  { candidates, units, clauses }: Scene,
  linear: readonly number[],
): (i: number) => number[] {
  const rivals = rivalsOf(candidates, linear);
  return (i) => traitsOf(candidates[i]!, linear[i]!, rivals[i]!, units, clauses);
}

/** Log odds by the features alone. */
export function linearScore(
  hashes: Int32Array,
  { weights, scale }: Linear,
  count = hashes.length,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[hashes[i]! & (WEIGHTS - 1)]!;
  return sum * scale;
}

/**
 * The bytes of a scorer's file: signature, version, scale in millionths, how many trees and nodes,
 * checksum; then weights, roots and nodes; little-endian.
 */
export function encodeScorer({ weights, scale, trees }: Scorer): Uint8Array {
  const { roots, nodes } = trees;
  const parts = [weights, roots, nodes].map(bytesOf);
  const body = Buffer.concat(parts);
  const [millionths, sum] = [Math.round(scale * 1e6), checksum(body)];
  const header = Uint32Array.of(MAGIC, VERSION, millionths, roots.length, nodes.length, sum);
  return Buffer.concat([bytesOf(header), body]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength);

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
  if (buffer.byteLength < HEADER) throw wrong('the model is cut short');
  const header = [...new Uint32Array(buffer, 0, HEADER / 4)];
  const [magic, version, scale, rootCount, nodeCount, sum] = header as Six;
  if (magic !== MAGIC || version !== VERSION) {
    throw wrong(`this is no relation model of version ${VERSION}`);
  }
  const rootsAt = HEADER + WEIGHTS;
  const nodesAt = rootsAt + rootCount * 4;
  if (buffer.byteLength !== nodesAt + nodeCount * 4) throw wrong('the model is cut short');
  if (checksum(new Uint8Array(buffer, HEADER)) !== sum) throw wrong('the model is damaged');
  const roots = new Uint32Array(buffer, rootsAt, rootCount);
  const nodes = new Float32Array(buffer, nodesAt, nodeCount);
  return {
    weights: new Int8Array(buffer, HEADER, WEIGHTS),
    scale: scale / 1e6,
    trees: { roots, nodes },
  };
}

type Six = [number, number, number, number, number, number];

/** Adler-like sum; finds a changed byte. */
function checksum(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) | 0;
    b = (b + a) | 0;
  }
  return (b ^ (a << 16)) >>> 0;
}
