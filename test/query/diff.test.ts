import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { diff } from '../../src/query/diff.ts';
import { annotated, randomDocuments } from '../helpers/documents.ts';

const PARK = annotated(
  'a',
  '[甲公司|organization]落户[乙区|place]。',
  '甲公司 --verb:落户--> 乙区',
);
const AGAIN = annotated(
  'b',
  '[甲公司|organization]说，落户[乙区|place]。',
  '甲公司 --verb:落户--> 乙区',
);
const FAIR = annotated('c', '[乙区|place]办[丙展|program]。', '乙区 --verb:办--> 丙展');

/** What changed, by key, with support before and now. */
function changesOf(before: readonly (typeof PARK)[], after: readonly (typeof PARK)[]) {
  const { entities, relations } = diff(buildGraph(before), buildGraph(after));
  const told = (changes: typeof entities | typeof relations) =>
    Object.entries(changes).flatMap(([kind, items]) =>
      (items as readonly { key: string; before?: number }[]).map(
        ({ key, before }) => `${kind} ${key}${before === undefined ? '' : ` from ${before}`}`,
      ),
    );
  return { entities: told(entities), relations: told(relations) };
}

const LUOHU = 'organization:甲公司|verb|落户|asserted|place:乙区';
const SHARED = 'organization:甲公司|cooccurrence|共现|asserted|place:乙区';
const HOLDS = 'place:乙区|verb|办|asserted|program:丙展';
const MET = 'place:乙区|cooccurrence|共现|asserted|program:丙展';

describe('between two graphs', () => {
  const CASES: [
    title: string,
    before: (typeof PARK)[],
    after: (typeof PARK)[],
    entities: string[],
    relations: string[],
  ][] = [
    ['of the same documents nothing changed', [PARK, FAIR], [FAIR, PARK], [], []],
    [
      'a document brings what is new, and strengthens what it shares',
      [PARK],
      [PARK, FAIR],
      ['new program:丙展', 'strengthened place:乙区 from 1'],
      [`new ${HOLDS}`, `new ${MET}`],
    ],
    [
      'a document that goes takes with it what only it says',
      [PARK, FAIR],
      [PARK],
      ['lost program:丙展', 'weakened place:乙区 from 2'],
      [`lost ${HOLDS}`, `lost ${MET}`],
    ],
    [
      'another sentence strengthens a relation',
      [PARK],
      [PARK, AGAIN],
      ['strengthened place:乙区 from 1', 'strengthened organization:甲公司 from 1'],
      [`strengthened ${LUOHU} from 1`, `strengthened ${SHARED} from 1`],
    ],
  ];
  it.each(CASES)('%s', (_, before, after, entities, relations) => {
    expect(changesOf(before, after)).toEqual({ entities, relations });
  });

  test('new relations carry their sentences', () => {
    const { relations } = diff(buildGraph([PARK]), buildGraph([PARK, FAIR]));
    expect(relations.new[0]!.evidence[0]).toMatchObject({ document: 'c', quote: '乙区办丙展。' });
  });

  test('the way back is the mirror image', () => {
    fc.assert(
      fc.property(randomDocuments, randomDocuments, (one, other) => {
        const [a, b] = [buildGraph(one), buildGraph(other)];
        const [there, back] = [diff(a, b), diff(b, a)];
        for (const part of ['entities', 'relations'] as const) {
          const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key).sort();
          expect(there[part].new).toEqual(back[part].lost);
          expect(keys(there[part].strengthened)).toEqual(keys(back[part].weakened));
        }
        expect(there.entities.new.map(({ key }) => key).sort()).toEqual(
          b.nodes().filter((key) => !a.hasNode(key)),
        );
      }),
      { numRuns: 30 },
    );
  });
});
