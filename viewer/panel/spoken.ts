/** What a screen reader says of the focus: the fact, and its first sentence when it is there. */

import { categoryOf, edgesOf, isStatement, predicateOf, statusOf } from '../data/graph.ts';
import type { Page } from './parts.tsx';

export function spoken(page: Page): string {
  const { graph, state, words } = page;
  const { focus, paths } = state;
  const { label, degree } = graph.nodes;
  switch (focus?.kind) {
    case 'node': {
      const category = words.categories[categoryOf(graph, focus.node)];
      const about = words.read.node(label[focus.node]!, category, degree[focus.node]!);
      const fact = edgesOf(graph, focus.node).find((edge) => isStatement(graph, edge));
      return fact === undefined ? about : `${about}${words.stop}${factOf(page, fact)}`;
    }
    case 'pair':
      return pairOf(page, focus.source, focus.target);
    case 'path':
      return [
        words.read.path(label[focus.from]!, label[focus.to]!, paths.length),
        ...paths.slice(0, 1).map((path) => path.map((node) => label[node]).join(' › ')),
      ].join(words.stop);
    case 'predicate':
      return `${words.predicate} ${focus.label}`;
    case 'document': {
      const { reading } = state;
      return typeof reading === 'string' ? '' : reading.title;
    }
    default:
      return '';
  }
}

function pairOf(page: Page, source: number, target: number): string {
  const { graph, state, words } = page;
  const { label } = graph.nodes;
  const { findings } = state;
  const between = words.read.pair(label[source]!, label[target]!);
  const [first] = typeof findings === 'string' ? [] : findings;
  if (!first) return between;
  const quote = first.quotations[0]?.quote ?? '';
  return [between, factOf(page, first.edge), quote].join(words.stop);
}

/** Subject, predicate, object; with its status and support. */
function factOf({ graph, words }: Page, edge: number): string {
  const { label } = graph.nodes;
  const { source, target, weight } = graph.edges;
  const predicate = isStatement(graph, edge) ? predicateOf(graph, edge) : words.together;
  const status = statusOf(graph, edge);
  const said = [label[source[edge]!], predicate, label[target[edge]!]].join(' ');
  const how = status === 'asserted' ? [] : [words.statuses[status]];
  return [said, ...how, words.sentences(weight[edge]!)].join(words.comma);
}
