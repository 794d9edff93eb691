import type { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { faint, print } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('documents', {
    arguments: { name: '[name]' },
    help: `Examples:
  $ mailuo documents docs.mailuo
  $ mailuo documents docs.mailuo 智翔金泰             those that name it, most often first
  $ mailuo documents docs.mailuo --since 2024-03 --q 发布会`,
    print(documents) {
      for (const { id, title, date, mentions } of documents) {
        const details = [date, mentions && `${mentions} mentions`].filter(Boolean).join(', ');
        print(`${id}  ${title}${details ? faint(`  ${details}`) : ''}`);
      }
      if (documents.length === 0) throw new MailuoError('NOT_FOUND', 'no document is like that');
    },
  });
}
