import path from 'node:path';
import { knownMatches } from '../entity/known.ts';
import type { LabelScorer } from '../entity/scorer.ts';
import { tagNames } from '../entity/tagger.ts';
import { readGold } from '../evaluate/gold.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { CATEGORIES } from '../types.ts';
import { CORPORA, type Example, readCorpus, splitExamples } from './corpora.ts';

/** Sentences to measure on while training, in the conventions of a corpus. */
export interface DevSet {
  readonly name: string;
  /** Number of the corpus in `CORPORA`. */
  readonly corpus: number;
  readonly sentences: readonly Example[];
}

/** Corpora that are also measured in their own conventions. */
const OWN = ['msra', 'pku98', 'gsdsimp'];

/** The development sets: first those in the guideline's conventions. */
export async function readDev(shared: string, segmenter: Segmenter): Promise<DevSet[]> {
  const sets: DevSet[] = [];
  for (const name of ['dev', 'news-dev']) {
    const documents = await readGold(path.join(shared, 'gold', name));
    const texts = documents.map(({ text, mentions }) => ({ text, spans: mentions }));
    sets.push({ name, corpus: 0, sentences: texts.flatMap((t) => splitExamples(t, 0, segmenter)) });
  }
  for (const [corpus, { name, categories }] of CORPORA.entries()) {
    if (!OWN.includes(name)) continue;
    const files = [path.join(shared, `corpora/ner/${name}.dev.jsonl`)];
    const texts = await readCorpus({ name, files, categories, weight: 1 });
    sets.push({
      name,
      corpus,
      sentences: texts.flatMap((t) => splitExamples(t, corpus, segmenter)),
    });
  }
  return sets;
}

/** F1 of a set: of all names, and of each category. */
export function scoreLine({ name, sentences }: DevSet, scorer: LabelScorer): string {
  const tallies = new Map(['all', ...CATEGORIES].map((key) => [key, { both: 0, sum: 0 }]));
  for (const { sentence, spans } of sentences) {
    const gold = new Set(
      spans.map((s) => `${s.start + sentence.start}-${s.end + sentence.start}-${s.category}`),
    );
    const found = tagNames(sentence, knownMatches(sentence, scorer.lexicon), scorer);
    for (const { category } of spans) count(category, 0, 1);
    for (const { start, end, category } of found) {
      count(category, gold.has(`${start}-${end}-${category}`) ? 1 : 0, 1);
    }
  }
  const cells = [...tallies].map(
    ([key, { both, sum }]) => `${key} ${((2 * both) / sum).toFixed(3)}`,
  );
  return `${name.padEnd(9)} F1 ${cells.join(', ')}`;

  function count(category: string, both: number, sum: number): void {
    for (const key of ['all', category]) {
      const tally = tallies.get(key)!;
      tally.both += both;
      tally.sum += sum;
    }
  }
}
