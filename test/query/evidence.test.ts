import { describe, expect, test } from 'vitest';
import { edgesBetween } from '../../src/query/edges.ts';
import { evidence } from '../../src/query/evidence.ts';
import { CENTRE, GRAPH, STORE } from './graph.ts';

const BIOCITY = 'place:重庆国际生物城';
const ZHIXIANG = 'organization:智翔金泰';

describe('the evidence of a pair', () => {
  test('comes edge by edge, statements first, with titles', () => {
    const found = evidence(STORE, BIOCITY, ZHIXIANG);
    expect(
      found.map(({ relation, label, status, source, target, evidence: entries }) => ({
        claim: `${source} ${relation} ${label} ${status} ${target}`,
        entries: entries.map(({ document, title, quote, rule }) => [document, title, quote, rule]),
      })),
    ).toEqual([
      {
        claim: `${ZHIXIANG} verb 落户 planned ${BIOCITY}`,
        entries: [
          ['02.txt', '标题 02.txt', '智翔金泰落户重庆国际生物城。', 'hand-made'],
          ['02.txt', '标题 02.txt', '智翔金泰仍在重庆国际生物城。', 'hand-made'],
        ],
      },
      {
        claim: `${ZHIXIANG} cooccurrence 共现 asserted ${BIOCITY}`,
        entries: [
          ['02.txt', '标题 02.txt', '智翔金泰落户重庆国际生物城。', 'same-sentence'],
          ['02.txt', '标题 02.txt', '智翔金泰仍在重庆国际生物城。', 'same-sentence'],
        ],
      },
    ]);
  });

  test('is the same whichever of the two comes first', () => {
    expect(evidence(STORE, ZHIXIANG, BIOCITY)).toEqual(evidence(STORE, BIOCITY, ZHIXIANG));
  });

  test('is empty for a pair without edges', () => {
    expect(evidence(STORE, CENTRE, ZHIXIANG)).toEqual([]);
  });
});

describe('the edges of a pair', () => {
  test('are found once, in either direction', () => {
    const keys = edgesBetween(GRAPH, 'place:巴南区', CENTRE).map(({ key }) => key);
    expect(keys).toEqual([
      `place:巴南区|verb|建成|asserted|${CENTRE}`,
      `${CENTRE}|cooccurrence|共现|asserted|place:巴南区`,
    ]);
    expect(edgesBetween(GRAPH, CENTRE, 'place:巴南区').map(({ key }) => key)).toEqual(keys);
  });
});
