import { Command } from 'commander';
import { addServeOptions, listen, type ServeOptions } from './listen.ts';
import { graphArgument } from './options.ts';
import { message, print } from './output.ts';

export function command(): Command {
  return addServeOptions(new Command('serve'))
    .description('Answer questions to a graph over HTTP, without opening a browser')
    .addArgument(graphArgument())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo serve docs.mailuo --port 8080
  $ curl -G http://127.0.0.1:8080/api/neighbors --data-urlencode name=巴南区 -d relation=verb -d limit=5
  $ curl http://127.0.0.1:8080/api/openapi.json             all questions and their parameters
  $ MAILUO_TOKEN=secret mailuo serve docs.mailuo --port 8080
  $ curl -H 'Authorization: Bearer secret' 'http://127.0.0.1:8080/api/top'

Listens on 127.0.0.1 only, until Ctrl-C, and only reads. The address is printed on stdout. What a later
build makes of the file is served after a restart.`,
    )
    .action(async (file: string, options: ServeOptions) => {
      print(await listen(file, options));
      message('Press Ctrl-C to stop.');
    });
}
