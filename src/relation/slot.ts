import type { Argument } from './clause.ts';

/** 论元从何处来：谓词之左、之右、本句前面的分句、前面的句子。 */
export type Place = 'left' | 'right' | 'carried' | 'topic';

/** An argument with its place: 0 is the nearest. */
export interface Slot {
  readonly arg: Argument;
  readonly place: Place;
  readonly rank: number;
}

export const isEarlier = (place: Place) => place === 'carried' || place === 'topic';

/** 施事的标记：由甲承建。 */
export const AGENT: ReadonlySet<string> = new Set(['由', '被', '经', '获', '受', '应']);
