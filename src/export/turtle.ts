import { DataFactory, Writer } from 'n3';
import { MailuoError } from '../errors.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import {
  PREFIXES,
  type RdfOptions,
  type Resource,
  resources,
  saidOf,
  type Value,
  vocabulary,
} from './rdf.ts';

const { literal, namedNode } = DataFactory;

/**
 * The graph as Turtle: the same statements as `toJsonld`. https://www.w3.org/TR/turtle/
 *
 * @example
 * writeFileSync('graph.ttl', toTurtle(graph, { documents }));
 */
export function toTurtle(graph: KnowledgeGraph, options: RdfOptions = {}): string {
  const prefixes = { ...PREFIXES, mailuo: vocabulary(options.base) };
  const full = (name: string) => {
    const [prefix, local] = name.split(':') as [keyof typeof prefixes, string];
    return namedNode(prefixes[prefix] + local);
  };
  const writer = new Writer({ prefixes });
  for (const resource of resources(graph, options)) writeResource(writer, resource, full);
  let turtle = '';
  writer.end((error, result) => {
    if (error) throw new MailuoError('INVALID_ARGUMENT', `no Turtle: ${error.message}`);
    turtle = result;
  });
  return turtle;
}

function writeResource(
  writer: Writer,
  resource: Resource,
  full: (name: string) => ReturnType<typeof namedNode>,
): void {
  const subject = namedNode(resource.id);
  for (const type of resource.types) writer.addQuad(subject, full('rdf:type'), full(type));
  for (const [, { property, isAddress = false }, values] of saidOf(resource)) {
    for (const value of values) writer.addQuad(subject, full(property), termOf(value, isAddress));
  }
  for (const [predicate, object] of resource.states ?? []) {
    writer.addQuad(subject, namedNode(predicate), namedNode(object));
  }
}

function termOf(value: Value, isAddress: boolean) {
  if (isAddress) return namedNode(String(value));
  if (typeof value !== 'boolean') return literal(value);
  return literal(String(value), namedNode(`${PREFIXES.xsd}boolean`));
}
