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

/** A plain text so many times shorter than the page beside it only points to that. */
const STUB = 3;

/** Read a mail, or a page that a browser saved as one. Pictures within its text are left out. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const mail = await PostalMime.parse(bytes).catch((cause: Error) => {
    throw new MailuoError('INVALID_FILE', `its mail is broken: ${cause.message}`, { cause });
  });
  const [part] = mail.html ? readHtml(mail.html) : [];
  const page = part && 'content' in part ? part.content : undefined;
  const text = mail.text ?? '';
  // 请看网页部分：纯文本部分有时只有这一句。
  const isStub = page !== undefined && text.trim().length * STUB < page.text.trim().length;
  const author = mail.from?.name;
  const attachments = mail.attachments.flatMap(({ filename, content, related }): Unpacked[] =>
    related || filename === null || typeof content === 'string'
      ? []
      : [{ name: filename, bytes: new Uint8Array(content) }],
  );
  const content: Content = {
    ...stated({ title: mail.subject, date: dayOf(mail.headers) }),
    ...(author && { authors: [author] }),
    ...(isStub || text.trim() === '' ? { text: '', ...page } : { text }),
  };
  return { content, attachments };
}

/** The day where the mail was written, which may not be that of UTC. */
function dayOf(headers: readonly { readonly key: string; readonly value: string }[]) {
  const stated = headers.find(({ key }) => key === 'date')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d)(\d\d)/.exec(stated) ?? [];
  const offset = sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
  const time = new Date(Date.parse(stated.replace(/\(.*/, '')) + offset * 60_000);
  return Number.isNaN(time.valueOf()) ? undefined : time.toISOString().slice(0, 10);
}
