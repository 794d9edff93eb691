import type { Argument } from './argument.ts';

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

/** 与谁、对谁：宾语在后面。 */
export const PARTNER: ReadonlySet<string> = new Set(['向', '同', '与', '和', '跟', '对', '给']);

/** 主语在谓词之前的规则。 */
export const SUBJECT = /^(?:subject-verb-object|(?:carried-|topic-)?(?:subject|preposed))$/;
/** 宾语由介词引出的规则。 */
export const ADJUNCT = /^(?:carried-)?adjunct$/;
