import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { archiveOf } from '../../src/page/archive.ts';
import { numberingOf } from '../../src/page/columns.ts';
import { documents as listDocuments } from '../../src/query/documents.ts';
import { reduce } from '../../src/store/build.ts';
import {
  curationFile,
  parseCuration,
  readCuration,
  unknownNames,
} from '../../src/store/curation.ts';
import { openAnnotations, openStore, saveStore } from '../../src/store/file.ts';
import { openGraph } from '../../src/store/opengraph.ts';
import { annotated } from '../helpers/documents.ts';

const WRONG: [title: string, text: string, message: RegExp][] = [
  ['broken YAML', '- merge: [甲厂\n', /^c\.yaml:\d: no valid YAML: /],
  ['a map', 'merge: [甲厂, 乙厂]\n', /^c\.yaml:1: no list; begin each decision with "- "/],
  [
    'an unknown decision',
    '\n- join: [甲厂, 乙厂]\n',
    /^c\.yaml:2: no decision; give one of merge, never-merge/,
  ],
  ['two in one', '- {drop: 甲厂, split: 甲厂, reason: 错}', /^c\.yaml:1: no decision/],
  ['a word', '- 甲厂\n', /^c\.yaml:1: no decision/],
  ['no reason', '# 备注\n- drop: 甲厂\n', /^c\.yaml:2: reason: it is missing; write it/],
  ['an empty reason', '- drop: 甲厂\n  reason: " "\n', /^c\.yaml:1: reason: say why/],
  [
    'one name to merge',
    '- merge: [甲厂]\n  reason: 同\n',
    /^c\.yaml:1: merge: give two names or more/,
  ],
  [
    'a number for a name',
    '- drop: 12\n  reason: 错\n',
    /^c\.yaml:1: drop: give a name, or from and to/,
  ],
  [
    'an unknown category',
    '- retype: 甲厂\n  to: 工厂\n  reason: 错\n',
    /^c\.yaml:1: to: give one of organization/,
  ],
  [
    'a member too many',
    '- drop: 甲厂\n  why: 错\n  reason: 错\n',
    /^c\.yaml:1: why: it is not expected here/,
  ],
  [
    'a name that is as long as a page',
    `- drop: ${'甲'.repeat(101)}\n  reason: 错\n`,
    /^c\.yaml:1: drop: give a name/,
  ],
  [
    'a split without the other name',
    '- split: 甲厂\n  documents: [a]\n  reason: 异\n',
    /^c\.yaml:1: to: it is missing; say how the other entity is called/,
  ],
  [
    'a split without a place',
    '- split: 甲厂\n  to: 乙厂\n  reason: 异\n',
    /^c\.yaml:1: documents: it is missing; say where, or in "contexts"/,
  ],
  [
    'a split of names that are one',
    '- merge: [甲厂, 乙厂]\n  reason: 同\n- split: 甲厂\n  to: 乙厂\n  contexts: [上海]\n  reason: 异\n',
    /^c\.yaml:3: "乙厂" is "甲厂" itself/,
  ],
  [
    'names that are and never are one',
    '- merge: [甲厂, 乙厂]\n  reason: 同\n- merge: [丙厂, 乙厂]\n  reason: 同\n- never-merge: [甲厂, 丙厂]\n  reason: 异\n',
    /^c\.yaml:5: "甲厂" and "丙厂" never are one, but c\.yaml:1 makes them one; remove one/,
  ],
  [
    'a name that never is itself',
    '- never-merge: [ＲＣＥＰ, RCEP]\n  reason: 异\n',
    /^c\.yaml:1: "ＲＣＥＰ" and "ＲＣＥＰ" never are one, but they are one name/,
  ],
  [
    'another name of two entities',
    '- {alias: 老领导, of: 王建国, reason: 称}\n- {alias: 老领导, of: 李卫东, reason: 称}\n',
    /^c\.yaml:2: "老领导" is another name of "王建国" at c\.yaml:1; remove one/,
  ],
  [
    'two that are split off in one place',
    '- {split: 重庆, to: 甲城, contexts: [江边], reason: 异}\n- {split: 重庆, to: 乙城, contexts: [山上, 江边], reason: 异}\n',
    /^c\.yaml:2: "江边" is where c\.yaml:1 splits off "甲城"; give another place/,
  ],
  [
    'a name that YAML takes for a reference',
    '- merge: [*ST华英, 华英]\n  reason: 同\n',
    /^c\.yaml:1: a name that begins with \* or & needs quotation marks/,
  ],
  [
    'two labels',
    '- rename: 甲厂\n  to: 甲\n  reason: 新\n- rename: 甲厂\n  to: 甲集团\n  reason: 新\n',
    /^c\.yaml:4: "甲集团" is the second rename of an entity after "甲" at c\.yaml:1; remove one/,
  ],
];

describe('a file of decisions', () => {
  it.each(WRONG)('is refused for %s, with line and remedy', (_, text, message) => {
    expect(() => parseCuration(text, 'c.yaml')).toThrow(message);
  });

  test('may be empty, or hold comments only', () => {
    for (const text of ['', '# 还没有\n']) expect(parseCuration(text, 'c').decisions).toEqual([]);
  });

  it.each(['README.md', 'README.zh-CN.md'])('is as the example of %s', (readme) => {
    const text = readFileSync(new URL(`../../${readme}`, import.meta.url), 'utf8');
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(text)!;
    expect(parseCuration(example!, readme).decisions.map(({ kind }) => kind)).toEqual([
      'merge',
      'rename',
      'alias',
      'drop-relation',
    ]);
  });

  test('that is missing is told', () => {
    expect(() => readCuration('none.yaml')).toThrow(/^none\.yaml: no such file of decisions/);
  });

  test('lies beside its graph', () => {
    expect(curationFile(path.join('a', 'docs.mailuo'))).toBe(path.join('a', 'docs.curation.yaml'));
  });

  test('names what occurs nowhere, but for names that it adds', () => {
    const curation = parseCuration(
      '- rename: 甲厂\n  to: 己厂\n  reason: 新\n- retype: 己厂\n  to: place\n  reason: 地\n- drop: 丁厂\n  reason: 错\n- alias: 戊厂\n  of: 甲厂\n  reason: 又称\n- split: 甲厂\n  to: 乙厂\n  documents: [a, z]\n  reason: 异\n',
      'c.yaml',
    );
    expect(unknownNames([annotated('a', '[甲厂|organization]。')], curation)).toEqual([
      'c.yaml:7: "丁厂" occurs nowhere; correct it, or remove the decision',
      'c.yaml:12: there is no document "z"; "mailuo documents" lists them',
    ]);
  });
});

describe('a graph with decisions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mailuo-curation-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const documents = [
    annotated(
      'a',
      '[甲厂|organization]和[乙厂|organization]在[云溪镇|place]。[丙厂|organization]。',
    ),
    annotated('b', '[乙厂|organization]停产。'),
  ];
  const curation = parseCuration(
    '- merge: [甲厂, 乙厂]\n  reason: 同一家\n- drop: 丙厂\n  reason: 误认\n',
    'c.yaml',
  );
  const file = path.join(folder, 'g.mailuo');

  test('is the same in its file, for every question, and in the page', async () => {
    const store = reduce(documents, { curation });
    await saveStore(file, store);
    const opened = await openStore(file);
    expect(opened.graph.export()).toEqual(store.graph.export());
    const key = 'organization:甲厂';
    const graph = await openGraph(file);
    const named = [
      { id: 'a', title: '标题 a', mentions: 2 },
      { id: 'b', title: '标题 b', mentions: 1 },
    ];
    expect([...listDocuments(store, { entity: key })]).toEqual(named);
    expect([...listDocuments(graph, { entity: key })]).toEqual(named);
    graph.close();
    const numbering = numberingOf(store.graph);
    const [a] = archiveOf(opened, numbering).documents;
    const number = numbering.nodes.indexOf(key);
    expect(a!.mentions.filter((_, i) => i % 3 === 2)).toEqual([
      ...[number, number],
      numbering.nodes.indexOf('place:云溪镇'),
    ]);
  });

  test('keeps the annotations as they are, so that a build without decisions undoes them', async () => {
    await saveStore(file, reduce(documents, { curation }));
    const { documents: kept } = await openAnnotations(file);
    await saveStore(file, reduce(kept));
    const plain = path.join(folder, 'plain.mailuo');
    await saveStore(plain, reduce(documents));
    expect(readFileSync(file).equals(readFileSync(plain))).toBe(true);
  });
});
