/**
 * Builders of annotated documents, so that a test shows the case and nothing else:
 *
 *   annotated('a', '[何友生|person]介绍[巴南区|place]。', '何友生 --verb:介绍--> 巴南区')
 */

import fc from 'fast-check';
import type {
  AnnotatedDocument,
  Category,
  Mention,
  Relation,
  RelationKind,
  Sentence,
  Status,
} from '../../src/types.ts';

/** A name in a sentence. */
export interface Name {
  readonly name: string;
  readonly category: Category;
  readonly score: number;
}

export function name(text: string, category: Category = 'organization', score = 0.9): Name {
  return { name: text, category, score };
}

/** Something that every sentence with both names says. */
export interface Statement {
  readonly head: string;
  readonly relation: RelationKind;
  readonly label: string;
  readonly status: Status;
  readonly tail: string;
}

/**
 * A document in compact notation. Sentences end with 。 or a line break; a name is marked
 * `[name|category]` or `[name|category|score]`; a statement is
 * `head --relation:label--> tail` or `head --relation:label:status--> tail`.
 */
export function annotated(
  id: string,
  marked: string,
  ...statements: readonly string[]
): AnnotatedDocument {
  const sentences = marked.split(/(?<=[。\n])/).map(piecesOf);
  return documentOf(id, sentences, statements.map(statementOf));
}

/** Three documents, of which `b` prints `a` again with another headline, and `c` is an article of its own. */
export function withReprint(): AnnotatedDocument[] {
  const article = `[云岭茶业|organization]昨日在[石桥镇|place]举行春茶开采仪式，来自省内外的客商和茶农三百多人参加了活动。
[云岭茶业|organization]将在[石桥镇|place]新建一座冷库，并与供销合作社签订长期收购协议。`;
  return [
    annotated('a', `春茶开采\n${article}`),
    annotated('b', `晚报消息：今年的茶叶丰收了\n${article}`),
    annotated(
      'c',
      '[白沙大桥|program]合龙，项目经理说通车以后到[石桥镇|place]的车程从一个半小时缩短到二十分钟，[云岭茶业|organization]派人祝贺。',
    ),
  ];
}

/** A document from names and words, for names that the notation cannot hold. */
export function documentOf(
  id: string,
  sentences: readonly (readonly (string | Name)[])[],
  statements: readonly Statement[] = [],
): AnnotatedDocument {
  let text = '';
  const spans: Sentence[] = [];
  const mentions: Mention[] = [];
  const relations: Relation[] = [];
  for (const pieces of sentences) {
    const start = text.length;
    const own: Mention[] = [];
    for (const piece of pieces) {
      if (typeof piece !== 'string') own.push(mentionOf(text.length, piece));
      text += typeof piece === 'string' ? piece : piece.name;
    }
    const end = start + text.slice(start).trimEnd().length;
    if (end > start) spans.push({ start, end });
    mentions.push(...own);
    relations.push(...statements.flatMap((statement) => relationIn(own, statement)));
  }
  for (const { head, label, tail } of statements) {
    if (relations.some((relation) => relation.label === label)) continue;
    throw new Error(`no sentence of document ${id} names both ${head} and ${tail}`);
  }
  const title = `标题 ${id}`;
  return { id, title, text, segmenter: 'hand-made', sentences: spans, mentions, relations };
}

/** A document of sentences that each hold the names that are given, all organizations. */
export function listing(
  id: string,
  sentences: readonly (readonly string[])[],
  ...statements: readonly string[]
): AnnotatedDocument {
  return documentOf(
    id,
    // The number keeps sentences with the same names apart.
    sentences.map((names, i) => [
      `第${i}句：`,
      ...names.flatMap((text) => [name(text), '、']),
      '。\n',
    ]),
    statements.map(statementOf),
  );
}

function piecesOf(marked: string): (string | Name)[] {
  return marked
    .split(/(\[[^\]]+\])/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, text, category, score] = /^\[([^|]+)\|([a-z]+)(?:\|([\d.]+))?\]$/.exec(part) ?? [];
      return text ? name(text, category as Category, Number(score ?? 0.9)) : part;
    });
}

function statementOf(notation: string): Statement {
  const parts = /^(.+) --([a-z-]+):([^:]+?)(?::([a-z]+))?--> (.+)$/.exec(notation);
  if (!parts) throw new Error(`not "head --relation:label--> tail": ${notation}`);
  const [, head, relation, label, status = 'asserted', tail] = parts;
  return { head, relation, label, status, tail } as Statement;
}

function mentionOf(start: number, { name: text, category, score }: Name): Mention {
  return { start, end: start + text.length, text, category, rule: 'hand-made', score };
}

function relationIn(mentions: readonly Mention[], statement: Statement): Relation[] {
  const spanOf = (text: string) => {
    const found = mentions.find((mention) => mention.text === text);
    return found && { start: found.start, end: found.end };
  };
  const { relation, label, status } = statement;
  const head = spanOf(statement.head);
  const tail = spanOf(statement.tail);
  return head && tail ? [{ head, tail, relation, label, status, rule: 'hand-made' }] : [];
}

/** Names that mean each other in some documents, differ in width, or change their category. */
const RANDOM_NAMES = [
  name('重庆智翔金泰公司'),
  name('智翔金泰'),
  name('巴南区', 'place'),
  name('巴南区', 'organization', 0.4),
  name('何友生', 'person'),
  name('ＲＣＥＰ服务中心'),
  name('RCEP服务中心'),
  name('重庆RCEP投资贸易服务中心'),
  name('东盟公路班车', 'program'),
];
const RANDOM_STATEMENTS = [
  '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
  'RCEP服务中心 --alias-of:又称--> 重庆RCEP投资贸易服务中心',
  '重庆RCEP投资贸易服务中心 --alias-of:以下简称--> RCEP服务中心',
  '智翔金泰 --location:位于--> 巴南区',
  '智翔金泰 --verb:落户:planned--> 巴南区',
  '何友生 --verb:介绍--> 巴南区',
].map(statementOf);

/** Any few documents with distinct ids, in any order: short texts of few names, so that they collide. */
export const randomDocuments: fc.Arbitrary<AnnotatedDocument[]> = fc
  .uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map(randomDocument)));

function randomDocument(id: string): fc.Arbitrary<AnnotatedDocument> {
  const word = fc.constantFrom('介绍', '，', '同', '位于', '！', '');
  const part = fc.tuple(fc.constantFrom(...RANDOM_NAMES), word);
  const sentence = fc.array(part, { maxLength: 5 }).map((parts) => [...parts.flat(), '。\n']);
  return fc
    .tuple(fc.array(sentence, { maxLength: 5 }), fc.subarray(RANDOM_STATEMENTS))
    .map(([sentences, statements]) => documentOf(id, sentences, possible(sentences, statements)));
}

function possible(
  sentences: readonly (readonly (string | Name)[])[],
  statements: readonly Statement[],
): Statement[] {
  const namesOf = sentences.map((pieces) =>
    pieces.map((piece) => (typeof piece === 'string' ? '' : piece.name)),
  );
  return statements.filter(({ head, tail }) =>
    namesOf.some((names) => names.includes(head) && names.includes(tail)),
  );
}
