import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LabelledText } from '../entity/labels.ts';
import { clean } from '../ingest/clean.ts';
import { DATA_FOLDER } from '../lexicon/table.ts';
import { annotate, type Knowledge } from '../pipeline.ts';
import { type Scorer, WEIGHTS } from '../relation/scorer.ts';
import type { AnnotatedDocument, Category, Document } from '../types.ts';
import { SHARED } from './shared.ts';

const FILE = path.join(DATA_FOLDER, 'judgements', 'news.tsv');
const NEWS = path.join(SHARED, 'corpora', 'news');

/** What somebody who read a piece of news said of a statement that was found in it. */
export interface Judgement {
  /** Where its two names and its predicate begin in the text. */
  readonly head: number;
  readonly tail: number;
  readonly predicate: number;
  readonly label: string;
  readonly rule: string;
  /** The text states it. */
  readonly holds: boolean;
}

/** The pieces of news of which statements were judged, each with the judgements. */
export function readJudgements(): [Document, Judgement[]][] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  const judged = new Map<string, Judgement[]>();
  for (const line of lines) {
    const [item, head, tail, predicate, label, rule, holds] = line.split('\t') as Row;
    const own = judged.get(item) ?? [];
    own.push({
      head: Number(head),
      tail: Number(tail),
      predicate: Number(predicate),
      label,
      rule,
      holds: holds === 'yes',
    });
    judged.set(item, own);
  }
  const textOf = newsTexts();
  return [...judged].map(([id, own]) => [{ id, title: '', text: textOf(id) }, own]);
}

/** Reads the text of a piece of news by its file and line: `xwlb.2022.jsonl:40`. */
function newsTexts(): (id: string) => string {
  const files = new Map<string, string[]>();
  return (id) => {
    const [file, line] = id.split(':') as [string, string];
    const items = files.get(file) ?? readFileSync(path.join(NEWS, file), 'utf8').split('\n');
    files.set(file, items);
    const { text } = JSON.parse(items[Number(line) - 1]!) as { text: string };
    return clean(text);
  };
}

/**
 * Sentences of news with all their names, as somebody who read them corrected them.
 * @param file of one sentence a line: item, start, end, digest, and names by place in the sentence
 * @throws Error when a place holds another sentence than the one that was read
 */
export function readJudgedSentences(file: string): LabelledText[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const textOf = newsTexts();
  return lines.map((line, index) => {
    const [item, start, end, digest, names] = line.split('\t') as NamesRow;
    const text = textOf(item).slice(Number(start), Number(end));
    if (!createHash('sha256').update(text).digest('hex').startsWith(digest)) {
      throw new Error(
        `${file}:${index + 2}: the news or their cleaning changed since this was read`,
      );
    }
    const spans = names.split(' ').flatMap((name) => {
      const [from, to, category] = name.split('-') as [string, string, Category];
      return name ? [{ start: Number(from), end: Number(to), category }] : [];
    });
    return { text, spans };
  });
}

type NamesRow = [item: string, start: string, end: string, digest: string, names: string];

type Row = [string, string, string, string, string, string, string];

/** Lets no statement through. */
const NO_SCORER: Scorer = {
  weights: new Int8Array(WEIGHTS),
  scale: 0,
  trees: { roots: new Uint32Array(0), nodes: new Float32Array(0) },
};

/** A document with the names that are found in it, before there is a scorer of statements. */
export function withNames(
  document: Document,
  knowledge: Pick<Knowledge, 'lexicon' | 'segmenter' | 'tagger'>,
): AnnotatedDocument {
  return annotate(document, { ...knowledge, scorer: NO_SCORER, version: 'training' });
}
