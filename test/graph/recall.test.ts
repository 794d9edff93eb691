import { describe, expect, it } from 'vitest';
import { recallNames } from '../../src/graph/recall.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { annotated } from '../helpers/documents.ts';

const sureOf = (id: string, name: string, category = 'organization') =>
  annotated(id, `[${name}|${category}]发布公告。`);

/** The names that are recalled in the last document. */
function recalled(...documents: AnnotatedDocument[]): string[] {
  return recallNames(documents)
    .at(-1)!
    .mentions.filter(({ rule }) => rule === 'corpus-memory')
    .map(({ start, text, category }) => `${start} ${text} ${category}`);
}

const unsure = (document: AnnotatedDocument): AnnotatedDocument => ({
  ...document,
  mentions: document.mentions.map((mention) => ({ ...mention, score: 0.6 })),
});

describe('the memory of a corpus', () => {
  it.each([
    {
      title: 'finds a name that two other documents are sure of',
      documents: [
        sureOf('a', '青石港务'),
        sureOf('b', '青石港务'),
        annotated('c', '据青石港务消息。'),
      ],
      expected: ['1 青石港务 organization'],
    },
    {
      title: 'asks for two documents',
      documents: [sureOf('a', '青石港务'), annotated('c', '据青石港务消息。')],
      expected: [],
    },
    {
      title: 'asks for sure mentions',
      documents: [
        unsure(sureOf('a', '青石港务')),
        sureOf('b', '青石港务'),
        annotated('c', '据青石港务消息。'),
      ],
      expected: [],
    },
    {
      title: 'asks for one category',
      documents: [
        sureOf('a', '青石港务'),
        sureOf('b', '青石港务'),
        sureOf('c', '青石港务', 'place'),
        annotated('d', '据青石港务消息。'),
      ],
      expected: [],
    },
    {
      title: 'does not know short names again, which may be parts of words',
      documents: [sureOf('a', '文联'), sureOf('b', '文联'), annotated('c', '中文联系人。')],
      expected: [],
    },
    {
      title: 'leaves mentions alone that overlap with the name',
      documents: [
        sureOf('a', '青石港务'),
        sureOf('b', '青石港务'),
        annotated('c', '据[青石港务集团|organization]消息。'),
      ],
      expected: [],
    },
    {
      title: 'doubts a name that is mostly something else',
      documents: [
        sureOf('a', '高质量发'),
        sureOf('b', '高质量发'),
        annotated('c', '高质量发展，高质量发展，高质量发展。'),
      ],
      expected: [],
    },
  ])('$title', ({ documents, expected }) => {
    expect(recalled(...documents)).toEqual(expected);
  });

  it('gives the same when it is asked again, and forgets names with their documents', () => {
    const documents = [
      sureOf('a', '青石港务'),
      sureOf('b', '青石港务'),
      annotated('c', '据青石港务消息。'),
    ];
    const once = recallNames(documents);
    expect(recallNames(once)).toEqual(once);
    expect(recallNames(once.slice(1)).at(-1)!.mentions).toEqual([]);
  });
});
