import { describe, expect, it, test } from 'vitest';
import { MailuoError } from '../../src/errors.ts';
import { parseAnnotated, parseDocument } from '../../src/store/lines.ts';
import { annotated } from '../helpers/documents.ts';

const PLACE = 'all.jsonl:7';
const VALID = annotated(
  'a',
  '[何友生|person]介绍[巴南区|place]。',
  '何友生 --verb:介绍:reported--> 巴南区',
);

/** The message with which a line is refused. */
function refusal(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(MailuoError);
    expect(error).toMatchObject({ code: 'INVALID_FILE' });
    return (error as Error).message;
  }
  throw new Error('was accepted');
}

describe('a line that holds a document', () => {
  const ACCEPTED: [line: string, expected: object][] = [
    ['{"id":"1","text":"巴南区。"}', { id: '1', text: '巴南区。' }],
    ['{"id":"1","text":"","title":"标题"}', { id: '1', text: '', title: '标题' }],
    ['{"id":"1","text":"a","date":"2024-03-18"}', { id: '1', text: 'a', date: '2024-03-18' }],
    ['{"id":"1","text":"a","date":"3月18日"}', { id: '1', text: 'a' }],
    ['{"id":"1","text":"a","date":20240318}', { id: '1', text: 'a' }],
    ['{"id":"1","text":"a","colour":"red"}', { id: '1', text: 'a' }],
  ];
  it.each(ACCEPTED)('may be %s', (line, expected) => {
    expect(parseDocument(line, PLACE)).toEqual(expected);
  });

  const REFUSED: [line: string, message: RegExp][] = [
    ['', /no valid JSON/],
    ['巴南区。', /no valid JSON/],
    ['{"id":"1","text":', /no valid JSON/],
    ['null', /the line/],
    ['[]', /id/],
    ['"巴南区"', /the line/],
    ['{"text":"a"}', /id/],
    ['{"id":"","text":"a"}', /id/],
    ['{"id":1,"text":"a"}', /id: .*string.*1/],
    ['{"id":"1"}', /text/],
    ['{"id":"1","text":null}', /text: .*string.*null/],
    ['{"id":"1","text":"a","title":3}', /title/],
  ];
  it.each(REFUSED)('may not be %s', (line, message) => {
    const found = refusal(() => parseDocument(line, PLACE));
    expect(found).toMatch(message);
    expect(found.startsWith(`${PLACE}: `)).toBe(true);
  });
});

describe('a line that holds an annotated document', () => {
  test('is read as it was written', () => {
    expect(parseAnnotated(JSON.stringify(VALID), PLACE)).toEqual(VALID);
  });

  test('may tell where the predicate stands', () => {
    const [relation] = VALID.relations;
    const relations = [{ ...relation!, predicate: { start: 3, end: 5 } }];
    const document = { ...VALID, relations };
    expect(parseAnnotated(JSON.stringify(document), PLACE)).toEqual(document);
  });

  test('may tell when, how much and who says so', () => {
    const [relation] = VALID.relations;
    const time = { start: 0, end: 2, text: '去年', value: '2023' };
    const quantity = [{ start: 3, end: 6, text: '2万吨', value: 20000, unit: '吨', of: '产量' }];
    const relations = [{ ...relation!, source: { start: 0, end: 3 }, time, quantity }];
    const document = { ...VALID, date: '2024-03-18', relations };
    expect(parseAnnotated(JSON.stringify(document), PLACE)).toEqual(document);
  });

  const [mention] = VALID.mentions;
  const [relation] = VALID.relations;
  const REFUSED: [what: string, change: object, message: RegExp][] = [
    ['no title', { title: undefined }, /title/],
    ['no sentences', { sentences: undefined }, /sentences/],
    ['a sentence before the text', { sentences: [{ start: -1, end: 2 }] }, /sentences\.0\.start/],
    ['a sentence between two characters', { sentences: [{ start: 0.5, end: 2 }] }, /0\.start/],
    ['a mention of no category', { mentions: [{ ...mention, category: 'animal' }] }, /category/],
    ['a score above 1', { mentions: [{ ...mention, score: 1.5 }] }, /mentions\.0\.score/],
    ['an offset that is text', { mentions: [{ ...mention, start: '0' }] }, /mentions\.0\.start/],
    ['a relation of no kind', { relations: [{ ...relation, relation: 'love' }] }, /relation/],
    ['a status of no kind', { relations: [{ ...relation, status: 'maybe' }] }, /status/],
    ['a date of another kind', { date: '3月18日' }, /date: no date/],
    [
      'a quantity without unit',
      { relations: [{ ...relation, quantity: [{ start: 0, end: 1, text: '2', value: 2 }] }] },
      /quantity\.0\.unit/,
    ],
    ['two mentions at one place', { mentions: [mention, mention] }, /two mentions begin at 0/],
    [
      'a time that is no date',
      { relations: [{ ...relation, time: { start: 0, end: 1, text: '今', value: '<script>' } }] },
      /time\.value: no date/,
    ],
    [
      'a time that is half a range',
      { relations: [{ ...relation, time: { start: 0, end: 1, text: '今', value: '2024/' } }] },
      /time\.value: no date/,
    ],
    ['a relation without tail', { relations: [{ ...relation, tail: undefined }] }, /tail/],
    [
      'a mention that stands one to the right',
      { mentions: [{ ...mention, start: mention!.start + 1, end: mention!.end + 1 }] },
      /何友生.* 1-4/,
    ],
    [
      'a mention behind the text',
      { mentions: [{ ...mention, start: 100, end: 103 }] },
      /何友生.* 100-103/,
    ],
    [
      'offsets that count characters where a code unit pair comes before',
      { text: `😀${VALID.text}`, mentions: [{ ...mention, start: 1, end: 4 }] },
      /UTF-16/,
    ],
  ];
  it.each(REFUSED)('may not have %s', (_, change, message) => {
    const found = refusal(() => parseAnnotated(JSON.stringify({ ...VALID, ...change }), PLACE));
    expect(found).toMatch(message);
    expect(found.startsWith(`${PLACE}: `)).toBe(true);
  });
});

it('refuses a mention that stands in no sentence, and one without text', () => {
  const stray = { ...VALID, sentences: [{ start: 0, end: 3 }] };
  expect(refusal(() => parseAnnotated(JSON.stringify(stray), PLACE))).toContain(
    'is in no sentence',
  );
  const [first] = VALID.mentions;
  const empty = { ...VALID, mentions: [{ ...first!, end: first!.start, text: '' }] };
  expect(refusal(() => parseAnnotated(JSON.stringify(empty), PLACE))).toContain(PLACE);
});
