import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undefinedAliases } from '../../src/entity/alias.ts';
import { viewSentence } from '../../src/entity/candidates.ts';
import { findDefinitions } from '../../src/entity/definition.ts';
import { shortMentions } from '../../src/entity/shortmention.ts';
import { splitSentences } from '../../src/segment/sentences.ts';
import { tokenize } from '../../src/segment/tokens.ts';
import { CATEGORIES, type Mention } from '../../src/types.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { parseMarked, renderMarked } from './notation.ts';

/** The names of a text that are merged into others, as `short = full`. */
function merged(marked: string): string[] {
  const { lexicon } = loadKnowledge();
  const { text, mentions } = parseMarked(marked);
  const defined = findDefinitions(text, mentions, lexicon);
  return undefinedAliases(mentions, defined, lexicon).map(
    ({ short, full }) => `${short.text} = ${full.text}`,
  );
}

const CASES: [title: string, marked: string, merged: string[]][] = [
  [
    'the one full name that fits',
    '[云溪禾曜药业有限公司|org]投产。[禾曜药业|org]上市。',
    ['禾曜药业 = 云溪禾曜药业有限公司'],
  ],
  [
    'none when two fit',
    '[云溪禾曜药业有限公司|org]和[青川禾曜药业有限公司|org]投产。[禾曜药业|org]上市。',
    [],
  ],
  [
    'the one of which less is lost',
    '[禾曜药业科技有限公司|org]和[禾曜集团有限公司|org]投产。[禾曜|org]上市。',
    ['禾曜 = 禾曜集团有限公司'],
  ],
  [
    'the one of two that was named before',
    '[青川县教育局|org]来人。[教育局|org]说，[云溪县教育局|org]也会来。',
    ['教育局 = 青川县教育局'],
  ],
  [
    'longer short names first, so that a shorter one sees one entity',
    '[云溪禾曜金渝光电有限公司|org]和[禾曜金渝光电|org]。[禾曜金渝|org]上市。',
    ['禾曜金渝光电 = 云溪禾曜金渝光电有限公司', '禾曜金渝 = 云溪禾曜金渝光电有限公司'],
  ],
  [
    'a short name of another category when it is clear',
    '[重庆禾曜微电子有限公司|org]投产。[禾曜微|person]上市。',
    ['禾曜微 = 重庆禾曜微电子有限公司'],
  ],
  [
    'no name of another category when it is not',
    '[云溪禾曜微电子有限公司|org]投产。[禾曜|person]说。',
    [],
  ],
  [
    'no name that the text defines',
    '[云溪禾曜药业有限公司|org]（以下简称[云药|org]）成立。[云药|org]说。',
    [],
  ],
  [
    'a short name that stands before the full one',
    '[上交所|org]开市。\n[上海证券交易所|org]介绍。',
    ['上交所 = 上海证券交易所'],
  ],
  [
    'a part of a foreign name',
    '[雅尼克·林茨|person]致辞。[林茨|person]说。',
    ['林茨 = 雅尼克·林茨'],
  ],
  [
    'a part of a foreign name that was taken for a place',
    '[尼古拉·奥尔莫夫|person]致辞。[奥尔莫夫|place]说。',
    ['奥尔莫夫 = 尼古拉·奥尔莫夫'],
  ],
  [
    'no part that two persons share',
    '[雅尼克·林茨|person]和[汉斯·林茨|person]致辞。[林茨|person]说。',
    [],
  ],
  ['a surname', '[欧阳振华|person]致辞。[欧阳|person]先生说。', ['欧阳 = 欧阳振华']],
  ['an old friend', '[张建国|person]来了。[老张|person]说。', ['老张 = 张建国']],
  ['a given name', '[陈立群|person]来了。[立群|person]说。', ['立群 = 陈立群']],
  ['no surname of two persons', '[张建国|person]和[张海|person]来了。[老张|person]说。', []],
  ['no name within another', '[应李强|person]邀请，[李强|person]来了。', []],
  ['no two persons', '[李强|person]和[李强国|person]来了。', []],
  [
    'a country by its first character',
    '[以色列|place]和[黎巴嫩|place]停火。[以|place]方、[黎|place]方证实。',
    ['以 = 以色列', '黎 = 黎巴嫩'],
  ],
];

describe('undefinedAliases merges', () => {
  it.each(CASES)('%s', (_, marked, expected) => {
    expect(merged(marked)).toEqual(expected);
  });
});

const STRANGE = fc.array(
  fc.tuple(
    fc.stringMatching(/^[云溪公司集团（）()“·老张一届𠮷—]{1,8}$/u),
    fc.constantFrom(...CATEGORIES),
  ),
  { maxLength: 12 },
);

it('merges names of any characters into other names only, and the same way again', () => {
  const { lexicon } = loadKnowledge();
  fc.assert(
    fc.property(STRANGE, (names) => {
      const text = names.map(([name]) => name).join('，');
      let start = 0;
      const mentions = names.map(([name, category]): Mention => {
        const mention = { start, end: start + name.length, text: name, category };
        start = mention.end + 1;
        return { ...mention, rule: 'test', score: 1 };
      });
      const aliases = () =>
        undefinedAliases(mentions, findDefinitions(text, mentions, lexicon), lexicon);
      for (const { short, full } of aliases()) expect(short.text).not.toBe(full.text);
      expect(aliases()).toEqual(aliases());
    }),
  );
});

/** The text with the short names marked that the other marked names lead one to expect. */
function expectedIn(marked: string): string {
  const { lexicon, segmenter } = loadKnowledge();
  const { text, mentions } = parseMarked(marked);
  const sentences = splitSentences(text).map((sentence) =>
    viewSentence(text, sentence, tokenize(text, sentence, segmenter)),
  );
  const found = shortMentions(sentences, mentions, lexicon);
  return renderMarked(
    text,
    [...mentions, ...found].sort((a, b) => a.start - b.start),
  );
}

const EXPECTED: [title: string, marked: string, found: string][] = [
  [
    'the brand of a company',
    '[恒瓯轮胎股份有限公司|org]签约。恒瓯轮胎去年出口大增。',
    '[恒瓯轮胎股份有限公司|org]签约。[恒瓯轮胎|org]去年出口大增。',
  ],
  [
    'a part of a foreign name',
    '[雅尼克·林茨|person]致辞。林茨说。',
    '[雅尼克·林茨|person]致辞。[林茨|person]说。',
  ],
  [
    'a surname before a title',
    '[何友生|person]来到车间。何区长说。',
    '[何友生|person]来到车间。[何|person]区长说。',
  ],
];

const UNEXPECTED: [title: string, marked: string][] = [
  ['a common word in a company’s name', '[俄罗斯天然气工业公司|org]宣布，天然气停供。'],
  ['common words in a company’s name', '[重庆轨道交通集团|org]宣布，轨道交通停运。'],
  [
    'a brand of two companies',
    '[恒瓯轮胎有限公司|org]和[恒瓯机械有限公司|org]签约。恒瓯去年大增。',
  ],
  ['a surname that is a verb', '[任志刚|person]来了。现任书记说。'],
  ['a surname before the full name', '何区长来了。[何友生|person]说。'],
  ['a surname of two persons', '[何友生|person]和[何海|person]来了。何区长说。'],
  ['what lies in another name', '[恒瓯轮胎股份有限公司|org]签约。[恒瓯轮胎基金会|org]成立。'],
];

describe('shortMentions', () => {
  it.each(EXPECTED)('finds %s', (_, marked, found) => {
    expect(expectedIn(marked)).toBe(found);
  });

  it.each(UNEXPECTED)('does not find %s', (_, marked) => {
    expect(expectedIn(marked)).toBe(marked);
  });
});
