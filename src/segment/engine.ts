/** What cuts. */
export interface Engine {
  /** Where missing, all words are loaded from the start. */
  expect?(texts: readonly string[]): void;
  cut(text: string, hmm: boolean): string[];
  tag(text: string): { tag: string }[];
}
