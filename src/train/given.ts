/**
 * Learn how common characters are in given names, against text in general, from lists of names and
 * unlabelled text of ../shared, and write data/model/given.tsv: `npm run train:given`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GIVEN_FILE } from '../lexicon/given.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { requireShared, SHARED, timedLog } from './shared.ts';

/** A character is of the first level whose ratio it does not exceed, else of the last. */
const RATIOS = [0.15, 0.8, 4];
/** Added to every count, so that rare characters are not judged by a few occurrences. */
const PRIOR = 3;

requireShared();
const log = timedLog();

const { surnames } = loadLexicon();
const inNames = new Map<string, number>();
for (const name of lines('gazetteers/chi_names.txt')) {
  const length = name.length > 2 && surnames.has(name.slice(0, 2)) ? 2 : 1;
  if (surnames.has(name.slice(0, length))) count(inNames, name.slice(length));
}
const inText = new Map<string, number>();
for (const corpus of ['news/xwlb.2022', 'news/xwlb.2023', 'ner/msra.train', 'ner/pku98.train']) {
  for (const line of lines(`${corpus}.jsonl`))
    count(inText, (JSON.parse(line) as { text: string }).text);
}
const [names, text] = [sumOf(inNames), sumOf(inText)];
const levels: string[][] = [[], [], [], []];
for (const character of [...new Set([...inNames.keys(), ...inText.keys()])].sort()) {
  const used = ((inText.get(character) ?? 0) + PRIOR) / text;
  const ratio = ((inNames.get(character) ?? 0) + PRIOR * (names / text)) / names / used;
  const level = RATIOS.findIndex((limit) => ratio <= limit);
  levels.at(level)!.push(character);
}
writeFileSync(GIVEN_FILE, levels.map((list, index) => `${index + 1}\t${list.join('')}\n`).join(''));
log(`wrote ${GIVEN_FILE}: ${levels.map((list) => list.length).join(', ')} characters`);

function lines(file: string): string[] {
  return readFileSync(path.join(SHARED, 'corpora', file), 'utf8')
    .trim()
    .split('\n');
}

function count(counts: Map<string, number>, text: string): void {
  for (const [character] of text.matchAll(/\p{Script=Han}/gu)) {
    if (character.length === 1) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, more) => sum + more, 0);
}
