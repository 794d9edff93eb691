import fc from 'fast-check';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { nameKey } from '../../src/graph/link.ts';
import { reduce } from '../../src/store/build.ts';
import type { Store } from '../../src/store/store.ts';
import { documentOf, name } from '../helpers/documents.ts';

/** Names that break formats which do not expect them. */
export const HOSTILE_NAMES: readonly string[] = [
  ']]>',
  '<![CDATA[甲]]>',
  '<script>alert(1)</script>',
  '</node></graph>',
  '<!-- 甲 -->',
  '"双引号"',
  "'单引号'",
  '甲&乙&amp;丙&#0;',
  '甲\u0001乙',
  '甲\u0000丙',
  '甲\n丁',
  '甲\t戊',
  '甲\u0085己',
  '甲\u2028庚',
  '\ufffe辛',
  '\ud800壬',
  '😀𠮷',
  '=cmd()',
  '+1',
  '-1',
  '@SUM(A1)',
  '甲,乙;丙|丁',
  '__proto__',
  'constructor',
  'true',
  '0',
  ' 空 格 ',
  '{{甲}}%s$1',
  '龙'.repeat(10_000),
];

/** A document in which each of the names stands beside 巴南区 and says something of it. */
export function hostileStore(names: readonly string[] = HOSTILE_NAMES): Store {
  const sentences = names.map((text, i) => [`${i}：`, name(text), '落户', name('巴南区', 'place')]);
  const statements = names.map((head) => {
    return { head, relation: 'verb', label: head, status: 'asserted', tail: '巴南区' } as const;
  });
  return reduce([documentOf('hostile<&">.txt', sentences, statements)]);
}

/** What remains of a name in formats that cannot hold every character. */
export function readable(label: string): string {
  return label.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ');
}

/** Labels of all nodes as they should be read back, sorted. */
export function readableLabels(graph: KnowledgeGraph): string[] {
  return graph.mapNodes((_, { label }) => readable(label)).sort();
}

/** Names of any characters that remain different names when they are made readable. */
export const anyNames: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'<>&"\'[]!-/?=; 甲\u0001\n'), minLength: 1 }),
    )
    .filter((text) => nameKey(readable(text)) !== ''),
  { minLength: 1, maxLength: 8, selector: (text) => nameKey(readable(text)) },
);
