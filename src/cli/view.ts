import { Command } from 'commander';
import { addServeOptions, listen, type ServeOptions } from './listen.ts';
import { graphArgument } from './options.ts';
import { message, print } from './output.ts';

export function command(): Command {
  return addServeOptions(new Command('view'))
    .description('Open the viewer on a graph, with the HTTP API beside it')
    .addArgument(graphArgument())
    .option('--no-open', 'do not open a browser')
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo view docs.mailuo
  $ mailuo view docs.mailuo --port 8080 --no-open
  $ curl -G http://127.0.0.1:8080/api/neighbors --data-urlencode name=巴南区

Listens on 127.0.0.1 only, until Ctrl-C. The address is printed on stdout. What a later build makes of
the file is shown after a restart.`,
    )
    .action(async (file: string, options: ServeOptions & { open: boolean }) => {
      const url = new URL(await listen(file, options));
      // The browser gets a cookie for it; later requests need no token in their address.
      if (options.token !== undefined) url.searchParams.set('token', options.token);
      print(url.href);
      message('Press Ctrl-C to stop.');
      if (options.open) await openBrowser(url.href);
    });
}

async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  const browser = await open(url);
  browser.on('error', () => message(`No browser could be opened; go to ${url}`));
}
