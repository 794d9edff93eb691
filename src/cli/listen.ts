import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { MailuoError } from '../errors.ts';
import { openGraph } from '../store/opengraph.ts';
import { wholeNumber } from './options.ts';
import { message } from './output.ts';

/** What `addServeOptions` adds, as commander parses it. */
export interface ServeOptions {
  readonly port: number;
  readonly token?: string;
}

/** Options of the commands that serve a graph over HTTP. */
export function addServeOptions(command: Command): Command {
  return command
    .option('--port <n>', 'port to listen on (default: a free one)', wholeNumber(0, 65535), 0)
    .addOption(
      new Option('--token <token>', 'answer only requests that bear this token')
        .env('MAILUO_TOKEN')
        .argParser(visible),
    );
}

/** What a header of HTTP can bear. */
function visible(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new InvalidArgumentError('Give letters, digits and signs of ASCII, without spaces.');
}

/** Serve a graph. Gives the address. Loads the server only then, since `mailuo --help` needs none. */
export async function listen(file: string, { port, token }: ServeOptions): Promise<string> {
  const [{ serve }, { createApp }] = await Promise.all([
    import('@hono/node-server'),
    import('../server/app.ts'),
  ]);
  const app = createApp(await openGraph(file), { token, report });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port });
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    throw new MailuoError('INVALID_ARGUMENT', `port ${port}: ${reasonFor(cause)}`, { cause });
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function reasonFor({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return 'another program listens there; choose another, or none';
  if (code === 'EACCES') return 'only root may listen there; choose one from 1024 on, or none';
  return message;
}

function report(error: Error): void {
  message(`mailuo: ${error.stack}`);
}
