import { describe, expect, it } from 'vitest';
import type { MailuoError } from '../../src/errors.ts';
import { type QuestionName, questions } from '../../src/query/questions.ts';
import { deadlineIn, limited } from '../../src/store/limited.ts';
import { memoryReader } from '../../src/store/memory.ts';
import type { GraphReader } from '../../src/store/reader.ts';
import { CENTRE, STORE } from '../query/graph.ts';

const graph = memoryReader(STORE.graph, STORE.documents);
const asked = questions({ items: 100, quotes: 10 });
const [a, b] = ['place:巴南区', CENTRE] as const;

const ASK: Record<QuestionName, (from: GraphReader) => unknown> = {
  search: (from) => asked.search.answer(from, { q: '巴', limit: 5 }),
  entity: (from) => asked.entity.answer(from, { name: '贸服中心' }),
  neighbors: (from) =>
    asked.neighbors.answer(from, { name: a, hops: 2, order: 'surprise', limit: 9, quotes: 1 }),
  path: (from) => asked.path.answer(from, { from: a, to: b, limit: 2, quotes: 1 }),
  evidence: (from) => asked.evidence.answer(from, { source: a, target: b, quotes: 9 }),
  documents: (from) => asked.documents.answer(from, { limit: 9 }),
  subgraph: (from) =>
    asked.subgraph.answer(from, { name: [a], hops: 1, order: 'weight', limit: 9, quotes: 1 }),
  top: (from) => asked.top.answer(from, { by: 'degree', limit: 3 }),
  conflicts: (from) => asked.conflicts.answer(from, { limit: 3 }),
};

describe.each(Object.entries(ASK))('%s', (_, ask) => {
  it('is answered as ever when there is time', () => {
    expect(ask(limited(graph, deadlineIn(60_000)))).toEqual(ask(graph));
  });
});

describe('when the time is over', () => {
  // Contradictions are looked for in statements, of which this graph has some.
  it.each(Object.entries(ASK))('%s is refused with a remedy', (_, ask) => {
    try {
      ask(limited(graph, deadlineIn(-1)));
    } catch (error) {
      expect((error as MailuoError).code).toBe('TOO_LONG');
      expect((error as MailuoError).message).toMatch(/fewer hops/);
      return;
    }
    throw new Error('it was answered');
  });
});
