import type { KnowledgeGraph } from '../graph/graph.ts';

/** Characters that are sent at a time. */
const CHUNK = 65_536;

/** A body that is made as it is sent, so that it is never whole in memory. */
export function streamed(texts: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = texts[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let chunk = '';
      while (chunk.length < CHUNK) {
        const { done, value } = iterator.next();
        if (done) {
          if (chunk !== '') controller.enqueue(encoder.encode(chunk));
          return controller.close();
        }
        chunk += value;
      }
      controller.enqueue(encoder.encode(chunk));
    },
  });
}

/**
 * A graph in graphology's serialised format, without the sentences, which are most of the bytes and
 * are asked for one pair at a time.
 */
export function* serialised(graph: KnowledgeGraph): Generator<string> {
  const { type, multi, allowSelfLoops } = graph;
  const head = { options: { type, multi, allowSelfLoops }, attributes: graph.getAttributes() };
  yield `${JSON.stringify(head).slice(0, -1)},"nodes":[`;
  yield* separated(graph.nodes(), (key) => ({ key, attributes: graph.getNodeAttributes(key) }));
  yield '],"edges":[';
  yield* separated(graph.edges(), (key) => {
    const [source, target] = graph.extremities(key);
    const { evidence, ...attributes } = graph.getEdgeAttributes(key);
    return {
      key,
      source,
      target,
      attributes,
      ...(graph.isUndirected(key) && { undirected: true }),
    };
  });
  yield ']}';
}

function* separated(keys: readonly string[], entry: (key: string) => object): Generator<string> {
  for (const [index, key] of keys.entries()) {
    yield (index > 0 ? ',' : '') + JSON.stringify(entry(key));
  }
}
