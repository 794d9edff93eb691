import * as v from 'valibot';
import { DIRECTIONS } from '../graph/edge.ts';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../types.ts';

/** Parameters of a question: names, what they may be, and what they mean. */
export type Parameters = v.ObjectEntries;

/** What is given for parameters, with the defaults of the others. */
export type Given<P extends Parameters> = v.InferOutput<v.StrictObjectSchema<P, undefined>>;

export const text = (meaning: string) =>
  v.pipe(
    v.string('give a text'),
    v.nonEmpty('give a text that is not empty'),
    v.maxLength(500, 'give a text of at most 500 characters'),
    v.description(meaning),
  );

export const name = (meaning: string) => text(`${meaning}: label, alias, part of a name, or key`);

export const wholeNumber = (least: number, most: number, meaning: string) => {
  const message = `give a whole number from ${least} to ${most}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
    v.description(meaning),
  );
};

export const choice = <const T extends readonly string[]>(choices: T, meaning: string) =>
  v.pipe(v.picklist(choices, `Allowed choices are ${choices.join(', ')}`), v.description(meaning));

const choices = <const T extends readonly string[]>(all: T, meaning: string) =>
  v.pipe(v.array(choice(all, meaning)), v.description(meaning));

const date = (meaning: string) =>
  v.pipe(
    v.string(),
    v.regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      'give a date such as 2024, 2024-03 or 2024-03-18',
    ),
    v.description(meaning),
  );

export const PERIOD = {
  since: v.exactOptional(date('only what is dated from here on, by the text or its document')),
  until: v.exactOptional(date('only what is dated until here')),
};

/** `EdgeFilter`: the same view of the edges for every question. */
export const EDGES = {
  relation: v.exactOptional(choices(RELATION_KINDS, 'only edges of these relations')),
  predicate: v.exactOptional(
    v.pipe(v.array(text('a predicate')), v.description('only edges with one of these predicates')),
  ),
  status: v.exactOptional(choices(STATUSES, 'only edges of these statuses')),
  minWeight: v.exactOptional(wholeNumber(1, 1e9, 'only edges with this many sentences')),
  backbone: v.exactOptional(
    v.pipe(
      v.boolean('give true or false'),
      v.description('only statements, and co-occurrence that stands out'),
    ),
  ),
  ...PERIOD,
};

export const DIRECTION = {
  direction: v.exactOptional(
    choice(DIRECTIONS, 'only statements of which the entity is subject (out) or object (in)'),
  ),
};

export const CATEGORY = {
  category: v.exactOptional(choice(CATEGORIES, 'only entities of this category')),
};

/** `ViewFilter`: the view of the edges, and of which entities. */
export const VIEW = {
  category: v.exactOptional(choices(CATEGORIES, 'only entities of these categories')),
  ...EDGES,
};

/** What a parameter takes, when it comes as text. */
export interface Shape {
  readonly type: 'text' | 'number' | 'boolean';
  readonly isList: boolean;
  readonly isOptional: boolean;
  /** The only texts that it takes. */
  readonly choices?: readonly string[];
  readonly meaning: string;
  readonly usual?: unknown;
}

type AnySchema = v.GenericSchema & { readonly wrapped?: AnySchema; readonly item?: AnySchema };

/** Read from its schema what a parameter takes. */
export function shapeOf(parameter: Parameters[string]): Shape {
  const outer = parameter as AnySchema;
  const inner = outer.wrapped ?? outer;
  const item = inner.item ?? inner;
  const options = (item as { options?: readonly string[] }).options;
  const usual = outer.wrapped ? v.getDefault(outer as never) : undefined;
  return {
    type: item.type === 'number' || item.type === 'boolean' ? item.type : 'text',
    isList: inner.type === 'array',
    isOptional: outer.wrapped !== undefined,
    ...(options && { choices: options }),
    meaning: v.getDescription(inner) ?? '',
    ...(usual !== undefined && { usual }),
  };
}

/**
 * A value from the texts in which a command line or an address gives it. A list of choices may be
 * separated by commas; any list may be given in several texts.
 */
export function fromText(parameter: Parameters[string], texts: readonly string[]): unknown {
  const { type, isList, choices } = shapeOf(parameter);
  const parts = isList && choices ? texts.flatMap((one) => one.split(',')) : texts;
  const values = parts.map((part) => TYPED[type](part.trim()));
  // Several values where one is asked for: the schema will say so.
  return isList || values.length !== 1 ? values : values[0];
}

const TYPED: Record<Shape['type'], (text: string) => unknown> = {
  text: (text) => text,
  number: (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text),
  boolean: (text) => ({ true: true, false: false })[text] ?? text,
};
