import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/evaluate/score.ts';
import { type Run, succeed, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
beforeAll(() => {
  mkdirSync(path.join(folder, 'gold'));
  writeFileSync(
    path.join(folder, 'gold/a.txt'),
    '# 园区\n\n[重庆国际生物城|place]位于[巴南区|place]。\n\n=\n重庆国际生物城 | 位于 | 巴南区\n',
  );
  // A mention that no rule can find, and a statement that is denied.
  writeFileSync(
    path.join(folder, 'gold/b.txt'),
    '# 其他\n\n[的了|person]不在[重庆国际生物城|place]。\n\n=\n! 的了 | 在 | 重庆国际生物城\n',
  );
});

let table: Run;
let json: Run;
let bins: Run;
let corpus: Run;
beforeAll(async () => {
  writeFileSync(
    path.join(folder, 'a.dev.jsonl'),
    '{"text":"巴南区的何友生说。","entities":[{"start":0,"end":3,"type":"ns"},{"start":4,"end":7,"type":"title"}]}\n',
  );
  writeFileSync(path.join(folder, 'map.json'), '{"ns":"place","title":null}');
  [table, json, bins, corpus] = await Promise.all([
    succeed(['eval', 'gold', '--errors'], folder),
    succeed(['eval', 'gold', '--json'], folder),
    succeed(['eval', 'gold/a.txt', '--reliability'], folder),
    succeed(['eval', 'a.dev.jsonl', '--labels', 'map.json'], folder),
  ]);
});

describe('measuring against gold', () => {
  test('prints a table', () => {
    expect(table.stderr).toBe('');
    expect(table.stdout).toMatch(/^ +precision +recall +F1 +gold$/m);
    expect(table.stdout).toMatch(/^mentions +[01]\.\d{3} +[01]\.\d{3} +[01]\.\d{3} +4$/m);
    expect(table.stdout).toMatch(/^ +place .* 3$/m);
    expect(table.stdout).toMatch(/^entities .* 4$/m);
    expect(table.stdout).toMatch(/^aliases .* 0$/m);
    expect(table.stdout).toMatch(
      /^ +merged rightly 0, wrongly 0; missed 0; not found as mentions 0$/m,
    );
    expect(table.stdout).toMatch(/^relations .*\d$/m);
  });

  test('lists errors by article when asked to', () => {
    const missed = table.stdout.split('\n').filter((line) => line.includes('的了'));
    expect(missed[0]).toMatch(/^b\.txt\tmissed\tmention\t/);
  });

  test('shows how far scores can be believed when asked to', () => {
    expect(bins.stdout).toMatch(/^score +mentions +mean +right$/m);
    expect(bins.stdout).toMatch(/^score +statements +mean +right$/m);
    expect(bins.stdout.match(/^\d\.\d-\d\.\d +\d+ +\d\.\d{3} +\d\.\d{3}$/gm)).toHaveLength(20);
  });

  test('measures the mentions of a corpus of JSON lines, of the categories that it marks', () => {
    expect(corpus.stdout).toMatch(/^ +place .* 1$/m);
    expect(corpus.stdout).not.toMatch(/person|entities|relations/);
  });

  test('prints the same as JSON', () => {
    const { mentions, relations, denied }: Evaluation = JSON.parse(json.stdout);
    expect(mentions['all']).toMatchObject({ gold: 4 });
    expect(mentions['person']).toMatchObject({ gold: 1, correct: 0, recall: 0 });
    expect(mentions['place']!.correct).toBeGreaterThanOrEqual(1);
    expect(relations.gold).toBeGreaterThanOrEqual(1);
    expect(denied.gold).toBe(1);
  });
});
