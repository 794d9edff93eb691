import path from 'node:path';
import { MailuoError } from '../errors.ts';
import { DATA_FOLDER, readTable } from './table.ts';

/** Where the package keeps the classes of words. */
export const CLUSTERS_FILE = path.join(DATA_FOLDER, 'model', 'clusters.tsv');

/** The class of a word, and the class of that class; numbered from 1. */
export interface Cluster {
  readonly fine: number;
  readonly coarse: number;
}

/**
 * Classes of words that stand beside the same words, learned from unlabelled text by
 * `npm run train:clusters`. Each line is a fine class: the number of its coarse class and its words,
 * the most frequent first. Brown et al. 1992, "Class-based n-gram models of natural language"; as
 * features of a tagger: Turian, Ratinov and Bengio 2010, "Word representations".
 * @throws MailuoError `INVALID_FILE` when the file cannot be read, with the line of a wrong number
 */
export function loadClusters(file: string = CLUSTERS_FILE): ReadonlyMap<string, Cluster> {
  const clusters = new Map<string, Cluster>();
  for (const [index, { columns, place }] of readTable(file, { min: 2, max: 2 }).entries()) {
    const [coarse, words] = columns as [string, string];
    if (!/^\d{1,4}$/.test(coarse)) {
      throw new MailuoError('INVALID_FILE', `${place}: "${coarse}" is no number of a class`);
    }
    const cluster = { fine: index + 1, coarse: Number(coarse) + 1 };
    for (const word of words.split(' ')) clusters.set(word, cluster);
  }
  return clusters;
}

/** 词类按去掉数字的词查：3月、12月都是0月。 */
export function withoutDigits(word: string): string {
  return /\d/.test(word) ? word.replaceAll(/\d+/g, '0') : word;
}
