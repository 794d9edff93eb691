/** Slots for hashes while features are counted; a power of two, several times the features. */
const SLOTS = 2 ** 27;
/** Features that occur less often are left out. */
const LEAST = 2;
/** No more are counted. */
const MOST = 2 ** 16 - 1;

/** Numbers for the features that occur often enough. */
export class FeatureTable {
  readonly #keys = new Int32Array(SLOTS);
  readonly #counts = new Uint16Array(SLOTS);
  #numbers = new Int32Array(0);

  /** Count the features of a sentence. */
  count(hashes: Int32Array): void {
    for (const hash of hashes) {
      if (hash === 0) continue;
      const slot = this.#slot(hash);
      this.#keys[slot] = hash;
      if (this.#counts[slot]! < MOST) this.#counts[slot]!++;
    }
  }

  /**
   * Stop counting and give numbers, the frequent ones first, so that what is looked up together lies
   * together. Returns the hash of each number.
   */
  freeze(): Int32Array {
    const counts = this.#counts;
    const places = new Uint32Array(MOST + 2);
    for (const count of counts) if (count >= LEAST) places[MOST - count + 1]!++;
    for (let i = 1; i < places.length; i++) places[i]! += places[i - 1]!;
    const hashes = new Int32Array(places[MOST + 1]!);
    this.#numbers = new Int32Array(SLOTS).fill(-1);
    for (let slot = 0; slot < SLOTS; slot++) {
      if (counts[slot]! < LEAST) continue;
      const number = places[MOST - counts[slot]!]!++;
      this.#numbers[slot] = number;
      hashes[number] = this.#keys[slot]!;
    }
    return hashes;
  }

  /** Numbers of the features of a sentence, -1 for absent and rare ones. */
  numbers(hashes: Int32Array): Int32Array {
    return Int32Array.from(hashes, (hash) => (hash === 0 ? -1 : this.#numbers[this.#slot(hash)]!));
  }

  #slot(hash: number): number {
    let slot = (hash * 2) & (SLOTS - 1);
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}
