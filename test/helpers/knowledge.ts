import { type Knowledge, loadKnowledge as load } from '../../src/pipeline.ts';

let knowledge: Knowledge | undefined;

/** The real lexicon and segmenter, loaded once for all test files of a worker. */
export function loadKnowledge(): Knowledge {
  knowledge ??= load();
  return knowledge;
}
