import fc from 'fast-check';
import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import { toJsonld } from '../../src/export/jsonld.ts';
import { toTurtle } from '../../src/export/turtle.ts';
import { reduce } from '../../src/store/build.ts';
import { annotated } from '../helpers/documents.ts';
import { anyNames, hostileStore, readableLabels } from './hostile.ts';

const quadsOf = (turtle: string) =>
  new Parser().parse(turtle).map(({ subject, predicate, object }) => {
    return [subject.value, predicate.value, object.value] as const;
  });

const STORE = reduce([
  {
    ...annotated(
      'news/a b.txt',
      '[智翔金泰|organization]落户[巴南区|place]。[智翔金泰|organization]未签约[京东|organization]。',
      '智翔金泰 --verb:落户--> 巴南区',
      '智翔金泰 --verb:签约:denied--> 京东',
    ),
    date: '2024-03-18',
    source: '晚报',
  },
]);

describe('linked data', () => {
  const quads = quadsOf(toTurtle(STORE.graph, { documents: STORE.documents }));
  const said = (subject: string, property: string) =>
    quads.filter(([s, p]) => s === subject && p === property).map(([, , object]) => object);
  const firm = 'urn:mailuo:entity:organization%3A智翔金泰';
  const PROV = 'http://www.w3.org/ns/prov#';

  test('leads from a statement by its sentence to the document', () => {
    const statements = quads.filter(([, p, o]) => p.endsWith('#subject') && o === firm);
    expect(statements).toHaveLength(3);
    const [quotation] = said(
      statements.find(([s]) => s.includes('落户'))![0],
      `${PROV}wasDerivedFrom`,
    );
    expect(said(quotation!, 'https://schema.org/text')).toEqual(['智翔金泰落户巴南区。']);
    const [document] = said(quotation!, `${PROV}wasQuotedFrom`);
    expect(document).toBe('urn:mailuo:document:news%2Fa%20b.txt');
    expect(said(document!, 'https://schema.org/datePublished')).toEqual(['2024-03-18']);
  });

  test('states plainly what is asserted, and nothing that is denied', () => {
    expect(said(firm, 'urn:mailuo:predicate:落户')).toEqual(['urn:mailuo:entity:place%3A巴南区']);
    expect(said(firm, 'urn:mailuo:predicate:签约')).toEqual([]);
  });

  test("has addresses of one's own", () => {
    const turtle = toTurtle(STORE.graph, { base: 'https://example.org/g/' });
    expect(turtle).not.toContain('urn:mailuo');
    expect(toJsonld(STORE.graph, { base: 'https://example.org/g/' })).not.toContain('urn:mailuo');
    expect(() => toTurtle(STORE.graph, { base: 'a <b>' })).toThrow(
      /^base "a <b>": give the beginning/,
    );
  });

  test('is Turtle for n3, whatever the names', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const { graph } = hostileStore(names);
        const found = quadsOf(toTurtle(graph));
        const entities = new Set(
          found.filter(([, p]) => p === 'urn:mailuo:term:category').map(([s]) => s),
        );
        const labels = found
          .filter(([s, p]) => p === 'https://schema.org/name' && entities.has(s))
          .map(([, , name]) => name);
        expect(labels.sort()).toEqual(readableLabels(graph));
      }),
      { numRuns: 30 },
    );
  });
});
