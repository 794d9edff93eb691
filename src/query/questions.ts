import * as v from 'valibot';
import type { Period } from '../graph/period.ts';
import { type GraphReader, MEASURES } from '../store/reader.ts';
import { conflicts } from './conflicts.ts';
import { documents, eachDocument } from './documents.ts';
import { eachTop, entity, top } from './entity.ts';
import { evidence } from './evidence.ts';
import { eachNeighbor, FEW_QUOTES, neighbors, ORDERS } from './neighbors.ts';
import {
  CATEGORY,
  choice,
  DIRECTION,
  EDGES,
  type Given,
  name,
  type Parameters,
  PERIOD,
  text,
  wholeNumber,
} from './parameters.ts';
import { paths } from './path.ts';
import { resolve } from './resolve.ts';
import { search } from './search.ts';
import { openSubgraph, subgraph } from './subgraph.ts';

/** A question as it is asked from outside: on a command line, over HTTP, by an assistant. */
export interface Question<P extends Parameters = Parameters, A = unknown> {
  readonly summary: string;
  readonly parameters: P;
  /** What the answer is called where it is a member of an object. */
  readonly member: string;
  /** @throws MailuoError `NOT_FOUND` or `AMBIGUOUS` for names */
  answer(graph: GraphReader, given: Given<P>): A;
  /** The same where it may be long, with lists that are read as they are walked through. */
  open?(graph: GraphReader, given: Given<P>): unknown;
}

/** The compiler infers parameters and answer of each. */
function question<P extends Parameters, A>(asked: Question<P, A>): Question<P, A> {
  return asked;
}

function resolveAll(graph: GraphReader, names: readonly string[]): string[] {
  return names.map((name) => resolve(graph, name));
}

interface DocumentsAsked extends Period {
  readonly name?: string;
  readonly q?: string;
  readonly limit?: number;
}

function documentOptions(graph: GraphReader, { name, q, ...options }: DocumentsAsked) {
  return {
    ...options,
    ...(q !== undefined && { text: q }),
    ...(name !== undefined && { entity: resolve(graph, name) }),
  };
}

/** What one answer may hold at most. */
export interface Bounds {
  /** Items of a list. */
  readonly items: number;
  /** Sentences of an edge. */
  readonly quotes: number;
  /** Sentences of an edge where many edges are listed and no number is asked for. Default 3. */
  readonly few?: number;
}

/**
 * All questions, by name. Command line, HTTP and assistants take their parameters, limits and
 * descriptions from here, so that they mean the same everywhere.
 */
export function questions({ few = FEW_QUOTES, ...most }: Bounds) {
  const limit = (usual: number, what = 'at most this many') => ({
    limit: v.exactOptional(wholeNumber(1, most.items, what), Math.min(usual, most.items)),
  });
  const quotes = (usual: number) => ({
    quotes: v.exactOptional(
      wholeNumber(0, most.quotes, 'at most this many sentences of an edge'),
      Math.min(usual, most.quotes),
    ),
  });
  const around = {
    order: v.exactOptional(
      choice(ORDERS, 'first the best supported, or what chance explains least'),
      'weight',
    ),
    ...CATEGORY,
    ...EDGES,
  };
  return {
    search: question({
      summary: 'Find entities by label, alias, part of a name, pinyin or initials',
      parameters: { q: text('what to look for'), ...CATEGORY, ...limit(20) },
      member: 'entities',
      answer: (graph, { q, ...options }) => search(graph, q, options),
    }),
    entity: question({
      summary: 'Show names, counts and measures of an entity',
      parameters: { name: name('an entity') },
      member: 'entity',
      answer: (graph, given) => entity(graph, resolve(graph, given.name)),
    }),
    neighbors: question({
      summary: 'List the neighbours of an entity',
      parameters: {
        name: name('an entity'),
        hops: v.exactOptional(wholeNumber(1, 5, 'how many steps'), 1),
        ...around,
        ...DIRECTION,
        ...limit(50),
        ...quotes(few),
      },
      member: 'neighbors',
      answer: (graph, { name, ...options }) => neighbors(graph, resolve(graph, name), options),
      open: (graph, { name, ...options }) => eachNeighbor(graph, resolve(graph, name), options),
    }),
    path: question({
      summary: 'Show the best paths between two entities, each step with a sentence',
      parameters: {
        from: name('an entity'),
        to: name('another'),
        ...EDGES,
        ...limit(1, 'at most this many paths'),
        ...quotes(few),
      },
      member: 'paths',
      answer: (graph, { from, to, ...options }) =>
        paths(graph, resolve(graph, from), resolve(graph, to), options),
    }),
    evidence: question({
      summary: 'Show the sentences behind a pair of entities',
      parameters: {
        source: name('an entity'),
        target: name('another'),
        ...EDGES,
        ...DIRECTION,
        ...quotes(1000),
      },
      member: 'edges',
      answer: (graph, { source, target, ...options }) =>
        evidence(graph, resolve(graph, source), resolve(graph, target), options),
    }),
    documents: question({
      summary: 'List the documents, or those that name an entity',
      parameters: {
        name: v.exactOptional(name('only documents that name this entity')),
        q: v.exactOptional(text('only documents with this in their title or name')),
        ...PERIOD,
        ...limit(50),
      },
      member: 'documents',
      answer: (graph, given) => documents(graph, documentOptions(graph, given)),
      open: (graph, given) => eachDocument(graph, documentOptions(graph, given)),
    }),
    subgraph: question({
      summary: 'Give entities with what surrounds them, and all edges between these',
      parameters: {
        name: v.pipe(
          v.array(name('an entity')),
          v.minLength(1, 'give at least one name'),
          v.maxLength(50, 'give at most 50 names'),
          v.description('entities'),
        ),
        hops: v.exactOptional(wholeNumber(0, 5, 'how many steps from them'), 1),
        ...around,
        ...limit(50, 'at most this many entities, but always those that are named'),
        ...quotes(1),
      },
      member: 'subgraph',
      answer: (graph, { name, ...options }) => subgraph(graph, resolveAll(graph, name), options),
      open: (graph, { name, ...options }) => openSubgraph(graph, resolveAll(graph, name), options),
    }),
    top: question({
      summary: 'List the most important entities',
      parameters: {
        by: v.exactOptional(choice(MEASURES, 'what importance is measured by'), 'pagerank'),
        ...CATEGORY,
        ...limit(20),
      },
      member: 'entities',
      answer: (graph, options) => top(graph, options),
      open: (graph, options) => eachTop(graph, options),
    }),
    conflicts: question({
      summary: 'Show where documents contradict each other, with their sentences',
      parameters: limit(100),
      member: 'conflicts',
      answer: (graph, { limit }) => conflicts(graph).slice(0, limit),
    }),
  };
}

export type Questions = ReturnType<typeof questions>;
export type QuestionName = keyof Questions;
export type AnswerOf<N extends QuestionName> = ReturnType<Questions[N]['answer']>;
export type GivenTo<N extends QuestionName> = Given<Questions[N]['parameters']>;
