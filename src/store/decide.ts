import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Document, isSeq, visit } from 'yaml';
import { MailuoError } from '../errors.ts';
import { replaceFile } from '../replace.ts';
import { parseCuration } from './curation.ts';

/** A decision to be written, with its reason, and sentences that show it. */
export interface NewDecision {
  readonly decision: Readonly<Record<string, unknown>>;
  readonly reason: string;
  /** Written beside it as comments. Default: none. */
  readonly evidence?: readonly { readonly quote: string; readonly document: string }[];
}

/** Characters of a quote that a comment holds. */
const LONGEST_QUOTE = 80;

/**
 * Write decisions at the end of a file of decisions, which is made where there is none. What stands
 * in it stays, comments too.
 *
 * @example
 * const [{ decision, reason, evidence }] = review(store, { lexicon });
 * await appendDecisions('docs.curation.yaml', [{ decision, reason, evidence }]);
 *
 * @throws MailuoError `INVALID_FILE` with file and line when one is none, or contradicts another;
 * the file then is as it was
 */
export async function appendDecisions(
  file: string,
  decisions: readonly NewDecision[],
): Promise<void> {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const after = `${before}${gap}${decisions.map(decisionText).join('')}`;
  checkAppended(before, after, path.basename(file));
  await replaceFile(file, (path) => writeFile(path, after));
}

/** A file may be a list that cannot go on below: `[…]`, or one with an indent. */
function checkAppended(before: string, after: string, file: string): void {
  try {
    parseCuration(after, file);
  } catch (error) {
    if (!/no valid YAML|no list/.test((error as Error).message)) throw error;
    parseCuration(before, file);
    const said =
      'nothing can be written below; begin each decision with "- " at the start of a line';
    throw new MailuoError('INVALID_FILE', `${file}: ${said}`, { cause: error });
  }
}

/** A decision as it stands in a file of decisions. */
export function decisionText({ decision, reason, evidence = [] }: NewDecision): string {
  const document = new Document([{ ...decision, reason }]);
  visit(document, {
    Seq(_, node) {
      if (node !== document.contents && isSeq(node)) node.flow = true;
    },
  });
  const comments = evidence.map(({ quote, document: id }) => {
    const line = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
    return `# ${`${line} (${id})`.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029\ufeff]/gu, ' ')}\n`;
  });
  return `${comments.join('')}${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}
