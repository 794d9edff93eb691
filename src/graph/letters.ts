/** A letter or digit of a text, as texts are compared, and where it stands. */
export interface Letter {
  /** In NFKC; one character of the text may be several. */
  readonly form: string;
  /** In UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
}

/** 转载的句子标点常不同：字母和数字相同即为同一句。 */
export function sentenceKey(sentence: string): string {
  return sentence.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The letters and digits of a text, in their order. */
export function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let start = 0;
  for (const character of text) {
    const form = sentenceKey(character);
    const end = start + character.length;
    if (form !== '') letters.push({ form, start, end });
    start = end;
  }
  return letters;
}
