import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { LabelledText } from '../entity/labels.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { CORPORA, corpusNamed, type Example, GOLD, readCorpus, splitExamples } from './corpora.ts';
import { poolNames, rename } from './rename.ts';
import { SHARED } from './shared.ts';

/** Copies of the articles in the guideline's conventions with other names in them. */
const RENAMED = 2;
/** Share of the people in other corpora that get other names. */
const RENAMED_PEOPLE = 0.25;
/** One article of so many is not trained on, but tells how sure the model may be. */
const HELD_OUT = 14;

/** Sentences to learn from, and those that tell how sure the result may be. */
export interface Examples {
  readonly examples: readonly Example[];
  readonly heldOut: readonly Example[];
}

/** Read all corpora; the same at every call. */
export async function readExamples(lexicon: Lexicon, segmenter: Segmenter): Promise<Examples> {
  const corpora = await Promise.all(CORPORA.map(readCorpus));
  const isHeldOut = (_: unknown, index: number) => index % HELD_OUT === 0;
  const heldOut = [GOLD, corpusNamed('gold-news')].flatMap((corpus) => {
    const articles = corpora[corpus]!;
    corpora[corpus] = articles.filter((_, index) => !isHeldOut(_, index));
    return articles.filter(isHeldOut);
  });
  const random = xorshift128plus(20_260_101);
  const pools = poolNames(SHARED, corpora.flat(), lexicon);
  const people = (category: string) => (category === 'person' ? RENAMED_PEOPLE : 0);
  const texts = corpora.map((own, corpus) =>
    CORPORA[corpus]!.programs
      ? own
      : own.map((text) => rename(text, pools, lexicon, random, people)),
  );
  const articles = [...corpora[GOLD]!, ...corpora[corpusNamed('own')]!];
  for (let copy = 0; copy < RENAMED; copy++) {
    const copies = articles.map((text) => rename(text, pools, lexicon, random));
    texts[corpusNamed('renamed')]!.push(...copies);
  }
  return { examples: texts.flatMap(split), heldOut: split(heldOut, GOLD) };

  function split(labelled: readonly LabelledText[], corpus: number): Example[] {
    return labelled.flatMap((text) => splitExamples(text, corpus, segmenter));
  }
}
