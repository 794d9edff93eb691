import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { saveStore } from '../../src/store/file.ts';
import { VERSION } from '../../src/version.ts';
import { STORE } from '../query/graph.ts';
import { MAIN, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const client = new Client({ name: 'test', version: '1' });
beforeAll(async () => {
  await saveStore(path.join(folder, 'graph.mailuo'), STORE);
  const args = [MAIN, 'mcp', 'graph.mailuo'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder }));
});
afterAll(() => client.close());

/** The lines of an answer. */
async function ask(
  name: string,
  given: Record<string, unknown>,
  isError = false,
): Promise<string[]> {
  const result = await client.callTool({ name, arguments: given });
  expect(Boolean(result.isError)).toBe(isError);
  const [content] = result.content as { type: string; text: string }[];
  expect(content!.type).toBe('text');
  return content!.text.split('\n');
}

test('an assistant learns what it can ask, and that answers only read', async () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'mailuo', version: VERSION });
  expect(client.getInstructions()).toMatch(/cite them/);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['search', 'neighbors', 'path', 'why', 'top']);
  for (const { description, inputSchema, annotations } of tools) {
    expect(description).not.toBe('');
    expect(inputSchema.type).toBe('object');
    expect(inputSchema['additionalProperties']).toBe(false);
    expect(annotations).toMatchObject({ readOnlyHint: true });
  }
  const { properties, required } = tools.find(({ name }) => name === 'neighbors')!.inputSchema;
  expect(required).toEqual(['name']);
  expect(properties!['limit']).toMatchObject({ type: 'integer', maximum: 20, default: 20 });
  expect(properties!['relation']).toMatchObject({ type: 'array' });
});

describe('an assistant is answered with sentences and their documents', () => {
  const CASES: [tool: string, given: Record<string, unknown>, lines: string[]][] = [
    ['search', { q: 'swz' }, ['生物展 (program:生物展, 1 documents)']],
    ['search', { q: '不存在' }, ['Nothing is found.']],
    ['top', { by: 'documents', limit: 1 }, ['巴南区 (place:巴南区, 3 documents)']],
    [
      'top',
      { by: 'documents', category: 'organization', limit: 2 },
      [
        '巴南区委 (organization:巴南区委, 1 documents)',
        '智翔金泰 (organization:智翔金泰, 1 documents)',
        'These are the first 2; there may be more.',
      ],
    ],
    [
      'neighbors',
      { name: '贸服中心', relation: ['verb'] },
      [
        '巴南区 (place:巴南区, 3 documents)',
        '- 巴南区 → 建成 → 重庆RCEP投资贸易服务中心 (asserted, 1 sentences)',
        '  “重庆RCEP投资贸易服务中心（简称贸服中心）由巴南区建成。” (01.txt)',
      ],
    ],
    [
      'why',
      { source: '智翔金泰', target: '重庆国际生物城', relation: ['verb'], quotes: 1 },
      [
        '- 智翔金泰 → 落户 → 重庆国际生物城 (planned, 2 sentences)',
        '  “智翔金泰落户重庆国际生物城。” (02.txt)',
      ],
    ],
    [
      'path',
      { from: '生物展', to: '重庆国际生物城' },
      [
        'Path 1, 2 steps',
        '- 巴南区 – 生物展 共现 (1 sentences)',
        '  “巴南区办生物展。” (03.txt)',
        '- 重庆国际生物城 → 位于 → 巴南区 (asserted, 1 sentences)',
        '  “重庆国际生物城位于巴南区。” (02.txt)',
      ],
    ],
    [
      'why',
      { source: '智翔金泰', target: '重庆国际生物城', status: ['planned'] },
      [
        '- 智翔金泰 → 落户 → 重庆国际生物城 (planned, 2 sentences)',
        '  “智翔金泰落户重庆国际生物城。” (02.txt)',
        '  “智翔金泰仍在重庆国际生物城。” (02.txt)',
      ],
    ],
  ];
  it.each(CASES)('%s %o', async (tool, given, lines) => {
    expect(await ask(tool, given)).toEqual(lines);
  });
});

describe('an assistant that asks wrongly is told how', () => {
  const CASES: [tool: string, given: Record<string, unknown>, message: RegExp][] = [
    ['neighbors', { name: '不存在' }, /"不存在".*no entity/],
    ['neighbors', { name: '巴' }, /full name or the key/],
    ['neighbors', {}, /^name: is missing/],
    ['neighbors', { name: '巴南区', foo: 1 }, /^foo: is unknown; use name, hops/],
    ['neighbors', { name: '巴南区', limit: 1000 }, /^limit: give a whole number from 1 to 20/],
    ['neighbors', { name: '巴南区', relation: ['love'] }, /^relation: Allowed choices are verb/],
    ['why', { source: '巴南区' }, /^target: /],
    ['drop', {}, /no tool "drop"; use one of search/],
    ['constructor', {}, /no tool "constructor"/],
  ];
  it.each(CASES)('%s %o', async (tool, given, message) => {
    expect((await ask(tool, given, true)).join('\n')).toMatch(message);
  });
});
