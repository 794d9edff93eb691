import type { SentenceView } from '../entity/candidates.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, RelationKind, Span, Token } from '../types.ts';

/** A predicate of the lexicon where it stands in the text. */
export interface Predicate extends Span {
  readonly label: string;
  readonly relation: RelationKind;
}

/** 分句：逗号、分号、冒号之间的部分，是关系抽取的单位。 */
export interface Clause extends Span {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Those that are not part of a name. */
  readonly predicates: readonly Predicate[];
}

const CLAUSE_BREAK = new Set('，,；;：:。！？!?');

/** Split a sentence into clauses. Marks inside a name or between the items of a list do not split. */
export function splitClauses(
  sentence: SentenceView,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Clause[] {
  const { text, tokens } = sentence;
  const clauses: Clause[] = [];
  let start = sentence.start;
  const close = (end: number) => {
    const within = (span: Span) => span.start >= start && span.end <= end;
    const inside = mentions.filter(within);
    const words = tokens.filter(within);
    const predicates = predicatesOf(text, words, inside, lexicon);
    clauses.push({ start, end, text, tokens: words, mentions: inside, predicates });
    start = end;
  };
  for (const token of tokens) {
    const inName = mentions.some((m) => m.start <= token.start && token.end <= m.end);
    if (CLAUSE_BREAK.has(token.text) && !inName) close(token.end);
  }
  if (start < sentence.end) close(sentence.end);
  return clauses;
}

function predicatesOf(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Predicate[] {
  const found: Predicate[] = [];
  const ends = new Set(tokens.map((token) => token.end));
  let after = -1;
  for (const { start } of tokens) {
    if (start < after || mentions.some((m) => m.start <= start && start < m.end)) continue;
    const match = lexicon.predicates.longestAt(text, start);
    if (!match || !ends.has(match.end)) continue;
    found.push({
      start,
      end: match.end,
      label: text.slice(start, match.end),
      relation: match.value,
    });
    after = match.end;
  }
  return found;
}

/** 并列：名称之间只有顿号、“和”“与”等，或括号里的说明。 */
const COORDINATION =
  /^[\s“”"‘’「」《》]*([、及]|和|与|以及|同|并|暨|联合|会同|携手)[\s“”"‘’「」《》]*$/;

/** The mentions that are coordinated with the one at `index`, in the order of the text: A、B和C. */
export function coordinated(clause: Clause, index: number): Mention[] {
  const { mentions, text } = clause;
  const joined = (left: number) =>
    mentions[left] !== undefined &&
    mentions[left + 1] !== undefined &&
    COORDINATION.test(text.slice(mentions[left]!.end, mentions[left + 1]!.start));
  let first = index;
  let last = index;
  while (joined(first - 1)) first--;
  while (joined(last)) last++;
  return mentions.slice(first, last + 1);
}
