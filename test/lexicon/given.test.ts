import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGiven } from '../../src/lexicon/given.ts';

const written = (content: string) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'mailuo-given-')), 'given.tsv');
  writeFileSync(file, content);
  return file;
};
const levelOf = (levels: Uint8Array, character: string) => levels[character.charCodeAt(0)];

describe('loadGiven', () => {
  it('gives each character the level of its line, and others none', () => {
    const levels = loadGiven(written('1\t则率\n4\t婷\n'));
    expect(['率', '婷', '，'].map((character) => levelOf(levels, character))).toEqual([1, 4, 0]);
  });

  it('says in which line a level is wrong', () => {
    expect(() => loadGiven(written('1\t则\n5\t婷\n'))).toThrow(/given\.tsv:2: "5" is no level/);
  });

  it('knows in the file of the package which characters names have', () => {
    const levels = loadGiven();
    for (const character of '婷鑫敏宏') expect(levelOf(levels, character)).toBe(4);
    for (const character of '率说在对') expect(levelOf(levels, character)).toBe(1);
  });
});
