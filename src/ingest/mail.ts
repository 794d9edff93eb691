import PostalMime from 'postal-mime';
import { MailuoError } from '../errors.ts';
import { type Content, stated } from './content.ts';
import { readHtml } from './html.ts';
import type { Unpacked } from './zip.ts';

/** A mail with the files that are attached to it. */
export interface Mail {
  readonly content: Content;
  readonly attachments: readonly Unpacked[];
}

/** Read a mail, or a page that a browser saved as one. Pictures within its text are left out. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const mail = await PostalMime.parse(bytes).catch((cause: Error) => {
    throw new MailuoError('INVALID_FILE', `its mail is broken: ${cause.message}`, { cause });
  });
  const page = mail.html ? readHtml(mail.html)[0] : undefined;
  const text = mail.text?.trim() ? mail.text : undefined;
  const author = mail.from?.name;
  const attachments = mail.attachments.flatMap(({ filename, content, related }): Unpacked[] =>
    related || filename === null || typeof content === 'string'
      ? []
      : [{ name: filename, bytes: new Uint8Array(content) }],
  );
  const content: Content = {
    ...stated({ title: mail.subject, date: mail.date?.slice(0, 10) }),
    ...(author && { authors: [author] }),
    ...(text !== undefined
      ? { text }
      : { text: '', ...(page && 'content' in page && page.content) }),
  };
  return { content, attachments };
}
