import type { SentenceView } from '../entity/candidates.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { MAX_SENTENCE } from '../segment/sentences.ts';
import type { Mention, Relation } from '../types.ts';
import { type Proposals, proposals } from './candidates.ts';
import { circumstancesOf } from './circumstance.ts';
import { opening } from './discourse.ts';
import type { Candidate } from './propose.ts';
import { type Scorer, scoresOf } from './scorer.ts';
import {
  type OpenQuotation,
  quotationBefore,
  type Speech,
  speakerAt,
  speakerOf,
  speechesOf,
} from './speech.ts';
import { reports, statusOf } from './status.ts';

/** What finding relations needs to know. */
export interface RelationKnowledge {
  readonly lexicon: Lexicon;
  readonly scorer: Scorer;
}

/**
 * Probability from which a candidate is a statement, that its names are right included. The best F1 in
 * cross-validation on gold/train is there; a lower one says more of broadcast news, and more often what
 * is wrong.
 */
const LIKELY = 0.25;
/** 某地某处：没有词语说它在那里，两个名称都要可靠。 */
const LIKELY_SEAT = 0.6;

/** 职务直接在姓名前后的，不因句子说将来的事而是将来的：将会见某国总统某某；也没有时间和说话人。 */
const APPOSED = new Set([
  'title-between',
  'title-chain',
  'title-shared',
  'carried-employer',
  'apposition',
  'seat',
]);

/**
 * Find what a document states about its mentions, sentence by sentence.
 * @param sentences with the mentions that lie in them, sorted by place
 * @param date of the document, against which 去年 is resolved
 */
export function findRelations(
  sentences: readonly (readonly [SentenceView, readonly Mention[]])[],
  knowledge: RelationKnowledge,
  date?: string,
): Relation[] {
  const relations: Relation[] = [];
  let discourse = opening(sentences.flatMap(([, mentions]) => mentions));
  let quoted: OpenQuotation | undefined;
  for (const [sentence, mentions] of sentences) {
    if (mentions.length === 0) continue;
    const proposed = proposals(sentence, mentions, discourse, knowledge.lexicon);
    const { units, clauses, reporters } = proposed;
    const speeches = speechesOf(units, clauses, speakerAt(sentence, quoted));
    const words = quotationBefore(sentence, units, clauses);
    if (words) attribute(relations, words);
    relations.push(...reporters, ...statementsOf(sentence, proposed, speeches, knowledge, date));
    discourse = proposed.discourse;
    const open = speeches.find((speech) => speech.open);
    quoted = open && { speaker: open.speaker, end: sentence.end };
  }
  return relations;
}

/** Say whose words the statements of a quotation are, once the speaker is named after it. */
function attribute(
  relations: Relation[],
  { speaker, start }: { readonly speaker: Mention; readonly start: number },
): void {
  for (let i = relations.length - 1; i >= 0; i--) {
    const relation = relations[i]!;
    const place = (relation.predicate ?? relation.head).start;
    // 一句之中的关系不按先后排列。
    if (place < start - MAX_SENTENCE) break;
    if (place < start || relation.source || APPOSED.has(relation.rule)) continue;
    relations[i] = { ...relation, source: { start: speaker.start, end: speaker.end } };
  }
}

interface Scored {
  readonly head: Mention;
  readonly tail: Mention;
  readonly candidate: Candidate;
  readonly score: number;
}

function statementsOf(
  sentence: SentenceView,
  proposed: Proposals,
  speeches: readonly Speech[],
  { lexicon, scorer }: RelationKnowledge,
  date: string | undefined,
): Relation[] {
  const { text } = sentence;
  const { units, clauses, candidates, from } = proposed;
  const scored = withoutPartners(
    best(
      subjects(candidates, scoresOf(proposed, scorer)).flatMap(([candidate, score]) =>
        pairs(candidate, score),
      ),
    ),
  );
  const stated = scored.map(({ candidate }) => candidate).filter(({ rule }) => !APPOSED.has(rule));
  const circumstances = circumstancesOf(sentence, units, clauses, stated, from, date);
  return scored.map(({ head, tail, score, candidate: { predicate, clause, rule } }) => {
    const before = clauses.slice(0, clauses.indexOf(clause));
    const said = before.map((other) => reports(other, units, text, lexicon)).find(Boolean);
    const apposed = APPOSED.has(rule);
    const source = apposed ? undefined : speakerOf(speeches, predicate, head, units);
    return {
      head: { start: head.start, end: head.end },
      tail: { start: tail.start, end: tail.end },
      relation: predicate.kind,
      label: predicate.label,
      status: apposed ? 'asserted' : statusOf(units, clause, predicate, text, lexicon, said),
      rule,
      score: likelihood(head, tail, score),
      ...(predicate.end > predicate.start && {
        predicate: { start: predicate.start, end: predicate.end },
      }),
      ...(source && { source: { start: source.start, end: source.end } }),
      ...(!apposed && circumstances.get(predicate.start)),
    };
  });
}

/** 共同做的事有几个主体。 */
const JOINT = /^(?:共同|联合|携手|合资|合作)/;

/**
 * Of the statements of one predicate and object the likeliest, or of those that several share each
 * one's; an office is one person's.
 */
function subjects(
  candidates: readonly Candidate[],
  scores: readonly number[],
): (readonly [Candidate, number])[] {
  const chosen = new Map<string, readonly [Candidate, number]>();
  const ends = new Map<string, number>();
  for (const candidate of candidates) {
    const key = nounKey(candidate);
    ends.set(key, Math.max(ends.get(key) ?? 0, candidate.predicate.end));
  }
  for (const [i, candidate] of candidates.entries()) {
    const score = scores[i]!;
    const { predicate, tails } = candidate;
    const least = candidate.rule === 'seat' ? LIKELY_SEAT : LIKELY;
    if (likelihood(candidate.heads[0]!, tails[0]!, score) < least) continue;
    if (predicate.end < ends.get(nounKey(candidate))!) continue;
    const object = predicate.kind === 'office' ? '' : tails[0]!.start;
    const subject = JOINT.test(predicate.label) ? candidate.heads[0]!.start : '';
    const key = `${predicate.start}-${object}-${predicate.label}-${subject}`;
    const other = chosen.get(key);
    if (!other || other[1] < score) chosen.set(key, [candidate, score]);
  }
  return [...chosen.values()];
}

/**
 * Probability that the text states it, and that its names are right; two decimals.
 * @param score log odds that the text states it, if its names are right
 */
function likelihood(head: Mention, tail: Mention, score: number): number {
  return Math.round((100 * head.score * tail.score) / (1 + Math.exp(-score))) / 100;
}

/** 同样的两个名称之间，成员单位不是成员；动词各是各的。 */
function nounKey({ predicate: { kind, start, end }, heads, tails }: Candidate): string {
  return `${kind}-${start}-${kind === 'verb' ? end : ''}-${heads[0]!.start}-${tails[0]!.start}`;
}

/** 甲与乙共同设立丙：甲乙都设立丙，甲不设立乙。 */
function withoutPartners(scored: readonly Scored[]): Scored[] {
  const actors = new Map<string, Set<string>>();
  const keyOf = ({ predicate }: Candidate, tail: Mention) => `${predicate.start}-${tail.text}`;
  for (const { head, tail, candidate } of scored) {
    if (!JOINT.test(candidate.predicate.label)) continue;
    const key = keyOf(candidate, tail);
    actors.set(key, (actors.get(key) ?? new Set()).add(head.text));
  }
  return scored.filter(({ head, tail, candidate }) => {
    if (!JOINT.test(candidate.predicate.label)) return true;
    return !scored.some(
      (other) =>
        other.candidate.predicate.start === candidate.predicate.start &&
        other.tail !== tail &&
        [head, tail].every(({ text }) => actors.get(keyOf(candidate, other.tail))?.has(text)),
    );
  });
}

function pairs(candidate: Candidate, score: number): Scored[] {
  return candidate.heads.flatMap((head) =>
    candidate.tails.flatMap((tail) =>
      head.text === tail.text ? [] : [{ head, tail, candidate, score }],
    ),
  );
}

/** One predicate for a pair and sentence, the likeliest; offices may be many. */
function best(scored: readonly Scored[]): Scored[] {
  const chosen = new Map<string, Scored>();
  for (const item of scored) {
    const { kind, label } = item.candidate.predicate;
    const names = [item.head.text, item.tail.text].sort();
    const key = [
      ...names,
      kind === 'office' || item.candidate.rule.startsWith('title') ? label : '',
    ].join('\n');
    const other = chosen.get(key);
    if (!other || other.score < item.score) chosen.set(key, item);
  }
  return [...chosen.values()];
}
