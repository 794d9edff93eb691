/** What lines of JSON begin with, for each level that they are deep; nothing for JSON on one line. */
type Indent = '' | '  ';

/**
 * A value as JSON, in parts, which together are what `JSON.stringify(value, null, indent)` gives.
 * Lists that are only iterable are walked through once and need not be whole in memory.
 * @param depth of the value in what surrounds it
 */
export function* jsonParts(value: unknown, indent: Indent = '  ', depth = 0): Generator<string> {
  const [outer, inner] = [lineOf(indent, depth), lineOf(indent, depth + 1)];
  if (isList(value)) {
    let before = '[';
    for (const item of value) {
      yield before + inner + indented(item, indent, depth + 1);
      before = ',';
    }
    yield before === '[' ? '[]' : `${outer}]`;
  } else if (isObject(value)) {
    let before = '{';
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${before}${inner}${JSON.stringify(name)}:${indent && ' '}`;
      yield* jsonParts(member, indent, depth + 1);
      before = ',';
    }
    yield before === '{' ? '{}' : `${outer}}`;
  } else yield indented(value, indent, depth);
}

/** The beginning of a line. */
function lineOf(indent: Indent, depth: number): string {
  return indent && `\n${indent.repeat(depth)}`;
}

function indented(value: unknown, indent: Indent, depth: number): string {
  return JSON.stringify(value, null, indent).replaceAll('\n', lineOf(indent, depth));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}
