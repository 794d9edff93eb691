import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Command, InvalidArgumentError, Option } from 'commander';
import * as v from 'valibot';
import { MailuoError } from '../errors.ts';
import { STDIN } from '../ingest/files.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { PROPOSAL_KINDS, type Proposal, type ProposalKind } from '../review/proposal.ts';
import { review } from '../review/review.ts';
import { curationFile } from '../store/curation.ts';
import { appendDecisions, type NewDecision } from '../store/decide.ts';
import { openStore } from '../store/file.ts';
import { curationFor, curationOption } from './curation.ts';
import { graphArgument, jsonOption, limitOption, listOf } from './options.ts';
import { faint, message, print, printJson, strong } from './output.ts';

interface ReviewCommand {
  readonly kind?: readonly ProposalKind[];
  readonly accept?: typeof STDIN | readonly number[];
  readonly limit: number;
  readonly curation?: string;
  readonly json?: boolean;
}

export function command(): Command {
  return new Command('review')
    .description(
      'Propose decisions about names, each with its sentences, and write those that you accept',
    )
    .addArgument(graphArgument())
    .addOption(
      new Option('--kind <list>', `only these: ${PROPOSAL_KINDS.join(', ')}`).argParser(
        listOf(PROPOSAL_KINDS),
      ),
    )
    .addOption(
      new Option(
        '--accept <numbers>',
        'accept these of the list, such as 1,4-6; or - for proposals as --json prints them on standard input',
      ).argParser(numbers),
    )
    .addOption(limitOption(20))
    .addOption(curationOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
  alias       a name may be short for another, though no document says so     merge
  misreading  two names may be one, which a reprint spells wrong              merge
  boundary    a name may have a character too much                            merge
  same-name   a person may be two of one name                                 split
  hub         one article alone gives an entity many neighbours               drop

On a terminal each proposal is asked for: y accepts it, n refuses it for good (never-merge), s leaves it
for later, q ends. Otherwise they are listed with numbers, which stay the same until a decision or the
graph changes. Accepted ones are written at the end of the file of decisions with a reason; the graph
changes when it is built again.

Examples:
  $ mailuo review docs.mailuo
  $ mailuo review docs.mailuo --kind alias --limit 100 | less
  $ mailuo review docs.mailuo --accept 1,4-6
  $ mailuo review docs.mailuo --json | jq '[.[] | select(.likelihood > 0.8)]' | mailuo review docs.mailuo --accept -`,
    )
    .action(async (graph: string, options: ReviewCommand) => {
      const { accept, json, limit, kind = PROPOSAL_KINDS } = options;
      const file = options.curation ?? curationFile(graph);
      if (accept === STDIN) return write(file, parseProposals(await text(process.stdin)));
      const store = await openStore(graph);
      const curation = curationFor(graph, options.curation);
      const all = review(store, { lexicon: loadLexicon(), curation }).map(numbered);
      const proposals = all.filter((one) => kind.includes(one.kind));
      if (accept) return write(file, chosen(all, accept));
      if (json) return printJson(proposals.slice(0, limit));
      if (proposals.length === 0) message('nothing to propose');
      if (process.stdin.isTTY && process.stdout.isTTY) return ask(file, proposals.slice(0, limit));
      proposals.slice(0, limit).forEach(printProposal);
      const left = proposals.length - limit;
      if (left > 0) message(`and ${left} more; see --limit and --kind`);
      return undefined;
    });
}

/** A proposal with its number in the list of all. */
type Numbered = ReturnType<typeof numbered>;

function numbered(proposal: Proposal, index: number) {
  return { number: index + 1, ...proposal };
}

function printProposal({ number, kind, reason, decision, evidence }: Numbered): void {
  print(`${strong(`${number}. ${reason}`)} ${faint(kind)}`);
  print(`   ${JSON.stringify(decision)}`);
  for (const { quote, document, start } of evidence) {
    print(`     ${quote.replaceAll('\n', ' ')}`);
    print(faint(`       ${document}:${start}`));
  }
}

/** Ask for each. What is accepted is written at once, so that Ctrl-C loses nothing. */
async function ask(file: string, proposals: readonly Numbered[]): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const stopped = new AbortController();
  terminal.on('SIGINT', () => stopped.abort());
  try {
    for (const [index, proposal] of proposals.entries()) {
      printProposal(proposal);
      const never = proposal.refusal ? ', [n]ever' : '';
      const asked = `   ${index + 1} of ${proposals.length}: [y]es${never}, [s]kip, [q]uit? `;
      const known = proposal.refusal ? 'ynsq' : 'ysq';
      let answer = '';
      while (answer === '' || !known.includes(answer)) {
        answer = (await terminal.question(asked, stopped)).trim().charAt(0).toLowerCase();
      }
      if (answer === 'q') break;
      if (answer === 'y') await write(file, [proposal]);
      if (answer === 'n' && proposal.refusal) {
        const reason = `looked at, and not so: ${proposal.reason}`;
        await write(file, [{ decision: proposal.refusal, reason }]);
      }
    }
  } catch (error) {
    // Ctrl-D ends as Ctrl-C does.
    if ((error as Error).name !== 'AbortError') throw error;
    print('');
  } finally {
    terminal.close();
  }
}

async function write(file: string, decisions: readonly NewDecision[]): Promise<void> {
  await appendDecisions(file, decisions);
  for (const { decision } of decisions) message(`accepted ${JSON.stringify(decision)}`);
  const many = decisions.length === 1 ? 'decision' : 'decisions';
  message(`${decisions.length} ${many} written to ${file}, to count at the next build`);
}

function chosen(proposals: readonly Proposal[], accepted: readonly number[]): Proposal[] {
  return accepted.map((number) => {
    const proposal = proposals[number - 1];
    if (proposal) return proposal;
    const known = proposals.length === 0 ? 'there are none' : `there are 1 to ${proposals.length}`;
    throw new MailuoError('INVALID_ARGUMENT', `--accept ${number}: no such proposal; ${known}`);
  });
}

const written = v.array(
  v.object({
    decision: v.record(v.string(), v.unknown()),
    reason: v.string(),
    evidence: v.exactOptional(v.array(v.object({ quote: v.string(), document: v.string() }))),
  }),
);

function parseProposals(input: string): NewDecision[] {
  try {
    return v.parse(written, JSON.parse(input));
  } catch (cause) {
    const said = 'standard input: no proposals; give a list as --json prints it';
    throw new MailuoError('INVALID_FILE', said, { cause });
  }
}

/** 1,4-6 */
function numbers(value: string): typeof STDIN | number[] {
  if (value === STDIN) return STDIN;
  const all = value.split(',').flatMap((part) => {
    const [, first, last = first] = /^\s*(\d{1,6})(?:-(\d{1,6}))?\s*$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1 && to >= from)) {
      throw new InvalidArgumentError('Give numbers such as 1,4-6, or - for standard input.');
    }
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(all)];
}
