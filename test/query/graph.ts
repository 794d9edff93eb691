import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { reduce } from '../../src/store/build.ts';
import type { Store } from '../../src/store/store.ts';
import { annotated } from '../helpers/documents.ts';

/** A small world with short names, all directions of statements, and a part that nothing joins. */
export const STORE: Store = reduce([
  annotated(
    '01.txt',
    '[重庆RCEP投资贸易服务中心|organization]（简称[贸服中心|organization]）由[巴南区|place]建成。' +
      '[何友生|person]任[巴南区委|organization]书记，[巴南区委|organization]在[巴南区|place]。' +
      '[何友生|person]介绍[巴南区|place]。',
    '贸服中心 --alias-of:简称--> 重庆RCEP投资贸易服务中心',
    '巴南区 --verb:建成--> 重庆RCEP投资贸易服务中心',
    '何友生 --office:书记--> 巴南区委',
    '巴南区委 --location:位于--> 巴南区',
  ),
  annotated(
    '02.txt',
    '[智翔金泰|organization]落户[重庆国际生物城|place]。' +
      '[智翔金泰|organization]仍在[重庆国际生物城|place]。' +
      '[重庆国际生物城|place]位于[巴南区|place]。' +
      '[智翔金泰|organization]看好[巴南区|place]。[智翔金泰|organization]扎根[巴南区|place]。',
    '智翔金泰 --verb:落户:planned--> 重庆国际生物城',
    '重庆国际生物城 --location:位于--> 巴南区',
  ),
  annotated(
    '03.txt',
    '[巴南区|place]办[生物展|program]。[远方公司|organization]和[远方大学|organization]。',
  ),
]);

export const GRAPH: KnowledgeGraph = STORE.graph;

export const CENTRE = 'organization:重庆RCEP投资贸易服务中心';
