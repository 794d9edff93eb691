import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Command } from 'commander';
import open from 'open';
import { createApp } from '../server/app.ts';
import { openStore } from '../store/file.ts';
import { graphArgument } from './options.ts';
import { message, print, wholeNumber } from './output.ts';

export function command(): Command {
  return new Command('view')
    .description('Open the viewer on a graph, with the HTTP API beside it')
    .addArgument(graphArgument())
    .option('--port <n>', 'port to listen on (default: a free one)', wholeNumber(0, 65535), 0)
    .option('--no-open', 'do not open a browser')
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo view docs.mailuo
  $ mailuo view docs.mailuo --port 8080 --no-open
  $ curl 'http://127.0.0.1:8080/api/neighbors?name=巴南区'

Listens on 127.0.0.1 only, until Ctrl-C. The address is printed on stdout.`,
    )
    .action(async (file: string, options: { port: number; open: boolean }) => {
      const app = createApp(await openStore(file));
      const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port });
      await once(server, 'listening');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      print(url);
      message('Press Ctrl-C to stop.');
      if (options.open) await openBrowser(url);
    });
}

async function openBrowser(url: string): Promise<void> {
  const browser = await open(url);
  browser.on('error', () => message(`No browser could be opened; go to ${url}`));
}
