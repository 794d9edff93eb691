import fc from 'fast-check';

/** Sentences and parts of them, in which names and statements are found. */
const CHINESE =
  '何友生|巴南区委书记|华星电子集团收购了青川农商银行|重庆惠科金渝光电科技有限公司|公司|位于|（以下简称|“惠科金渝”|托马斯·莱因哈特|·|尚未|由|将|和|的|巴南区|2023年|RCEP|Ａ'.split(
    '|',
  );
/** Marks at which something ends. */
const MARKS = [...'。！？…，；：、（）“”《》[]()"\n\r\t \u3000\u2028\u0085'];
/** What texts should not hold but do. */
const ODD = [
  ...'\0\x1b\ufeff\uffff\u200b\ufffd',
  '😀',
  '𠮷',
  '\ud800',
  '\udc00',
  '\r\n',
  'e\u0301',
];

/** Any string at all: Chinese, white space, brackets, control characters, halves of emoji. */
export const strangeText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...CHINESE) },
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 2, arbitrary: fc.constantFrom(...ODD) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));
