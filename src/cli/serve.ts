import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Command, Option } from 'commander';
import { openGraph } from '../store/database.ts';
import { graphArgument } from './options.ts';
import { message, print, wholeNumber } from './output.ts';

export interface ServeOptions {
  readonly port: number;
  readonly token?: string;
}

export function command(): Command {
  return addServeOptions(new Command('serve'))
    .description('Answer questions to a graph over HTTP, without opening a browser')
    .addArgument(graphArgument())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo serve docs.mailuo --port 8080
  $ curl 'http://127.0.0.1:8080/api/neighbors?name=巴南区&relation=verb&limit=5'
  $ curl 'http://127.0.0.1:8080/api/openapi.json'            all questions and their parameters
  $ MAILUO_TOKEN=secret mailuo serve docs.mailuo --port 8080
  $ curl -H 'Authorization: Bearer secret' 'http://127.0.0.1:8080/api/top'

Listens on 127.0.0.1 only, until Ctrl-C, and only reads. The address is printed on stdout.`,
    )
    .action(async (file: string, options: ServeOptions) => {
      print(await listen(file, options));
      message('Press Ctrl-C to stop.');
    });
}

export function addServeOptions(command: Command): Command {
  return command
    .option('--port <n>', 'port to listen on (default: a free one)', wholeNumber(0, 65535), 0)
    .addOption(
      new Option('--token <token>', 'answer only requests that bear this token').env(
        'MAILUO_TOKEN',
      ),
    );
}

/** Serve a graph. Gives the address. Loads the server only then, since `mailuo --help` needs none. */
export async function listen(file: string, { port, token }: ServeOptions): Promise<string> {
  const [{ serve }, { createApp }] = await Promise.all([
    import('@hono/node-server'),
    import('../server/app.ts'),
  ]);
  const app = createApp(await openGraph(file), { token });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
