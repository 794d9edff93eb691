import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judged, readCorpus } from '../../src/evaluate/corpus.ts';
import { annotated } from '../helpers/documents.ts';
import { folderWith } from '../ingest/folder.ts';

const LINE =
  '{"text":"陈立群到青川。","entities":[{"start":0,"end":3,"type":"nr"},{"start":4,"end":6,"type":"ns"}]}';

async function read(files: Record<string, string>, labels?: string) {
  const folder = folderWith(files);
  return readCorpus(path.join(folder, 'a.dev.jsonl'), labels && path.join(folder, labels));
}

describe('readCorpus', () => {
  const MAPS: [title: string, files: Record<string, string>, labels?: string][] = [
    ['a map of types in the file that is given', { 'l.json': '{"nr":"PER","ns":null}' }, 'l.json'],
    ['a map beside the corpus', { 'label_map.json': '{"nr":"person"}' }],
    [
      'the map of the corpus in a map of corpora',
      { 'label_map.json': '{"ner_b":{"ns":"PER"},"ner_a":{"nr":"PER","ns":"WORK"}}' },
    ],
  ];
  it.each(MAPS)('takes the types from %s', async (_, files, labels) => {
    const { documents, categories } = await read(
      { ...files, 'a.dev.jsonl': `${LINE}\n\n` },
      labels,
    );
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      id: 'a.dev.jsonl:1',
      mentions: [{ start: 0, end: 3, text: '陈立群', category: 'person', canonical: '陈立群' }],
      unjudged: [{ start: 4, end: 6 }],
    });
    expect([...categories]).toEqual(['person']);
  });

  it('takes types for categories where there is no map', async () => {
    const line = LINE.replace('"nr"', '"PER"').replace('"ns"', '"place"');
    const { documents, categories } = await read({ 'a.dev.jsonl': line });
    expect(documents[0]!.mentions.map((m) => m.category)).toEqual(['person', 'place']);
    expect([...categories]).toEqual(['person', 'place']);
  });

  const BROKEN: [title: string, files: Record<string, string>, code: string, message: RegExp][] = [
    ['a line is not JSON', { 'a.dev.jsonl': `${LINE}\n{` }, 'INVALID_FILE', /^a\.dev\.jsonl:2: /],
    ['a field lacks', { 'a.dev.jsonl': '{"text":"甲"}' }, 'INVALID_FILE', /:1: entities: /],
    [
      'an entity ends behind the text',
      { 'a.dev.jsonl': '{"text":"甲","entities":[{"start":0,"end":2,"type":"PER"}]}' },
      'INVALID_FILE',
      /:1: entity 0-2 .* text of 1/,
    ],
    [
      'the map does not know the corpus',
      { 'a.dev.jsonl': LINE, 'label_map.json': '{"ner_b":{"nr":"PER"}}' },
      'NOT_FOUND',
      /label_map\.json: no map for the corpus "a"; it has ner_b/,
    ],
  ];
  it.each(BROKEN)('says where the mistake is when %s', async (_, files, code, message) => {
    await expect(read(files)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});

describe('judged', () => {
  const gold = {
    ...{ id: 'a', title: '', text: '《青川往事》写的是青川的陈立群。', relations: [] },
    mentions: [{ start: 12, end: 15, text: '陈立群', category: 'person', canonical: '陈立群' }],
    unjudged: [{ start: 0, end: 6 }],
  } as const;
  const CASES: [title: string, found: string, kept: string[]][] = [
    ['a right mention', '《青川往事》写的是青川的[陈立群|person]。', ['陈立群']],
    ['a spurious one', '《青川往事》[写的|person]是青川的陈立群。', ['写的']],
    ['none of a category that is not marked', '《青川往事》写的是[青川|place]的陈立群。', []],
    ['none in a name of another type', '《[青川|person]往事》写的是青川的陈立群。', []],
  ];
  it.each(CASES)('keeps %s', (_, found, kept) => {
    const { mentions } = judged(annotated('a', found), gold, new Set(['person'] as const));
    expect(mentions.map((mention) => mention.text)).toEqual(kept);
  });
});
