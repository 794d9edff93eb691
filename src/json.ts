const INDENT = '  ';

/**
 * A value as indented JSON, in parts, which together are what `JSON.stringify(value, null, 2)` gives.
 * Lists that are only iterable are walked through once and need not be whole in memory.
 * @param depth of the value in what surrounds it
 */
export function* jsonParts(value: unknown, depth = 0): Generator<string> {
  const [outer, inner] = [INDENT.repeat(depth), INDENT.repeat(depth + 1)];
  if (isList(value)) {
    let before = '[\n';
    for (const item of value) {
      yield before + inner + indented(item, inner);
      before = ',\n';
    }
    yield before === '[\n' ? '[]' : `\n${outer}]`;
  } else if (isObject(value) && Object.values(value).some(isList)) {
    let before = '{\n';
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${before}${inner}${JSON.stringify(name)}: `;
      yield* jsonParts(member, depth + 1);
      before = ',\n';
    }
    yield `\n${outer}}`;
  } else yield indented(value, outer);
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}
