import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDivisions } from '../../src/lexicon/divisions.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { DATA_FOLDER } from '../../src/lexicon/table.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { folderWith } from '../ingest/folder.ts';

const { lexicon } = loadKnowledge();

const NAMES: [name: string, category: string, canonical: string][] = [
  ['巴南区', 'place', '巴南区'],
  ['重庆', 'place', '重庆市'],
  ['广西', 'place', '广西壮族自治区'],
  ['内蒙古', 'place', '内蒙古自治区'],
  ['香港', 'place', '香港特别行政区'],
  ['鄂尔多斯', 'place', '鄂尔多斯市'],
  ['延边', 'place', '延边朝鲜族自治州'],
  ['黔东南', 'place', '黔东南苗族侗族自治州'],
  ['陈巴尔虎旗', 'place', '陈巴尔虎旗'],
  ['工信部', 'organization', '工业和信息化部'],
  ['大河报', 'organization', '大河报'],
  ['非洲', 'place', '非洲'],
];

describe('the lexicon', () => {
  it.each(NAMES)('knows %s as %s %s', (name, category, canonical) => {
    expect(lexicon.names.get(name)).toEqual({ category, canonical });
  });

  it.each(['市辖区', '县', '公司', '该公司', '书记'])('knows no name %s', (word) => {
    expect(lexicon.names.get(word)).toBeUndefined();
  });

  it('knows words of each kind', () => {
    expect(lexicon.suffixes.get('有限公司')).toEqual({
      category: 'organization',
      strength: 'strong',
    });
    expect(lexicon.suffixes.get('山')).toEqual({ category: 'place', strength: 'weak' });
    expect(lexicon.surnames.has('欧阳')).toBe(true);
    expect(lexicon.titles.get('书记')).toBe(true);
    expect(lexicon.generic.has('该公司')).toBe(true);
    expect(lexicon.innerVerbs.has('投资')).toBe(true);
    expect(lexicon.transliteration.has('特')).toBe(true);
    expect(lexicon.stopwords.size).toBeGreaterThan(100);
    expect(['位于', '收购', '子公司'].map((word) => lexicon.predicates.get(word))).toEqual([
      'location',
      'verb',
      'part',
    ]);
    expect(['尚未', '拟', '据悉'].map((word) => lexicon.modality.get(word))).toEqual([
      'denied',
      'planned',
      'reported',
    ]);
  });

  it('takes comments and blank lines for no entries', () => {
    expect([...lexicon.surnames].filter((word) => word === '' || word.startsWith('#'))).toEqual([]);
  });
});

describe('loadDivisions', () => {
  it('knows all provinces, and gives a short name only to them and to prefectures', () => {
    const divisions = new Map(loadDivisions().map(({ name, shortName }) => [name, shortName]));
    expect(divisions.size).toBeGreaterThan(30_000);
    expect(divisions.get('新疆维吾尔自治区')).toBe('新疆');
    expect(divisions.get('大兴安岭地区')).toBe('大兴安岭');
    expect(divisions.has('巴南区')).toBe(true);
    expect(divisions.get('巴南区')).toBeUndefined();
  });
});

/** A copy of the lexicon with a line appended to one file. */
function lexiconWith(file: string, line: string): string {
  const folder = folderWith({});
  cpSync(path.join(DATA_FOLDER, 'lexicon'), folder, { recursive: true });
  appendFileSync(path.join(folder, file), `\n${line}\n`);
  return folder;
}

/** The number of the appended line. */
const lastLine = (folder: string, file: string) =>
  readFileSync(path.join(folder, file), 'utf8').split('\n').length - 1;

const BROKEN: [file: string, line: string, says: string][] = [
  ['names.tsv', '智翔金泰\tcompany', '"company" is unknown; use one of organization, place'],
  ['names.tsv', '智翔金泰', '1 columns where 2 to'],
  ['names.tsv', '智翔金泰 organization', '1 columns where 2 to'],
  ['names.tsv', '\torganization', 'columns'],
  [
    'suffixes.tsv',
    '公寓\tbuilding\tstrong',
    '"building" is unknown; use one of organization, place',
  ],
  ['suffixes.tsv', '公寓\tplace\tvery', '"very" is unknown; use one of strong, weak'],
  ['suffixes.tsv', '公寓\tplace', '2 columns where 3 are expected'],
  ['suffixes.tsv', '公寓\tplace\tweak\t注', '4 columns where 3 are expected'],
  ['predicates.tsv', '收购\taction', '"action" is unknown; use one of verb, office'],
  ['modality.tsv', '尚未\tnegated', '"negated" is unknown; use one of asserted, denied'],
  ['surnames.txt', '欧阳\t复姓', '2 columns where 1 are expected'],
];

describe('loadLexicon', () => {
  it.each(BROKEN)('says where %s has %j: %s', (file, line, says) => {
    const folder = lexiconWith(file, line);
    const error = errorOf(() => loadLexicon(folder));
    expect(error).toMatchObject({ name: 'MailuoError', code: 'INVALID_FILE' });
    expect(error?.message).toContain(`${file}:${lastLine(folder, file)}: `);
    expect(error?.message).toContain(says);
  });

  it('says which file is missing', () => {
    const folder = lexiconWith('titles.txt', '');
    rmSync(path.join(folder, 'titles.txt'));
    expect(() => loadLexicon(folder)).toThrow(
      expect.objectContaining({
        code: 'INVALID_FILE',
        message: expect.stringContaining(path.join(folder, 'titles.txt')),
      }),
    );
  });

  it('takes names and aliases that a user adds, in files with any line ends', () => {
    const folder = lexiconWith('names.tsv', '# 本地\r\n\r\n智翔金泰 \torganization\t 智翔\t金泰\r');
    const { names } = loadLexicon(folder);
    for (const form of ['智翔金泰', '智翔', '金泰']) {
      expect(names.get(form)).toEqual({ category: 'organization', canonical: '智翔金泰' });
    }
    expect(names.get('# 本地')).toBeUndefined();
  });

  it('lets the names of the file go before those of divisions', () => {
    const folder = lexiconWith('names.tsv', '');
    writeFileSync(path.join(folder, 'names.tsv'), '巴南区\torganization\n');
    expect(loadLexicon(folder).names.get('巴南区')?.category).toBe('organization');
  });
});

function errorOf(action: () => unknown): Error | undefined {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
