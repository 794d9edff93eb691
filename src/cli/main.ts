#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { MailuoError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { annotateCommand } from './annotate.ts';
import { buildCommand } from './build.ts';
import { evalCommand } from './eval.ts';
import { exportCommand } from './export.ts';
import { mergeCommand } from './merge.ts';
import { neighborsCommand } from './neighbors.ts';
import { message } from './output.ts';
import { pathCommand } from './path.ts';
import { searchCommand } from './search.ts';
import { viewCommand } from './view.ts';
import { whyCommand } from './why.ts';

const COMMANDS = [
  buildCommand,
  viewCommand,
  exportCommand,
  neighborsCommand,
  pathCommand,
  searchCommand,
  whyCommand,
  annotateCommand,
  mergeCommand,
  evalCommand,
];

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
for (const command of COMMANDS) program.addCommand(command());
for (const command of [program, ...program.commands]) {
  command.exitOverride().showHelpAfterError('(add --help for help)');
}

/** A reader such as `head` may close the pipe early; that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
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
  else message(`mailuo: ${process.env['MAILUO_DEBUG'] ? (error as Error).stack : error}`);
  return 1;
}
