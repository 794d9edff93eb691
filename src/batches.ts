/**
 * Items in lists of so many, the last one shorter: what is made of a list at a time is not whole in
 * memory.
 */
export function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const item of items) {
    if (part.push(item) < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
