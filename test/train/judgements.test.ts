import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { loadSegmenter } from '../../src/segment/segmenter.ts';
import type { Judgement } from '../../src/train/judgements.ts';
import { judgedPassages } from '../../src/train/statements.ts';
import { CATEGORIES } from '../../src/types.ts';
import { annotated } from '../helpers/documents.ts';

const knowledge = { lexicon: loadLexicon(), segmenter: loadSegmenter(() => {}) };
const document = annotated('a', '[青川集团|organization]昨日收购了[云溪农商行|organization]。');
const judgement = (change: Partial<Judgement>): Judgement => ({
  head: 0,
  tail: 9,
  predicate: 6,
  label: '收购',
  rule: 'subject-verb-object',
  holds: true,
  ...change,
});

/** What the scorer is told of each candidate, by its rule. */
function told(...judgements: readonly Judgement[]): [rule: string, holds: boolean][] {
  return judgedPassages(document, judgements, knowledge).flatMap(({ candidates, holds }) =>
    candidates.flatMap(({ rule }, i): [string, boolean][] =>
      holds[i] === undefined ? [] : [[rule, holds[i]]],
    ),
  );
}

it('a judgement is an example of the candidate that it is about', () => {
  expect(told(judgement({}))).toEqual([['subject-verb-object', true]]);
  expect(told(judgement({ holds: false }))).toContainEqual(['subject-verb-object', false]);
});

it('what holds says nothing of other rules, what does not hold is so by all', () => {
  expect(told(judgement({ rule: 'carried-subject' }))).toEqual([]);
  expect(told(judgement({ rule: 'carried-subject', holds: false }))).toEqual([
    ['subject-verb-object', false],
  ]);
});

it('another place, another predicate and contradictions teach nothing', () => {
  expect(told(judgement({ tail: 3 }))).toEqual([]);
  expect(told(judgement({ label: '昨日' }))).toEqual([]);
  expect(told(judgement({}), judgement({ holds: false }))).toEqual([]);
});

it('the judged sentences of news stand once each in their file, with names in order within them', () => {
  const [, ...lines] = readFileSync('data/judgements/names.tsv', 'utf8').trimEnd().split('\n');
  const sentences = lines.map(
    (line) => line.split('\t') as [string, string, string, string, string],
  );
  expect(new Set(sentences.map(([item, start]) => `${item} ${start}`)).size).toBe(lines.length);
  for (const [item, start, end, digest, names] of sentences) {
    expect(item).toMatch(/^xwlb\.\d{4}\.jsonl:\d+$/);
    expect(digest).toMatch(/^[0-9a-f]{8}$/);
    let last = 0;
    for (const name of names.split(' ').filter(Boolean)) {
      const [from, to, category] = name.split('-');
      expect(Number(from)).toBeGreaterThanOrEqual(last);
      expect(Number(to)).toBeGreaterThan(Number(from));
      expect(CATEGORIES).toContain(category);
      last = Number(to);
    }
    expect(last).toBeLessThanOrEqual(Number(end) - Number(start));
  }
});
