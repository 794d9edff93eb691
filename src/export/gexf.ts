import type { KnowledgeGraph } from '../graph/graph.ts';
import { type Documents, datesOf, type Spell, spellsOf, union } from './dates.ts';
import { type FlattenOptions, flatten, plain, type Scalars, scalarType } from './flatten.ts';
import { type XmlElement, xmlOf } from './xml.ts';

const NAMESPACES = {
  '1.2': {
    '@xmlns': 'http://www.gexf.net/1.2draft',
    '@xmlns:viz': 'http://www.gexf.net/1.2draft/viz',
  },
  '1.3': { '@xmlns': 'http://gexf.net/1.3', '@xmlns:viz': 'http://gexf.net/1.3/viz' },
} as const;

/** How a graph becomes GEXF. */
export interface GexfOptions extends FlattenOptions {
  /**
   * Default `1.2`: whatever reads 1.3 reads 1.2, and networkx before 3.6 reads nothing newer. Both
   * carry the same.
   */
  readonly version?: keyof typeof NAMESPACES;
}

/**
 * The graph as GEXF for Gephi, with positions, sizes and colours, and with `documents` when each
 * edge and node holds (spells). https://gexf.net
 *
 * @example
 * writeFileSync('graph.gexf', toGexf(graph, { documents, version: '1.3' }));
 */
export function toGexf(
  graph: KnowledgeGraph,
  { version = '1.2', documents = [], mixed = false }: GexfOptions = {},
): string {
  const flat = flatten(graph, { mixed, documents });
  const { nodes: nodeSpells, edges: edgeSpells } = timesOf(graph, documents);
  const nodes = flat.mapNodes((key, { label, x, y, size, color, ...rest }) => ({
    '@id': key,
    ...labelled(label),
    ...attvalues(rest),
    ...spells(nodeSpells.get(key)),
    'viz:color': channels(String(color)),
    'viz:size': { '@value': String(size) },
    'viz:position': { '@x': String(x), '@y': String(y), '@z': '0' },
  }));
  const edges = flat.mapEdges((key, { label, weight, ...rest }, source, target, _s, _t, both) => ({
    '@id': key,
    ...(both && { '@type': 'undirected' }),
    ...{ '@source': source, '@target': target, '@weight': String(weight) },
    ...labelled(label),
    ...attvalues(rest),
    ...spells(edgeSpells.get(key)),
  }));
  return xmlOf('gexf', {
    '@version': version,
    ...NAMESPACES[version],
    meta: { creator: { '#text': `Mailuo ${graph.getAttribute('mailuo') ?? ''}`.trim() } },
    graph: {
      '@defaultedgetype': 'directed',
      ...(edgeSpells.size > 0 && { '@mode': 'dynamic', '@timeformat': 'date' }),
      attributes: [
        ...model(
          'node',
          flat.mapNodes((_, { label, x, y, size, color, ...rest }) => rest),
        ),
        ...model(
          'edge',
          flat.mapEdges((_, { label, weight, ...rest }) => rest),
        ),
      ],
      nodes: { node: nodes },
      edges: { edge: edges },
    },
  });
}

interface Times {
  readonly nodes: ReadonlyMap<string, readonly Spell[]>;
  readonly edges: ReadonlyMap<string, readonly Spell[]>;
}

/** When edges hold, and nodes: whenever one of their edges does, or always where one has no date. */
function timesOf(graph: KnowledgeGraph, documents: Documents): Times {
  const dateOf = datesOf(documents);
  const edges = new Map<string, Spell[]>();
  const ofNode = new Map<string, Spell[][]>();
  graph.forEachEdge((key, { evidence }, source, target) => {
    const own = spellsOf(evidence, dateOf);
    if (own.length > 0) edges.set(plain(key), own);
    for (const node of new Set([source, target].map(plain))) {
      const known = ofNode.get(node);
      if (known) known.push(own);
      else ofNode.set(node, [own]);
    }
  });
  const dated = [...ofNode].filter(([, all]) => all.every((own) => own.length > 0));
  return { edges, nodes: new Map(dated.map(([key, all]) => [key, union(all)])) };
}

function spells(own: readonly Spell[] = []): XmlElement {
  if (own.length === 0) return {};
  return { spells: { spell: own.map(({ start, end }) => ({ '@start': start, '@end': end })) } };
}

const labelled = (label: Scalars[string] | undefined): XmlElement =>
  label === undefined || label === '' ? {} : { '@label': String(label) };

/** Empty values are left out: readers would take them for text. */
function given(attributes: Scalars): [string, Scalars[string]][] {
  return Object.entries(attributes).filter(([, value]) => value !== '');
}

function attvalues(attributes: Scalars): XmlElement {
  const values = given(attributes).map(([name, value]) => ({
    '@for': name,
    '@value': String(value),
  }));
  return values.length > 0 ? { attvalues: { attvalue: values } } : {};
}

function channels(color: string): XmlElement {
  const [r, g, b] = [1, 3, 5].map((at) => String(Number.parseInt(color.slice(at, at + 2), 16)));
  return { '@r': r!, '@g': g!, '@b': b! };
}

/** The declaration of all attributes of a class of elements. */
function model(of: 'node' | 'edge', all: readonly Scalars[]): XmlElement[] {
  const types = new Map<string, string>();
  for (const [name, value] of all.flatMap(given)) types.set(name, scalarType(name, value));
  if (types.size === 0) return [];
  const attribute = [...types].map(([name, type]) => ({
    ...{ '@id': name, '@title': name, '@type': type },
  }));
  return [{ '@class': of, '@mode': 'static', attribute }];
}
