#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { MailuoError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { message } from './output.ts';

/** Only the command that is asked for is loaded: a query should not wait for the readers of HTML. */
const COMMANDS = {
  build: () => import('./build.ts'),
  view: () => import('./view.ts'),
  serve: () => import('./serve.ts'),
  mcp: () => import('./mcp.ts'),
  export: () => import('./export.ts'),
  neighbors: () => import('./neighbors.ts'),
  path: () => import('./path.ts'),
  search: () => import('./search.ts'),
  entity: () => import('./entity.ts'),
  top: () => import('./top.ts'),
  subgraph: () => import('./subgraph.ts'),
  why: () => import('./why.ts'),
  conflicts: () => import('./conflicts.ts'),
  review: () => import('./review.ts'),
  diff: () => import('./diff.ts'),
  text: () => import('./text.ts'),
  documents: () => import('./documents.ts'),
  annotate: () => import('./annotate.ts'),
  merge: () => import('./merge.ts'),
  eval: () => import('./eval.ts'),
};

const program = new Command('mailuo')
  .description(
    'Turn Chinese documents into a knowledge graph: offline, every edge with its sentences.',
  )
  .version(VERSION)
  .addHelpText(
    'after',
    `
Examples:
  $ mailuo build docs/ -o docs.mailuo        read, annotate, link, measure, lay out
  $ mailuo view docs.mailuo                  look at it
  $ mailuo neighbors docs.mailuo 巴南区       ask it
  $ mailuo export docs.mailuo -o docs.gexf   take it to Gephi

stdout is data, stderr is messages. Exit status: 0 success, 1 failure, 2 wrong usage.`,
  );
const asked = Object.entries(COMMANDS).filter(([name]) => name === process.argv[2]);
for (const [, load] of asked.length > 0 ? asked : Object.entries(COMMANDS)) {
  program.addCommand((await load()).command());
}
for (const command of [program, ...program.commands]) {
  command.exitOverride().showHelpAfterError('(add --help for help)');
}

/** A reader such as `head` may close the pipe early; that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  message(`mailuo: standard output: ${error.message}`);
  process.exit(1);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitStatus(error);
}

function exitStatus(error: unknown): number {
  // Commander has already said what is wrong, or printed the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof MailuoError) message(`mailuo: ${error.message}`);
  else if (isMissingFile(error)) message(`mailuo: ${error.path}: no such file or folder`);
  else message(`mailuo: ${process.env['MAILUO_DEBUG'] ? (error as Error).stack : error}`);
  return 1;
}

function isMissingFile(error: unknown): error is NodeJS.ErrnoException {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
