import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Relation } from '../types.ts';
import type { Clause } from './clause.ts';
import { statusOf } from './status.ts';

/** 机构与姓名之间职务的长度上限。 */
const LONGEST_TITLE = 18;
/** 职务之后、任职动词：X任Y局长。 */
const APPOINTS =
  /(任|出任|担任|兼任|当选|当选为|任命为|受聘为|接任|升任|转任|调任|改任|继任|是|为)$/;
/** 报名之后的记者署名：大河报讯（记者 原野）；电头的地名不是供职单位。 */
const BYLINE = /^讯?\s*[（(]?\s*((?:首席|全媒体)?(?:记者|通讯员))\s*$/;
const REPORTER = /(记者|通讯员)$/;

/** 职务：巴南区委书记何友生；何友生任巴南区委书记；大河报讯（记者 原野）。 */
export function* officeRelations(clause: Clause, lexicon: Lexicon): Generator<Relation> {
  const { mentions } = clause;
  for (const [index, employer] of mentions.entries()) {
    if (employer.category !== 'organization' && employer.category !== 'place') continue;
    const next = mentions[index + 1];
    if (next?.category === 'person') yield* titleBetween(clause, employer, next, lexicon);
    yield* titleAfter(clause, index, lexicon);
  }
}

/** 机构 + 职务 + 姓名。 */
function* titleBetween(
  { text }: Clause,
  employer: Mention,
  person: Mention,
  lexicon: Lexicon,
): Generator<Relation> {
  const between = text.slice(employer.end, person.start);
  const byline = BYLINE.exec(between)?.[1];
  if (byline) {
    const start = employer.end + between.indexOf(byline);
    if (employer.category === 'organization')
      yield office(person, employer, { label: byline, start }, 'byline');
    return;
  }
  const titles = titlesIn(between, employer.end, lexicon);
  for (const title of titles) yield office(person, employer, title, 'title-between');
}

/** 姓名 + 任 + 机构 + 职务。 */
function* titleAfter(clause: Clause, index: number, lexicon: Lexicon): Generator<Relation> {
  const employer = clause.mentions[index]!;
  const person = clause.mentions.slice(0, index).findLast((m) => m.category === 'person');
  if (!person) return;
  const lead = clause.text.slice(person.end, employer.start);
  if (lead.length > LONGEST_TITLE || !APPOINTS.test(lead.trim())) return;
  const end = clause.mentions[index + 1]?.start ?? clause.end;
  const after = clause.text.slice(employer.end, Math.min(end, employer.end + LONGEST_TITLE));
  const titles = titlesIn(/^[^，,。；;！？!?（(]*/.exec(after)![0], employer.end, lexicon);
  const status = statusOf(clause, employer, lexicon);
  for (const title of titles) yield { ...office(person, employer, title, 'title-after'), status };
}

interface Title {
  readonly label: string;
  readonly start: number;
}

/** 职务可以并列：市委常委、副市长；董事长兼总经理。 */
function titlesIn(between: string, start: number, lexicon: Lexicon): Title[] {
  if (between.length > LONGEST_TITLE) return [];
  const titles: Title[] = [];
  for (const match of between.matchAll(/[^、兼\s和]+/g)) {
    const label = match[0].replace(/^[)）”」]?(的|原|前|时任|现任)?/, '');
    const isTitle =
      /^\p{Script=Han}+$/u.test(label) && !REPORTER.test(label) && endsWithTitle(label, lexicon);
    if (!isTitle) return titles;
    titles.push({ label, start: start + match.index + match[0].length - label.length });
  }
  return titles;
}

function endsWithTitle(label: string, { titles }: Lexicon): boolean {
  return titles.longestBefore(label, label.length, 0) !== undefined;
}

function office(person: Mention, employer: Mention, title: Title, rule: string): Relation {
  return {
    head: { start: person.start, end: person.end },
    tail: { start: employer.start, end: employer.end },
    relation: 'office',
    label: title.label,
    status: 'asserted',
    rule,
    predicate: { start: title.start, end: title.start + title.label.length },
  };
}
