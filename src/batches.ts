/**
 * Items in lists of so many, the last one shorter: what is made of a list at a time is not whole in
 * memory.
 * @param size of a list, at least, unless it is the last one
 * @param weigh what an item adds to the size
 */
export function* batches<T>(
  items: Iterable<T>,
  size: number,
  weigh: (item: T) => number = () => 1,
): Generator<T[]> {
  const batch = new Batch(size, weigh);
  for (const item of items) if (batch.isFullWith(item)) yield batch.take();
  if (batch.items.length > 0) yield batch.take();
}

/** The same of items that come one after the other. */
export async function* asyncBatches<T>(
  items: AsyncIterable<T>,
  size: number,
  weigh: (item: T) => number,
): AsyncGenerator<T[]> {
  const batch = new Batch(size, weigh);
  for await (const item of items) if (batch.isFullWith(item)) yield batch.take();
  if (batch.items.length > 0) yield batch.take();
}

class Batch<T> {
  items: T[] = [];
  #weight = 0;

  constructor(
    readonly size: number,
    readonly weigh: (item: T) => number,
  ) {}

  isFullWith(item: T): boolean {
    this.items.push(item);
    this.#weight += this.weigh(item);
    return this.#weight >= this.size;
  }

  /** The items, and begin anew. */
  take(): T[] {
    const { items } = this;
    this.items = [];
    this.#weight = 0;
    return items;
  }
}
