import fc from 'fast-check';

/** Pieces on which code that walks over Chinese text may stumble. */
const FRAGMENTS = [
  ...[
    '何友生',
    '巴南区委书记',
    '重庆惠科金渝光电科技有限公司',
    '公司',
    '位于',
    '收购',
    '尚未',
    '由',
    '将',
  ],
  ...[
    '（以下简称',
    '“惠科金渝”',
    '）',
    '（',
    '“',
    '”',
    '《',
    '》',
    '[',
    ']',
    '托马斯·莱因哈特',
    '·',
  ],
  ...[
    '。',
    '！”',
    '……',
    '，',
    '；',
    '、',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    '\u0085',
    ' ',
    '\u3000',
    '\t',
  ],
  ...[
    '\0',
    '\x1b',
    '\ufeff',
    '\uffff',
    '\u200b',
    '😀',
    '𠮷',
    '\ud800',
    '\udc00',
    'é',
    '2023年',
    'RCEP',
    'Ａ',
  ],
];

/** Any string at all: Chinese, white space, brackets, control characters, halves of emoji. */
export const strangeText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));
