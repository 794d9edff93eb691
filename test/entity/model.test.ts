import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LABELS } from '../../src/entity/labels.ts';
import {
  encodeModel,
  loadModel,
  MODEL_FILE,
  PACKED,
  rowOf,
  unpack,
} from '../../src/entity/model.ts';

const HASHES = [7, 7 + 2 ** 20, -1, 123_456_789];
const weights = Int8Array.from(
  { length: HASHES.length * LABELS },
  (_, i) => ((i * 37) % 255) - 127,
);
const transitions = Float32Array.from({ length: LABELS * LABELS }, (_, i) => i / 7);
const bytes = encodeModel({ hashes: Int32Array.from(HASHES), weights, transitions, unit: 12.5 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailuo-model-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function load(content: Uint8Array) {
  const file = path.join(folder, 'tagger.bin');
  writeFileSync(file, content);
  return loadModel(file);
}

describe('a model file', () => {
  it('keeps the weights of every feature and no others', () => {
    const model = load(bytes);
    expect(model.transitions).toEqual(transitions);
    expect(model.unit).toBe(12.5);
    for (const [index, hash] of HASHES.entries()) {
      const row = rowOf(model, hash);
      const found = unpack(model.rows.subarray(row * PACKED, (row + 1) * PACKED));
      expect([...found]).toEqual([...weights.slice(index * LABELS, (index + 1) * LABELS)]);
    }
    for (const hash of [1, 8, 2 ** 20, -2]) expect(rowOf(model, hash)).toBe(-1);
  });

  it.each([
    [
      'of another kind',
      Buffer.from('PK a zip file, say, long enough to have a header'),
      'no tagger',
    ],
    ['that is empty', Buffer.alloc(0), 'no tagger'],
    ['of another version', changed(bytes, 4, 99), 'no tagger'],
    ['that is cut short', bytes.subarray(0, bytes.length - 1), 'cut short'],
    ['with a changed byte', changed(bytes, bytes.length - 3, 1), 'damaged'],
  ])('%s is refused with the remedy', (_, content, message) => {
    expect(() => load(content)).toThrow(message);
    expect(() => load(content)).toThrow('reinstall Mailuo');
  });

  it('that is missing is named', () => {
    expect(() => loadModel(path.join(folder, 'none.bin'))).toThrow('none.bin');
  });
});

describe('the model of the package', () => {
  it('is at most 12 MB', () => {
    expect(statSync(MODEL_FILE).size).toBeLessThanOrEqual(12e6);
  });

  it('loads', () => {
    expect(loadModel().rows.length).toBeGreaterThan(100_000 * PACKED);
    expect(readFileSync(MODEL_FILE).length).toBeGreaterThan(2e6);
  });
});

function changed(original: Uint8Array, at: number, by: number): Uint8Array {
  const copy = Uint8Array.from(original);
  copy[at] = (copy[at]! + by) & 0xff;
  return copy;
}
