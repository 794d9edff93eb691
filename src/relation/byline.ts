import type { Mention, Relation, Span } from '../types.ts';

/** 电头最长不过这些字。 */
const LONGEST = 80;
const ROLE = '(?:驻外|首席|全媒体|见习|实习|特约|本报)?(?:记者|記者|通讯员|通訊員)';
const NAMES = `(?:${ROLE})?[\\s、／/]*P+`;
/** 名称已代以种类的首字母：O机构、L地点、P人、G项目。 */
const BYLINE = new RegExp(
  `^[\\s【〔（(]*(?:本[报報])?O*[\\sL\\d月日年讯訊电電，,】]*[\\s（(〔【]*(?:${NAMES}[\\s、／/]*){1,6}L*(?:报道|報道|報導|摄影报道)?[）)〕】：:]`,
  'u',
);
const DATELINE =
  /^[\s【〔（(]*(?:O+|本[报報])[\sL\d月日年]*[电電讯訊](?!\p{Script=Han})[\s】）)〕]*/u;
/** 电头里必有的字。 */
const SIGN = /[者员員电電讯訊]/;
/** 通讯员不是报社的人。 */
const REPORTER = /((?:驻外|首席|全媒体|见习|实习|特约)?(?:记者|記者))((?:[\s　、／/]*P+)+)/gu;
const LETTER = { organization: 'O', place: 'L', person: 'P', program: 'G' } as const;

/** The head of a report: who wrote it for whom. */
export interface Byline {
  /** Names before this place are no part of what the report states. */
  readonly end: number;
  readonly relations: readonly Relation[];
}

/**
 * Read the head of a report: 大河报讯（记者 原野）, 新华社北京5月3日电.
 * @param text to which the offsets refer
 * @param mentions of the sentence, sorted by place
 */
export function bylineOf(
  text: string,
  sentence: Span,
  mentions: readonly Mention[],
): Byline | undefined {
  const { start: begin, end: last } = sentence;
  if (!SIGN.test(text.slice(begin, Math.min(last, begin + LONGEST)))) return undefined;
  const masked = mask(text, sentence, mentions);
  const match = BYLINE.exec(masked)?.[0];
  const head = match && /[者员員]/u.test(match) ? match : (DATELINE.exec(masked)?.[0] ?? '');
  if (head === '') return undefined;
  const end = sentence.start + head.length;
  const employer = mentions.find((m) => m.category === 'organization' && m.end <= end);
  const relations: Relation[] = [];
  for (const { 0: all, 1: label, index } of employer ? head.matchAll(REPORTER) : []) {
    const start = sentence.start + index;
    const predicate = { start, end: start + label!.length };
    for (const { category, ...person } of mentions) {
      if (category !== 'person' || person.start < start || person.end > start + all.length)
        continue;
      relations.push({
        head: { start: person.start, end: person.end },
        tail: { start: employer!.start, end: employer!.end },
        relation: 'office',
        label: label!,
        status: 'asserted',
        rule: 'byline',
        predicate,
      });
    }
  }
  return { end, relations };
}

/** The beginning of a sentence with each name as letters of its category, at the same offsets. */
function mask(text: string, { start, end }: Span, mentions: readonly Mention[]): string {
  const limit = Math.min(end, start + LONGEST);
  let masked = '';
  for (const mention of mentions) {
    if (mention.end > limit) break;
    masked += text.slice(start + masked.length, mention.start);
    masked += LETTER[mention.category].repeat(mention.end - mention.start);
  }
  return masked + text.slice(start + masked.length, limit);
}
