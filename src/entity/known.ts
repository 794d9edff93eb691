import { type EntityRule, mentionAt } from './candidates.ts';

/** Short names must agree with the segmenter's words: 大连 does not stand in 扩大连接. */
const FREE_LENGTH = 4;

/** Names of the lexicon and of administrative divisions. */
export const knownNames: EntityRule = function* (sentence, { names }) {
  const { text, boundaries } = sentence;
  let position = sentence.start;
  while (position < sentence.end) {
    const match = names.longestAt(text, position);
    const fits =
      match &&
      match.end <= sentence.end &&
      (match.end - position >= FREE_LENGTH ||
        (boundaries.has(position) && boundaries.has(match.end)));
    if (!fits) {
      position++;
      continue;
    }
    const { category } = match.value;
    yield mentionAt(
      text,
      { start: position, end: match.end },
      { category, rule: 'known-name', score: 0.9 },
    );
    position = match.end;
  }
};

/** What the segmenter's dictionary takes for a name, unless the stop list knows better. */
export const taggedNames: EntityRule = function* (sentence, { stopwords, surnames }) {
  for (const token of sentence.tokens) {
    if (token.text.length < 2 || stopwords.has(token.text)) continue;
    const found = { rule: 'dictionary-tag', score: 0.5 };
    if (token.tag === 'ns') yield mentionAt(sentence.text, token, { ...found, category: 'place' });
    if (token.tag === 'nt') {
      yield mentionAt(sentence.text, token, { ...found, category: 'organization' });
    }
    if (/^nr/.test(token.tag) && looksLikePerson(token.text, surnames)) {
      yield mentionAt(sentence.text, token, { ...found, category: 'person' });
    }
  }
};

function looksLikePerson(name: string, surnames: ReadonlySet<string>): boolean {
  return (
    name.length >= 3 &&
    name.length <= 4 &&
    (surnames.has(name[0]!) || surnames.has(name.slice(0, 2)))
  );
}
