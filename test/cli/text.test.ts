import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonLines, run, succeed, temporaryFolder } from './run.ts';

const BODY =
  '云岭茶业集团董事长何远洲表示，集团将在石桥镇新建一座冷库，保证鲜叶当天采摘、当天加工。';

describe('text', () => {
  const folder = temporaryFolder();
  beforeAll(() => {
    mkdirSync(path.join(folder, 'docs'));
    writeFileSync(
      path.join(folder, 'docs/a.txt'),
      `首页 > 要闻\n石桥镇新建冷库\n来源：青溪日报 时间：2024-03-19\n${BODY}\n责任编辑：陆小曼\n`,
    );
    writeFileSync(path.join(folder, 'rows.csv'), `编号,甲,乙\n1,${BODY},石桥镇\n2,,白沙乡\n`);
    writeFileSync(path.join(folder, 'broken.pdf'), '%PDF-1.4');
  });

  test.concurrent('prints what is kept, with the facts', async () => {
    const { stdout } = await succeed(['text', 'docs'], folder);
    expect(stdout).toBe(
      `# docs/a.txt\ntitle: 石桥镇新建冷库\ndate: 2024-03-19\nsource: 青溪日报\n\n石桥镇新建冷库\n${BODY}\n\n`,
    );
  });

  test.concurrent('explains what is dropped', async () => {
    const { stdout } = await succeed(['text', 'docs', '--explain'], folder);
    expect(stdout.split('\n').slice(1, 4)).toEqual([
      'menu\t首页 > 要闻',
      'page-facts\t来源：青溪日报 时间：2024-03-19',
      'editor\t责任编辑：陆小曼',
    ]);
  });

  test.concurrent('prints a row a line, and says which ones hold nothing', async () => {
    const args = ['text', 'rows.csv', '--json', '--text-field', '甲', '--title-field', '乙'];
    const { stdout, stderr } = await succeed(args, folder);
    expect(jsonLines(stdout)).toEqual([{ id: 'rows.csv#1', title: '石桥镇', text: BODY }]);
    expect(stderr).toBe('skipped rows.csv#2: its column "甲" is empty\n');
  });

  test.concurrent('fails when nothing can be read, and with --strict when anything cannot', async () => {
    expect(await run(['text', 'broken.pdf'], folder)).toMatchObject({ status: 1, stdout: '' });
    expect(await run(['text', 'docs', 'broken.pdf'], folder)).toMatchObject({ status: 0 });
    expect(await run(['text', 'docs', 'broken.pdf', '--strict'], folder)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^skipped broken\.pdf: .*\nmailuo: 1 skipped, and --strict/),
    });
  });

  test.concurrent('refuses an encoding that is none', async () => {
    const { status, stderr } = await run(['text', 'docs', '--encoding', 'klingon'], folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/gb18030, big5/);
  });
});

describe('documents', () => {
  const folder = temporaryFolder();
  const article = `三月十九日，青溪县举行采茶节。${BODY}县长陆文澜介绍，今年春茶产量预计达到三千二百吨。`;
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'docs'));
    writeFileSync(path.join(folder, 'docs/a.txt'), `采茶节\n${article}`);
    writeFileSync(path.join(folder, 'docs/b.txt'), `青溪采茶\n来源：石桥晚报\n${article}`);
    writeFileSync(path.join(folder, 'docs/c.txt'), '白沙乡的大桥昨日合龙，由江南路桥公司承建。');
    await succeed(['build', 'docs', '-o', 'g.mailuo'], folder);
  });

  test.concurrent('are listed with title, date and source', async () => {
    const { stdout } = await succeed(['documents', 'g.mailuo'], folder);
    expect(stdout).toMatch(
      /^docs\/a\.txt {2}采茶节\ndocs\/b\.txt {2}青溪采茶 {2}石桥晚报\ndocs\/c\.txt/,
    );
  });

  test.concurrent('that reprint each other stand together', async () => {
    const { stdout } = await succeed(['documents', 'g.mailuo', '--clusters'], folder);
    expect(stdout).toMatch(
      /^docs\/a\.txt .*\ndocs\/b\.txt .*\n\n3 documents, 2 independent: 1 reprint/,
    );
    const json = await succeed(['documents', 'g.mailuo', '--clusters', '--json'], folder);
    expect(JSON.parse(json.stdout)).toMatchObject([[{ id: 'docs/a.txt' }, { id: 'docs/b.txt' }]]);
  });
});
