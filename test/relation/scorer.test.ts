import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeScorer, loadScorer, SCORER_FILE, WEIGHTS } from '../../src/relation/scorer.ts';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'scorer-')), 'relation.bin');
const bytes = () => new Uint8Array(readFileSync(SCORER_FILE));

function loadBytes(changed: Uint8Array) {
  writeFileSync(file, changed);
  return () => loadScorer(file);
}

describe('loadScorer', () => {
  it('reads what encodeScorer writes', () => {
    const trees = { roots: Uint32Array.of(0), nodes: Float32Array.of(-1, 0.5, 0) };
    const scorer = { weights: new Int8Array(WEIGHTS).fill(-3), scale: 0.0125, trees };
    expect(loadBytes(encodeScorer(scorer))()).toEqual(scorer);
  });

  it('names a file that is missing', () => {
    expect(() => loadScorer('no/such.bin')).toThrow(/no\/such\.bin.*reinstall/);
  });

  it('refuses a file of another kind or version', () => {
    const other = bytes();
    other[4] = 99;
    expect(loadBytes(other)).toThrow(/no relation model of version/);
  });

  it('refuses a file that is cut short', () => {
    expect(loadBytes(bytes().slice(0, 1000))).toThrow(/cut short/);
    expect(loadBytes(new Uint8Array(3))).toThrow(/cut short/);
  });

  it('refuses a file in which a byte was changed', () => {
    const damaged = bytes();
    damaged[5000]! ^= 1;
    expect(loadBytes(damaged)).toThrow(/damaged/);
  });
});
