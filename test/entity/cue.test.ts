import { describe, expect, it } from 'vitest';
import { categoryByCue } from '../../src/entity/cue.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { parseMarked } from './notation.ts';

const lexicon = loadLexicon();

const CUES: readonly (readonly [string, string | undefined])[] = [
  ['[云溪|place]公告称，股价上涨。', 'organization'],
  ['[云溪|place]董事长出席。', 'organization'],
  ['青川收购[云溪|place]。', 'organization'],
  ['它位于[云溪|org]。', 'place'],
  ['一行抵达[云溪|org]。', 'place'],
  ['副市长[云溪|place]出席。', 'person'],
  ['[Ann Ray|org]获聘副总经理。', 'person'],
  ['今天[云溪|place]下雨。', undefined],
];

describe('categoryByCue', () => {
  it.each(CUES)('%s: the words beside the name speak for %s', (marked, category) => {
    const { text, mentions } = parseMarked(marked);
    expect(categoryByCue(text, mentions[0]!, lexicon)).toBe(category);
  });
});
