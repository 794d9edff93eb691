import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { MailuoError } from '../errors.ts';
import { unwrap } from '../ingest/unwrap.ts';
import type { Category, Document, Span } from '../types.ts';

/** A mention as an annotator marked it. */
export interface GoldMention extends Span {
  readonly text: string;
  readonly category: Category;
  /** Full name of the entity in this article. */
  readonly canonical: string;
}

/** A statement as an annotator listed it. */
export interface GoldRelation {
  readonly head: string;
  /** Any one of these is right. */
  readonly predicates: readonly string[];
  readonly tail: string;
  /** The text denies it. */
  readonly denied: boolean;
}

export interface GoldDocument extends Document {
  readonly mentions: readonly GoldMention[];
  readonly relations: readonly GoldRelation[];
}

const CATEGORIES: Readonly<Record<string, Category>> = {
  person: 'person',
  org: 'organization',
  organization: 'organization',
  place: 'place',
  program: 'program',
};

const MENTION = /\[([^[\]|\n]+)\|([a-z]+)(?:\|([^[\]|\n]+))?\]/g;

/**
 * Read the annotated articles (`.txt`) of a folder, in the order of their names, or one article.
 * @throws MailuoError `NOT_FOUND` when there are none, `INVALID_FILE` with file and line
 *
 * @example
 * for (const { id, mentions } of await readGold('gold/dev')) console.log(id, mentions.length);
 */
export async function readGold(location: string): Promise<GoldDocument[]> {
  const single = location.endsWith('.txt') && existsSync(location);
  const folder = single ? path.dirname(location) : location;
  const files = single
    ? [location]
    : (await glob('**/*.txt', { cwd: folder, absolute: true })).sort();
  if (files.length === 0) {
    throw new MailuoError('NOT_FOUND', `${location}: no .txt files with gold annotation`);
  }
  return Promise.all(
    files.map(async (file) => {
      const id = path.relative(folder, file).split(path.sep).join('/');
      return parseGold(id, await readFile(file, 'utf8'));
    }),
  );
}

/**
 * Parse one annotated article: `[surface|type]` or `[surface|type|canonical]` in the text, then a
 * line `=`, then `head | predicate,predicate | tail` lines, denied ones with `! ` before them.
 * Lines that a page broke are joined, as in any file that is read.
 *
 * @example
 * const article = parseGold('a', '[何友生|person]介绍[巴南区|place]。\n=\n何友生 | 介绍 | 巴南区');
 */
export function parseGold(id: string, source: string): GoldDocument {
  const lines = source.split(/\r?\n/);
  const divider = lines.findIndex((line) => line.trim() === '=');
  const body = lines.slice(0, divider < 0 ? undefined : divider).join('\n');
  const { text, mentions } = unwrapped(readMentions(id, body.replace(/^# /, '').trimEnd()));
  const relations = lines.flatMap((line, index) =>
    divider >= 0 && index > divider && line.trim() !== ''
      ? [readRelation(`${id}:${index + 1}`, line)]
      : [],
  );
  return { id, title: text.split('\n')[0]!, text, mentions, relations };
}

type Marked = Pick<GoldDocument, 'text' | 'mentions'>;

function readMentions(id: string, marked: string): Marked {
  const mentions: GoldMention[] = [];
  let text = '';
  let position = 0;
  for (const match of marked.matchAll(MENTION)) {
    const [whole, surface, type, canonical] = match as unknown as [string, string, string, string?];
    const category = Object.hasOwn(CATEGORIES, type) ? CATEGORIES[type] : undefined;
    if (!category) {
      const line = marked.slice(0, match.index).split('\n').length;
      throw new MailuoError('INVALID_FILE', `${id}:${line}: unknown type "${type}" in ${whole}`);
    }
    text += marked.slice(position, match.index);
    const start = text.length;
    text += surface;
    position = match.index + whole.length;
    mentions.push({
      start,
      end: text.length,
      text: surface,
      category,
      canonical: canonical ?? surface,
    });
  }
  return { text: text + marked.slice(position), mentions };
}

/** Broken lines are joined as they are when a file is read; nothing else is cleaned. */
function unwrapped({ text, mentions }: Marked): Marked {
  const joined = unwrap(text);
  if (joined === text) return { text, mentions };
  const places = visiblePlaces(joined);
  const moved = new Map(visiblePlaces(text).map((place, i) => [place, places[i]!]));
  return {
    text: joined,
    mentions: mentions.map((mention) => {
      const [start, end] = [moved.get(mention.start)!, moved.get(mention.end - 1)! + 1];
      return { ...mention, start, end, text: joined.slice(start, end) };
    }),
  };
}

/** Where a text has anything but white space, which is all that joining lines changes. */
function visiblePlaces(text: string): number[] {
  return Array.from(text.matchAll(/\S/g), ({ index }) => index);
}

function readRelation(place: string, line: string): GoldRelation {
  const denied = line.startsWith('!');
  const [head, predicates, tail, ...rest] = line
    .replace(/^!\s*/, '')
    .split('|')
    .map((column) => column.trim());
  if (!head || !predicates || !tail || rest.length > 0) {
    throw new MailuoError('INVALID_FILE', `${place}: expected "head | predicate | tail": ${line}`);
  }
  return {
    head,
    predicates: predicates.split(',').map((predicate) => predicate.trim()),
    tail,
    denied,
  };
}
