import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { judged, readCorpus } from '../evaluate/corpus.ts';
import { type EntityEvaluation, evaluateEntities } from '../evaluate/entities.ts';
import { readGold } from '../evaluate/gold.ts';
import { type ReliabilityBin, reliability, statementReliability } from '../evaluate/reliability.ts';
import { type Evaluation, evaluate, type Score, type ScoredError } from '../evaluate/score.ts';
import { annotateAll, type Knowledge, loadKnowledge } from '../pipeline.ts';
import { CATEGORIES } from '../types.ts';
import { jsonOption } from './options.ts';
import { message, print, printJson } from './output.ts';
import { addPreferences, type PreferenceOptions, preferencesOf } from './preferences.ts';

interface Reliability {
  readonly reliability?: readonly ReliabilityBin[];
  readonly statementReliability?: readonly ReliabilityBin[];
}

interface EvalOptions extends PreferenceOptions {
  readonly errors?: boolean;
  readonly reliability?: boolean;
  readonly labels?: string;
  readonly json?: boolean;
}

export function command(): Command {
  return addPreferences(new Command('eval'))
    .description('Measure mentions, entities, aliases and relations against annotated articles')
    .argument(
      '<gold>',
      'an article with [surface|type|canonical] and head | predicate | tail, a folder of them, or a .jsonl file of texts with entities',
    )
    .option('--errors', 'list what was missed and what is spurious, by article and rule')
    .option('--reliability', 'show how often mentions and statements of each score are right')
    .option(
      '--labels <file>',
      'for a .jsonl file: JSON of its types and ours (default: label_map.json beside it)',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo eval gold/dev
  $ mailuo eval gold/dev --errors | grep spurious
  $ mailuo eval gold/dev --reliability
  $ mailuo eval ner/msra.dev.jsonl --labels ner/label_map.json
  $ mailuo eval gold/dev --lexicon names.tsv
  $ mailuo eval gold/dev --json`,
    )
    .action(async (location: string, options: EvalOptions) => {
      if (!existsSync(location)) throw new MailuoError('NOT_FOUND', `${location}: no such file`);
      const knowledge = loadKnowledge(message, preferencesOf(options));
      if (location.endsWith('.jsonl')) return measureCorpus(location, options, knowledge);
      return measureArticles(location, options, knowledge);
    });
}

async function measureArticles(
  location: string,
  options: EvalOptions,
  knowledge: Knowledge,
): Promise<void> {
  const gold = await readGold(location);
  const found = annotateAll(gold, knowledge);
  const result = evaluate(gold, found);
  const entities = evaluateEntities(gold, found);
  const tables: Reliability = options.reliability
    ? {
        reliability: reliability(gold, found),
        statementReliability: statementReliability(gold, found),
      }
    : {};
  if (options.json) return printJson({ ...result, entities, ...tables });
  print('              precision  recall      F1    gold');
  printNames('mentions', result.mentions, result.untyped);
  printNames('entities', entities.entities, entities.untyped);
  printAliases(entities);
  printRelations(result);
  printDetails(options, [...result.errors, ...entities.errors], tables);
}

/** A corpus of sentences judges mentions only. */
async function measureCorpus(
  file: string,
  options: EvalOptions,
  knowledge: Knowledge,
): Promise<void> {
  const { documents, categories } = await readCorpus(file, options.labels);
  const found = annotateAll(documents, knowledge).map((found, index) =>
    judged(found, documents[index]!, categories),
  );
  const { mentions, untyped, errors } = evaluate(documents, found);
  const tables = options.reliability ? { reliability: reliability(documents, found) } : {};
  if (options.json) return printJson({ mentions, untyped, errors, ...tables });
  print('              precision  recall      F1    gold');
  printNames('mentions', mentions, untyped);
  printDetails(options, errors, tables);
}

function printNames(title: string, scores: Readonly<Record<string, Score>>, untyped: Score): void {
  print(row(title, scores['all']!));
  for (const category of CATEGORIES) {
    const score = scores[category]!;
    // A category that neither the annotator nor the tool has says nothing.
    if (score.gold + score.found > 0) print(row(`  ${category}`, score));
  }
  print(row('  untyped', untyped));
}

function printAliases({ aliases }: EntityEvaluation): void {
  const { precision, recall, right, wrong, missed, unfound } = aliases;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  print(row('aliases', { precision, recall, f1, gold: right + missed }));
  print(
    `  merged rightly ${right}, wrongly ${wrong}; missed ${missed}; not found as mentions ${unfound}`,
  );
}

function printRelations({ relations, pairs, listed, offices, denied }: Evaluation): void {
  print(row('relations', relations));
  print(row('  pairs', pairs));
  print(row('  listed pairs', listed));
  print(row('  offices', offices));
  print(`denied statements given out as holding: ${denied.asserted} of ${denied.gold}`);
}

function printDetails(
  options: EvalOptions,
  errors: readonly ScoredError[],
  { reliability, statementReliability }: Reliability,
): void {
  printReliability('mentions', reliability);
  printReliability('statements', statementReliability);
  if (!options.errors) return;
  for (const { document, kind, of, what, rule } of errors) {
    print([document, kind, of, what, rule ?? ''].join('\t'));
  }
}

function printReliability(title: string, bins: readonly ReliabilityBin[] = []): void {
  if (bins.length > 0) print(`score    ${title.padStart(10)}    mean   right`);
  for (const { from, to, count, score, right } of bins) {
    const cells = [String(count).padStart(11), ...[score, right].map((x) => cell(x))];
    print(`${from.toFixed(1)}-${to.toFixed(1)} ${cells.join('')}`);
  }
}

const cell = (value: number) => value.toFixed(3).padStart(8);

function row(
  name: string,
  { precision, recall, f1, gold }: Pick<Score, 'precision' | 'recall' | 'f1' | 'gold'>,
): string {
  const cells = [precision, recall, f1].map(cell);
  return `${name.padEnd(15)}${cells.join('')}${String(gold).padStart(8)}`;
}
