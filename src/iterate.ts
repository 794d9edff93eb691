/** What is made of each item, as it is asked for. */
export function* map<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item);
}
