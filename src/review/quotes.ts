import { nameKey } from '../graph/link.ts';
import type { AnnotatedDocument } from '../types.ts';
import type { Quote } from './proposal.ts';

const MOST = 2;

/** The first sentences that mention a name, of different documents. */
export function quoting(documents: readonly AnnotatedDocument[]): (name: string) => Quote[] {
  const quotes = new Map<string, Quote[]>();
  for (const { id, text, sentences, mentions } of documents) {
    for (const mention of mentions) {
      const key = nameKey(mention.text);
      const known = quotes.get(key) ?? [];
      if (known.length === MOST || known.some(({ document }) => document === id)) continue;
      const sentence = sentences.find(({ end }) => end > mention.start);
      if (!sentence) continue;
      const { start, end } = sentence;
      quotes.set(key, [...known, { document: id, start, end, quote: text.slice(start, end) }]);
    }
  }
  return (name) => quotes.get(nameKey(name)) ?? [];
}
