import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStopNames, readUserNames } from '../../src/lexicon/preferences.ts';
import { folderWith } from '../ingest/folder.ts';

const fileWith = (content: string) => path.join(folderWith({ 'names.tsv': content }), 'names.tsv');

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toMatchObject({ name: 'MailuoError', code: 'INVALID_FILE' });
    return (error as Error).message;
  }
  return 'no error';
}

describe('a user lexicon', () => {
  it('has comments, a byte order mark, any line ends and any number of aliases', () => {
    const file = fileWith(
      '\ufeff# 本地\r\n\r\n凌霄计划\tprogram\t凌霄\t 凌霄工程 \r\n青川农商银行\torganization\n',
    );
    expect(readUserNames(file)).toEqual([
      { name: '凌霄计划', category: 'program', aliases: ['凌霄', '凌霄工程'] },
      { name: '青川农商银行', category: 'organization', aliases: [] },
    ]);
  });

  it('may say the same twice', () => {
    expect(readUserNames(fileWith('凌霄\tprogram\n凌霄\tprogram\t凌霄计划\n'))).toHaveLength(2);
  });

  const BROKEN: [content: string, line: number, says: string][] = [
    ['# 注\n凌霄计划\tproject\n', 2, '"project" is unknown; use one of organization, place'],
    ['凌霄计划\n', 1, '1 columns where 2 or more are expected; separate them with tabs'],
    ['凌霄计划 program\n', 1, 'separate them with tabs'],
    ['\n\tprogram\n', 2, 'the first of 2 columns is empty; write the name'],
    ['凌霄\tprogram\n凌霄\tplace\n', 2, '"凌霄" already stands for 凌霄 (program) at '],
    ['甲\tplace\t凌霄\n乙\tplace\t凌霄\n', 2, '"凌霄" already stands for 甲 (place) at '],
    ['凌霄\tprogram\n蓝鲸\tprogram\tＡ\nA\tplace\n', 3, '"A" already stands for 蓝鲸 (program)'],
    [`${'凌'.repeat(101)}\tprogram\n`, 1, 'has 101 characters where 100 are the most'],
    [`凌霄\tprogram\t${'凌'.repeat(101)}\n`, 1, 'has 101 characters'],
  ];
  it.each(BROKEN)('says where %j is wrong: line %i, %s', (content, line, says) => {
    const file = fileWith(content);
    const message = messageOf(() => readUserNames(file));
    expect(message).toContain(`${file}:${line}: `);
    expect(message).toContain(says);
  });

  it('says that a file is missing', () => {
    expect(messageOf(() => readUserNames('none.tsv'))).toMatch(
      /^none\.tsv: the lexicon cannot be read/,
    );
  });

  it('says that a file is not in UTF-8', () => {
    const gb18030 = Buffer.from([0xc1, 0xe8, 0xcf, 0xf6, 0x09, 0x70]);
    const folder = folderWith({ 'names.tsv': gb18030 });
    expect(messageOf(() => readUserNames(path.join(folder, 'names.tsv')))).toContain('UTF-8');
  });
});

describe('a stop list', () => {
  it('holds one name a line', () => {
    expect(readStopNames(fileWith('# 不是名称\n大力发展\r\n高质量发展\n'))).toEqual([
      '大力发展',
      '高质量发展',
    ]);
  });

  it('says where a line has more than a name', () => {
    const file = fileWith('大力发展\n凌霄\tprogram\n');
    expect(messageOf(() => readStopNames(file))).toContain(`${file}:2: 2 columns where 1 `);
  });
});
