import { readFileSync } from 'node:fs';
import { type SentenceView, viewSentence } from '../entity/candidates.ts';
import type { LabelledSpan, LabelledText } from '../entity/labels.ts';
import { readGold } from '../evaluate/gold.ts';
import { matchingForm } from '../lexicon/matching.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { splitSentences } from '../segment/sentences.ts';
import { tokenize } from '../segment/tokens.ts';
import type { Category, Span } from '../types.ts';
import { readJudgedSentences } from './judgements.ts';

/** A sentence with the names in it. */
export interface Example {
  readonly sentence: SentenceView;
  readonly spans: readonly LabelledSpan[];
  /** Number of the corpus in `CORPORA`. */
  readonly corpus: number;
}

export interface Corpus {
  readonly name: string;
  /** Paths from the root of the project. */
  readonly files: readonly string[];
  /** Which of the corpus's types are which of our categories; others are no names. */
  readonly categories: Readonly<Record<string, Category>>;
  /** How often an epoch sees it. */
  readonly weight: number;
  /** Whether it annotates programs. */
  readonly programs?: true;
  /** Number of the corpus whose conventions it has, when these are not its own. */
  readonly conventions?: number;
}

/** The corpora disagree in conventions; decoding follows the first one's. */
export const CORPORA: readonly Corpus[] = [
  {
    name: 'gold',
    files: ['../shared/gold/train'],
    categories: {},
    weight: 3,
    programs: true,
  },
  {
    name: 'msra',
    files: ['../shared/corpora/ner/msra.train.jsonl'],
    categories: { PER: 'person', LOC: 'place', ORG: 'organization' },
    weight: 1,
  },
  {
    name: 'pku98',
    files: ['../shared/corpora/ner/pku98.train.jsonl'],
    categories: { nr: 'person', ns: 'place', nt: 'organization' },
    weight: 1,
  },
  {
    name: 'cluener',
    files: ['../shared/corpora/ner/cluener.train.jsonl'],
    categories: {
      name: 'person',
      address: 'place',
      scene: 'place',
      company: 'organization',
      government: 'organization',
      organization: 'organization',
    },
    weight: 1,
  },
  {
    name: 'gsdsimp',
    files: ['../shared/corpora/ner/gsdsimp.train.jsonl'],
    categories: { PER: 'person', LOC: 'place', ORG: 'organization' },
    weight: 1,
  },
  {
    name: 'resume',
    files: ['../shared/corpora/ner/resume.train.jsonl'],
    categories: { NAME: 'person', LOC: 'place', ORG: 'organization' },
    weight: 1,
  },
  {
    name: 'weibo',
    files: ['../shared/corpora/ner/weibo.train.jsonl'],
    categories: {
      'PER.NAM': 'person',
      'LOC.NAM': 'place',
      'GPE.NAM': 'place',
      'ORG.NAM': 'organization',
    },
    weight: 1,
  },
  {
    name: 'gold-news',
    files: ['../shared/gold/news-train'],
    categories: {},
    weight: 5,
    programs: true,
    conventions: 0,
  },
  {
    name: 'own',
    files: ['data/articles'],
    categories: {},
    weight: 3,
    programs: true,
    conventions: 0,
  },
  // Sentences of news of which earlier models were not sure.
  {
    name: 'judged',
    files: ['data/judgements/names.tsv'],
    categories: {},
    weight: 3,
    programs: true,
    conventions: 0,
  },
  // The articles of the first corpus and our own with other names in them: see rename.ts.
  { name: 'renamed', files: [], categories: {}, weight: 1, programs: true, conventions: 0 },
];

/** Number of a corpus in `CORPORA`. */
export function corpusNamed(name: string): number {
  return CORPORA.findIndex((corpus) => corpus.name === name);
}

export const GOLD = 0;

/** The texts of a training corpus. */
export async function readCorpus({ files, categories }: Corpus): Promise<LabelledText[]> {
  const texts: LabelledText[] = [];
  for (const file of files) {
    if (file.endsWith('.jsonl')) texts.push(...readLines(file, categories));
    else if (file.endsWith('.tsv')) texts.push(...readJudgedSentences(file));
    else {
      const articles = await readGold(file);
      texts.push(...articles.map(({ text, mentions }) => ({ text, spans: mentions })));
    }
  }
  return texts;
}

function readLines(file: string, categories: Readonly<Record<string, Category>>): LabelledText[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { text, entities } = JSON.parse(line) as {
        text: string;
        entities: (Span & { type: string })[];
      };
      const spans = entities.flatMap(({ start, end, type }) => {
        const category = categories[type];
        return category ? [{ start, end, category }] : [];
      });
      return { text, spans };
    });
}

/** One example for each sentence, with spans from its beginning. Names across sentences are left out. */
export function splitExamples(
  { text, spans }: LabelledText,
  corpus: number,
  segmenter: Segmenter,
): Example[] {
  const form = matchingForm(text);
  return splitSentences(form).map((sentence) => {
    const tokens = tokenize(form, sentence, segmenter);
    const own = spans
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map(({ start, end, category }) => ({
        start: start - sentence.start,
        end: end - sentence.start,
        category,
      }));
    return { sentence: viewSentence(form, sentence, tokens), spans: own, corpus };
  });
}
