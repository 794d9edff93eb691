import type { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { documentsOf } from './fact.ts';
import { faint, print } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('search', {
    arguments: { q: '<text>' },
    help: `Examples:
  $ mailuo search docs.mailuo 生物
  $ mailuo search docs.mailuo zhixiang
  $ mailuo search docs.mailuo zxjt
  $ mailuo search docs.mailuo 大学 --category organization --json`,
    print(entities, { q }) {
      for (const { label, category, ...counts } of entities) {
        print(`${label} ${faint(`${category}, ${documentsOf(counts)}`)}`);
      }
      if (entities.length === 0) throw new MailuoError('NOT_FOUND', `"${q}": no entity matches`);
    },
  });
}
