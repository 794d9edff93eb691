import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadClusters } from '../../src/lexicon/clusters.ts';

const written = (content: string) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'mailuo-clusters-')), 'clusters.tsv');
  writeFileSync(file, content);
  return file;
};

describe('loadClusters', () => {
  it('gives each word the class of its line and the class of that class', () => {
    const clusters = loadClusters(written('3\t省 市\n0\t说 称\n'));
    expect(clusters.get('市')).toEqual({ fine: 1, coarse: 4 });
    expect(clusters.get('称')).toEqual({ fine: 2, coarse: 1 });
    expect(clusters.get('河')).toBeUndefined();
  });

  it('says in which line a number is missing', () => {
    expect(() => loadClusters(written('3\t省\nx\t说\n'))).toThrow(/clusters\.tsv:2: "x" is no/);
  });

  it('says when the file cannot be read', () => {
    expect(() => loadClusters('nowhere.tsv')).toThrow(/nowhere\.tsv: the lexicon cannot be read/);
  });

  it('puts words of the same kind into one class in the file of the package', () => {
    const clusters = loadClusters();
    expect(clusters.get('上海')?.coarse).toBe(clusters.get('重庆')?.coarse);
    expect(clusters.get('上海')?.coarse).not.toBe(clusters.get('表示')?.coarse);
  });
});
