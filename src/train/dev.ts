import path from 'node:path';
import { readGold } from '../evaluate/gold.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { type Example, splitExamples } from './corpora.ts';

/** Articles to measure on while training. */
export interface DevSet {
  readonly name: string;
  readonly sentences: readonly Example[];
}

/** The development sets in the guideline's conventions. */
export function readDev(shared: string, segmenter: Segmenter): Promise<DevSet[]> {
  return Promise.all(
    ['dev', 'news-dev'].map(async (name) => {
      const documents = await readGold(path.join(shared, 'gold', name));
      const sentences = documents.flatMap(({ text, mentions }) =>
        splitExamples({ text, spans: mentions }, 0, segmenter),
      );
      return { name, sentences };
    }),
  );
}
