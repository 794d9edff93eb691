import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import * as v from 'valibot';
import { fromText, type Parameters, shapeOf } from '../query/parameters.ts';
import {
  type AnswerOf,
  type GivenTo,
  type Question,
  type QuestionName,
  questions,
} from '../query/questions.ts';
import { openGraph } from '../store/opengraph.ts';
import type { GraphReader } from '../store/reader.ts';
import { graphArgument, jsonOption } from './options.ts';
import { message, printJson } from './output.ts';

/** A reader of the command line asks for as many lines as it likes. */
const QUESTIONS = questions({ items: 1e6, quotes: 1e6 });

const USAGE = { exitCode: 2 };

export interface QuestionCommand<N extends QuestionName> {
  /** Name of the command. Default: that of the question. */
  readonly command?: string;
  /** Parameters that are arguments, with what help calls them: `{ name: '<name>' }`. */
  readonly arguments: { readonly [P in keyof GivenTo<N>]?: string };
  /** What `--help` says below the options. */
  readonly help: string;
  /** A flag that asks for something else of the graph. */
  readonly instead?: {
    readonly flag: string;
    readonly meaning: string;
    run(file: string, options: { readonly json?: boolean }): Promise<void>;
  };
  /** Print an answer for people. */
  print(answer: AnswerOf<N>, given: GivenTo<N>, graph: GraphReader): void;
}

/** A command that asks one question; its other parameters are options. */
export function questionCommand<N extends QuestionName>(
  name: N,
  { command: title = name, arguments: places, help, instead, print }: QuestionCommand<N>,
): Command {
  const question = QUESTIONS[name] as unknown as Question<Parameters, AnswerOf<N>>;
  const { parameters } = question;
  const command = new Command(title).description(question.summary).addArgument(graphArgument());
  const names = Object.keys(places);
  for (const place of names) {
    const { meaning } = shapeOf(parameters[place]!);
    const argument = new Argument(places[place as keyof typeof places]!, meaning);
    command.addArgument(argument.argParser(parserOf(parameters[place]!)));
  }
  const others = Object.entries(parameters).filter(([key]) => !names.includes(key));
  addParameters(command, Object.fromEntries(others));
  if (instead) command.option(`--${instead.flag}`, instead.meaning);
  return command
    .addOption(jsonOption())
    .addHelpText('after', `\n${help}`)
    .action(async (file: string, ...rest: unknown[]) => {
      const values = names.flatMap((key, i) => (rest[i] === undefined ? [] : [[key, rest[i]]]));
      const { json = false, ...options } = rest[names.length] as Record<string, unknown>;
      if (instead && options[instead.flag]) {
        if (values.length > 0 || Object.keys(options).length > 1) {
          command.error(`error: --${instead.flag} is asked for alone, or with --json`, USAGE);
        }
        return instead.run(file, { json: json === true });
      }
      const asked = { ...Object.fromEntries(values), ...options };
      const result = v.safeParse(v.strictObject(parameters), asked);
      if (!result.success) command.error(`error: ${result.issues[0].message}`, USAGE);
      const given = result.output as GivenTo<N>;
      const graph = await openGraph(file);
      try {
        if (!json) {
          const answer = question.answer(graph, given as never);
          print(answer, given, graph);
          if (options['limit'] === undefined) tellCut(answer, given);
        } else await printJson((question.open ?? question.answer)(graph, given as never));
      } finally {
        graph.close();
      }
    });
}

/** Say that a list may go on, where it ends for no other reason than a limit that nobody gave. */
function tellCut(answer: unknown, { limit = 1 }: { readonly limit?: number }): void {
  if (limit > 1 && Array.isArray(answer) && answer.length === limit) {
    message(`these are the first ${limit}; --limit asks for more`);
  }
}

/** Parameters as options: `minWeight` is `--min-weight <n>`. Their defaults are the schema's. */
export function addParameters(command: Command, parameters: Parameters): Command {
  for (const [name, parameter] of Object.entries(parameters)) {
    const { type, isList, choices, meaning, usual } = shapeOf(parameter);
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const takes = type === 'number' ? 'n' : isList && choices ? 'list' : name;
    const among = choices ? `: ${choices.join(', ')}` : '';
    const otherwise = usual === undefined ? '' : ` (default: ${usual})`;
    const option = new Option(
      type === 'boolean' ? flag : `${flag} <${takes}>`,
      `${meaning}${among}${otherwise}`,
    );
    command.addOption(type === 'boolean' ? option : option.argParser(parserOf(parameter)));
  }
  return command;
}

/** Check a value as it is read; lists add up. */
function parserOf(parameter: Parameters[string]): (text: string, previous: unknown) => unknown {
  return (text, previous) => {
    const value = fromText(parameter, [text]);
    const result = v.safeParse(parameter, value);
    if (!result.success) throw new InvalidArgumentError(`${result.issues[0].message}.`);
    return Array.isArray(value) && Array.isArray(previous) ? [...previous, ...value] : value;
  };
}
