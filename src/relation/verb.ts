import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Relation, Status } from '../types.ts';
import { type Clause, coordinated, type Predicate } from './clause.ts';
import { reports, statusOf } from './status.ts';

/** 介词之后的名称不是主语：在A举办，向A供货。 */
const PREPOSITION =
  /(在|于|从|自|向|对|往|至|到|给|为|以|按|据|经|沿|随|随着|除|围绕|依托|根据|面向)[“「]?$/;
/** 主语和谓词之间出现这些词时，主宾另有安排。 */
const AGENT = /(由|被|获|受|经)[“「]?$/;
/** 在这些种类的关系里，主语不会是人。 */
const NO_PERSON: ReadonlySet<string> = new Set(['part', 'location']);
const PATIENT_MARKER = /(将|把)[“「]?$/;

/** Who does something in the sentence so far; carried from clause to clause until changed. */
export interface Topic {
  readonly subjects: readonly Mention[];
  /** What has been said of all that follows in the sentence: 据悉，…… */
  readonly status: Status;
}

/** 一个分句的主谓宾，主语缺省时承前。 */
export function verbRelations(
  clause: Clause,
  topic: Topic,
  lexicon: Lexicon,
): { relations: Relation[]; topic: Topic } {
  let current = topic;
  const own = subjectsBefore(clause, clause.predicates[0]?.start ?? clause.end);
  if (own.length > 0) current = { ...topic, subjects: own };
  if (reports(clause, lexicon)) current = { ...current, status: 'reported' };
  const relations = clause.predicates.flatMap((predicate, index) =>
    relationsOf(clause, predicate, index, current, lexicon),
  );
  return { relations, topic: current };
}

function relationsOf(
  clause: Clause,
  predicate: Predicate,
  index: number,
  topic: Topic,
  lexicon: Lexicon,
): Relation[] {
  const status = statusOf(clause, predicate, lexicon, topic.status);
  return argumentsOf(clause, predicate, index, topic).flatMap(({ heads, tails, rule }) =>
    pairs(heads, tails, predicate).map(([head, tail]) => ({
      head: { start: head.start, end: head.end },
      tail: { start: tail.start, end: tail.end },
      relation: predicate.relation,
      label: predicate.label,
      status,
      rule,
      predicate: { start: predicate.start, end: predicate.end },
    })),
  );
}

function pairs(
  heads: readonly Mention[],
  tails: readonly Mention[],
  { relation }: Predicate,
): [Mention, Mention][] {
  return heads
    .filter(({ category }) => category !== 'person' || !NO_PERSON.has(relation))
    .flatMap((head) =>
      tails
        .filter((tail) => tail.text !== head.text)
        .map((tail): [Mention, Mention] => [head, tail]),
    );
}

interface Arguments {
  readonly heads: readonly Mention[];
  readonly tails: readonly Mention[];
  readonly rule: string;
}

/** 这些谓词使宾语成为什么：A将B列为C，是A列为B，也是B列为C。 */
const MAKES = /(为|入|成)$/;

/** The logical subjects and objects of a predicate. */
function argumentsOf(
  clause: Clause,
  predicate: Predicate,
  index: number,
  topic: Topic,
): Arguments[] {
  const objects = objectsAfter(clause, predicate, index);
  const made = (heads: readonly Mention[], rule: string): Arguments[] =>
    MAKES.test(predicate.label) && objects.length > 0 ? [{ heads, tails: objects, rule }] : [];
  const agents = markedBefore(clause, predicate, index, AGENT);
  if (agents.length > 0) {
    const before = subjectsBefore(clause, agents[0]!.start);
    const patients = before.length > 0 ? before : topic.subjects;
    const become = made(patients, 'agent');
    const tails = become.length > 0 || objects.length === 0 ? patients : objects;
    return [{ heads: agents, tails, rule: 'agent' }, ...become];
  }
  const moved = markedBefore(clause, predicate, index, PATIENT_MARKER);
  if (moved.length > 0) {
    const rule = 'moved-object';
    return [{ heads: topic.subjects, tails: moved, rule }, ...made(moved, rule)];
  }
  if (objects.length === 0) return ownedPart(clause, predicate, topic);
  const relative = relativeHead(clause, predicate, objects);
  if (relative) return [relative];
  const own = subjectsBefore(clause, clause.predicates[0]!.start);
  const heads = own.length > 0 ? own : topic.subjects;
  const rule = own.length > 0 ? 'subject-verb-object' : 'carried-subject';
  return [{ heads, tails: objects, rule }];
}

/** 定语从句：位于巴南区的重庆数智产业园。 */
function relativeHead(
  clause: Clause,
  predicate: Predicate,
  objects: readonly Mention[],
): Arguments | undefined {
  const inner = clause.mentions.find((mention) => mention.start >= predicate.end)!;
  const head = objects[0]!;
  if (inner === head || clause.text.slice(inner.end, head.start) !== '的') return undefined;
  if (subjectsBefore(clause, predicate.start).length > 0) return undefined;
  return { heads: [head], tails: [inner], rule: 'relative-clause' };
}

/** A是B的子公司：谓词在两个名称之后。 */
function ownedPart(clause: Clause, predicate: Predicate, topic: Topic): Arguments[] {
  if (predicate.relation !== 'part') return [];
  const owner = clause.mentions.findLast((mention) => mention.end <= predicate.start);
  if (!owner || !/^[”」]?的(全资|控股)?$/.test(clause.text.slice(owner.end, predicate.start)))
    return [];
  return [{ heads: topic.subjects.filter((m) => m !== owner), tails: [owner], rule: 'owner' }];
}

/** Mentions before a position that can be subjects: the last group that no preposition governs. */
function subjectsBefore(clause: Clause, position: number): Mention[] {
  const { mentions, text } = clause;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i]!;
    if (mention.end > position) continue;
    const group = coordinated(clause, i).filter((m) => m.end <= position);
    const before = text.slice(clause.start, group[0]!.start);
    const governed = [PREPOSITION, AGENT, PATIENT_MARKER].some((marker) => marker.test(before));
    if (!governed && !isModifier(clause, mention)) return group;
    i -= group.length - 1;
  }
  return [];
}

/** 定语：名称之后紧跟“的”或另一个名称。 */
function isModifier({ text, mentions }: Clause, mention: Mention): boolean {
  return text[mention.end] === '的' || mentions.some((other) => other.start === mention.end);
}

/** Mentions that a marker such as 由 or 将 governs, between the predicate and the one before it. */
function markedBefore(
  clause: Clause,
  predicate: Predicate,
  index: number,
  marker: RegExp,
): Mention[] {
  const { mentions, text } = clause;
  const from = clause.predicates[index - 1]?.end ?? clause.start;
  const governed = mentions.findLastIndex(
    (m) =>
      m.start >= from && m.end <= predicate.start && marker.test(text.slice(clause.start, m.start)),
  );
  return governed < 0 ? [] : coordinated(clause, governed).filter((m) => m.end <= predicate.start);
}

/** The first group of mentions between the predicate and the next one. */
function objectsAfter(clause: Clause, predicate: Predicate, index: number): Mention[] {
  const limit = clause.predicates[index + 1]?.start ?? clause.end;
  const first = clause.mentions.findIndex((m) => m.start >= predicate.end && m.start < limit);
  if (first < 0) return [];
  // 由A主办、B承办：紧接下一个谓词的是它的主语，不是这一个的宾语。
  const { start, end } = clause.mentions[first]!;
  const isNextSubject =
    end === clause.predicates[index + 1]?.start && clause.text.slice(predicate.end, start) === '、';
  return isNextSubject ? [] : headsOfGroup(clause, first);
}

/** 定语套着中心语时取中心语：获批国家X试点 → X试点；A市的B公司 → B公司。 */
function headsOfGroup(clause: Clause, first: number): Mention[] {
  const { mentions, text } = clause;
  let index = first;
  while (
    mentions[index + 1] !== undefined &&
    /^(的)?[“「]?$/.test(text.slice(mentions[index]!.end, mentions[index + 1]!.start))
  ) {
    index++;
  }
  return coordinated(clause, index).filter((m) => m.start >= mentions[index]!.start);
}
