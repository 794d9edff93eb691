/**
 * What each structure adds to finding relations, on gold articles whose mentions are given:
 * `npm run bench:relations [folder]`.
 */
import { existsSync } from 'node:fs';
import { annotateGiven } from '../../src/evaluate/given.ts';
import { readGold } from '../../src/evaluate/gold.ts';
import { evaluate } from '../../src/evaluate/score.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { loadScorer } from '../../src/relation/scorer.ts';
import { loadSegmenter } from '../../src/segment/segmenter.ts';
import { tokenize } from '../../src/segment/tokens.ts';
import type { AnnotatedDocument, Relation } from '../../src/types.ts';

const folder = process.argv[2] ?? '../shared/gold/dev';
if (!existsSync(folder)) {
  console.log(`${folder} is not here: nothing measured.`);
  process.exit(0);
}
const segmenter = loadSegmenter(console.error);
const knowledge = { lexicon: loadLexicon(), segmenter, scorer: loadScorer() };
const gold = await readGold(folder);
const found = gold.map((article) => annotateGiven(article, knowledge));

/** Structures and the rules that make them up. */
const STRUCTURES: Readonly<Record<string, RegExp>> = {
  'subject, verb, object': /^subject-verb-object$/,
  'offices and roles': /^(title|role|apposition|field|byline|carried-(title|role|employer))/,
  '由, 被, 将, 把': /agent|becomes|moved-object/,
  'companions: A与B共建C': /^(companions|joint)$/,
  'prepositions: 在A举行': /^(adjunct|site|relative-adjunct|support|preposed)$/,
  'places before names: A的B': /^seat$/,
  'relative clauses and inversion': /^(relative-clause|inverted|double)$/,
  'subjects of earlier clauses': /^carried-(subject|adjunct|preposed)$/,
};

row('verb between adjacent names', found.map(adjacent));
row('all structures', found);
for (const [name, rules] of Object.entries(STRUCTURES)) {
  row(
    `  without ${name}`,
    found.map((document) => keep(document, ({ rule }) => !rules.test(rule))),
  );
}

function row(name: string, documents: readonly AnnotatedDocument[]): void {
  const { relations } = evaluate(gold, documents);
  const { precision, recall, f1 } = relations;
  const cells = [precision, recall, f1].map((value) => value.toFixed(3).padStart(8));
  console.log(`${name.padEnd(52)}${cells.join('')}`);
}

function keep(
  document: AnnotatedDocument,
  holds: (relation: Relation) => boolean,
): AnnotatedDocument {
  return { ...document, relations: document.relations.filter(holds) };
}

/** The plainest rule: two names in a row, and the first verb between them. */
function adjacent(document: AnnotatedDocument): AnnotatedDocument {
  const { text, sentences, mentions, relations } = document;
  const aliases = relations.filter(({ relation }) => relation === 'alias-of');
  const plain = sentences.flatMap((sentence) => {
    const tokens = tokenize(text, sentence, segmenter);
    const own = mentions.filter((m) => m.start >= sentence.start && m.end <= sentence.end);
    return own.slice(1).flatMap((tail, index): Relation[] => {
      const head = own[index]!;
      const between = tokens.filter((t) => t.start >= head.end && t.end <= tail.start);
      const verb = between.find((token) => token.tag.startsWith('v'));
      if (!verb) return [];
      const label = verb.text;
      return [{ head, tail, relation: 'verb', label, status: 'asserted', rule: 'adjacent' }];
    });
  });
  return { ...document, relations: [...aliases, ...plain] };
}
