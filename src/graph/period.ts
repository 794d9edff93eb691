/** From when to when, in ISO 8601 and as exact as one likes: 2024, 2024-03, 2024-03-18. */
export interface Period {
  /**
   * Only what is dated from here on: by the time that a sentence states, else by the date of its
   * document. What has no date is left out.
   */
  readonly since?: string;
  /** Only what is dated until here: 2024 means until the end of that year. */
  readonly until?: string;
}

/** After all that may follow in a date: 2024-03 lies between 2024 and 2024~. */
export const END = '~';

/** Whether a period leaves anything out. */
export function isLimited({ since, until }: Period): boolean {
  return Boolean(since || until);
}

/**
 * Whether a date and a period have a day in common.
 * @param date as exact as is known, or a range of two: 2024-07-04/2024-07-06
 */
export function isWithin(date: string | undefined, { since, until }: Period): boolean {
  if (date === undefined) return false;
  const [start = '', end = start] = date.split('/');
  return (!since || end + END >= since) && (!until || start <= until + END);
}
