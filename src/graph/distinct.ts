/**
 * Things, each once, in the order in which they came. Of the many sets of a graph most hold one thing
 * (the document that names a pair): that one needs no hash table.
 */
export class Distinct<T> implements Iterable<T> {
  private only: T | undefined;
  private all: Set<T> | undefined;

  get size(): number {
    return this.all?.size ?? (this.only === undefined ? 0 : 1);
  }

  has(item: T): boolean {
    return this.all?.has(item) ?? this.only === item;
  }

  /** @param item anything but `undefined` */
  add(item: T): void {
    if (this.all) this.all.add(item);
    else if (this.only === undefined) this.only = item;
    else if (this.only !== item) this.all = new Set([this.only, item]);
  }

  *[Symbol.iterator](): Generator<T> {
    if (this.all) yield* this.all;
    else if (this.only !== undefined) yield this.only;
  }
}
