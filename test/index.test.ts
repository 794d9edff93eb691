import { expect, test } from 'vitest';
import * as mailuo from '../src/index.ts';

/** What programs may rely on: a change here is a change of the version. */
test('the public API has these names and no others', () => {
  expect(Object.keys(mailuo).sort()).toEqual([
    'CATEGORIES',
    'CATEGORY_COLORS',
    'FORMATS',
    'MailuoError',
    'RELATION_KINDS',
    'STATUSES',
    'VERSION',
    'annotate',
    'buildGraph',
    'buildStore',
    'candidates',
    'conflicts',
    'createApp',
    'edgesBetween',
    'evaluate',
    'evidence',
    'loadKnowledge',
    'neighbors',
    'openStore',
    'parseGold',
    'path',
    'preferences',
    'readGold',
    'readStopNames',
    'readUserNames',
    'reduce',
    'resolve',
    'saveStore',
    'search',
    'toCsv',
    'toGexf',
    'toGraphml',
    'toJson',
    'view',
    'writeGraph',
  ]);
});
