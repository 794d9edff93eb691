import type { Mention, Relation } from '../types.ts';
import { mentionAt } from './candidates.ts';

/** 简称的定义紧跟在全称之后：（以下简称“X”）（下称X）（简称X）。 */
const DEFINITION =
  /[（(]\s*(?:以下|下文|以下统|下)?(?:简称|称|统称)[为:：]?\s*[“"「‘]?([^“”"「」‘’（）()，。；\n]{2,16})[”"」’]?\s*[）)]/g;

/** A short name, where it is defined, and the mention that it stands for. */
export interface AliasDefinition {
  readonly short: Mention;
  readonly full: Mention;
}

/**
 * Find the short names that a document defines.
 * @param mentions sorted by place; a definition counts when one of them ends right before it
 */
export function findAliases(text: string, mentions: readonly Mention[]): AliasDefinition[] {
  const endingAt = new Map(mentions.map((mention) => [mention.end, mention]));
  const definitions: AliasDefinition[] = [];
  for (const match of text.matchAll(DEFINITION)) {
    const full = fullName(text, match.index, endingAt);
    const name = match[1]!.trim();
    if (!full || name.length >= full.text.length) continue;
    const start = match.index + match[0].indexOf(name);
    const span = { start, end: start + name.length };
    const found = { category: full.category, rule: 'alias-definition', score: 0.95 };
    definitions.push({ short: mentionAt(text, span, found), full });
  }
  return definitions;
}

/** The mention that ends where the bracket opens, a closing quotation mark between them allowed. */
function fullName(
  text: string,
  bracket: number,
  endingAt: ReadonlyMap<number, Mention>,
): Mention | undefined {
  const quoted = /[”"」]/.test(text[bracket - 1] ?? '') ? 1 : 0;
  return endingAt.get(bracket - quoted);
}

/** The statement that a short name stands for a full one, for linking. */
export function aliasRelation({ short, full }: AliasDefinition): Relation {
  return {
    head: { start: short.start, end: short.end },
    tail: { start: full.start, end: full.end },
    relation: 'alias-of',
    label: '简称',
    status: 'asserted',
    rule: short.rule,
  };
}
