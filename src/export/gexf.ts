import type { KnowledgeGraph } from '../graph/graph.ts';
import { map } from '../iterate.ts';
import { type Documents, datesOf, type Spell, spellsOf, union } from './dates.ts';
import { type FlattenOptions, flatten, plain, type Scalars, scalarType } from './flatten.ts';
import { listsOf, type XmlElement, xmlOf } from './xml.ts';

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
  const nodeTypes = typesOf(flat.nodeEntries(), NODE_FIELDS);
  const edgeTypes = typesOf(flat.edgeEntries(), EDGE_FIELDS);
  const root = {
    '@version': version,
    ...NAMESPACES[version],
    meta: { creator: { '#text': `Mailuo ${graph.getAttribute('mailuo') ?? ''}`.trim() } },
    graph: {
      '@defaultedgetype': 'directed',
      ...(edgeSpells.size > 0 && { '@mode': 'dynamic', '@timeformat': 'date' }),
      attributes: [...model('node', nodeTypes), ...model('edge', edgeTypes)],
      nodes: flat.order > 0 ? listsOf('node') : {},
      edges: flat.size > 0 ? listsOf('edge') : {},
    },
  };
  return xmlOf('gexf', root, {
    node: map(flat.nodeEntries(), ({ node, attributes }) => ({
      '@id': node,
      ...labelled(attributes['label']),
      ...attvalues(attributes, nodeTypes),
      ...spells(nodeSpells.get(node)),
      'viz:color': channels(String(attributes['color'])),
      'viz:size': { '@value': String(attributes['size']) },
      'viz:position': { '@x': String(attributes['x']), '@y': String(attributes['y']), '@z': '0' },
    })),
    edge: map(flat.edgeEntries(), ({ edge, attributes, source, target, undirected }) => ({
      '@id': edge,
      ...(undirected && { '@type': 'undirected' }),
      ...{ '@source': source, '@target': target, '@weight': String(attributes['weight']) },
      ...labelled(attributes['label']),
      ...attvalues(attributes, edgeTypes),
      ...spells(edgeSpells.get(edge)),
    })),
  });
}

/** What GEXF has names of its own for, or other elements. */
const NODE_FIELDS = ['label', 'x', 'y', 'size', 'color'];
const EDGE_FIELDS = ['label', 'weight'];

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

/** Attributes that are declared, by their types. */
type Types = ReadonlyMap<string, string>;

function attvalues(attributes: Scalars, types: Types): XmlElement {
  const values = Object.entries(attributes)
    .filter(([name, value]) => types.has(name) && isGiven(value))
    .map(([name, value]) => ({ '@for': name, '@value': String(value) }));
  return values.length > 0 ? { attvalues: { attvalue: values } } : {};
}

/** Empty values are left out: readers would take them for text. */
function isGiven(value: Scalars[string]): boolean {
  return value !== '';
}

function channels(color: string): XmlElement {
  const [r, g, b] = [1, 3, 5].map((at) => String(Number.parseInt(color.slice(at, at + 2), 16)));
  return { '@r': r!, '@g': g!, '@b': b! };
}

/** @param fields that are no attributes */
function typesOf(
  entries: Iterable<{ readonly attributes: Scalars }>,
  fields: readonly string[],
): Types {
  const types = new Map<string, string>();
  for (const { attributes } of entries) {
    for (const [name, value] of Object.entries(attributes)) {
      if (isGiven(value) && !fields.includes(name)) types.set(name, scalarType(name, value));
    }
  }
  return types;
}

/** The declaration of all attributes of a class of elements. */
function model(of: 'node' | 'edge', types: Types): XmlElement[] {
  if (types.size === 0) return [];
  const attribute = [...types].map(([name, type]) => ({
    ...{ '@id': name, '@title': name, '@type': type },
  }));
  return [{ '@class': of, '@mode': 'static', attribute }];
}
