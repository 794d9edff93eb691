import { describe, expect, it } from 'vitest';
import { leaveTitles } from '../../src/entity/minister.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { parseMarked, renderMarked } from './notation.ts';

const lexicon = loadLexicon();

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'of a country to the country': [
    ['[德国国防部|org]长[林乔|person]来访。', '[德国|place]国防部长[林乔|person]来访。'],
    ['[俄外交部|org]长和随员来访。', '[俄|place]外交部长和随员来访。'],
    ['[美国财政部|org]长今天说。', '[美国|place]财政部长今天说。'],
  ],
  'of a committee to the committee': [
    ['[青川县委组织部|org]长[李国栋|person]到场。', '[青川县委|org]组织部长[李国栋|person]到场。'],
  ],
  'of nobody that is named to nobody': [
    ['[国防部|org]长[林乔|person]来访。', '国防部长[林乔|person]来访。'],
  ],
  'alone where no title follows': [
    ['[德国国防部|org]长期关注。', '[德国国防部|org]长期关注。'],
    ['[德国国防部|org]部长[林乔|person]说。', '[德国国防部|org]部长[林乔|person]说。'],
    ['[青川中学|org]长[林乔|person]说。', '[青川中学|org]长[林乔|person]说。'],
  ],
};

describe.each(Object.entries(CASES))('leaveTitles leaves a minister %s', (_, cases) => {
  it.each(cases)('%s', (seen, wanted) => {
    const { text, mentions } = parseMarked(seen);
    const left = leaveTitles(text, mentions, lexicon);
    expect(renderMarked(text, left)).toBe(wanted);
    for (const { start, end, text: name } of left) expect(text.slice(start, end)).toBe(name);
  });
});
