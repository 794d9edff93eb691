import { Command } from 'commander';
import { openGraph } from '../store/opengraph.ts';
import { graphArgument } from './options.ts';
import { message } from './output.ts';

export function command(): Command {
  return new Command('mcp')
    .description('Let an AI assistant ask the graph (Model Context Protocol, on stdin and stdout)')
    .addArgument(graphArgument())
    .addHelpText(
      'after',
      `
The assistant starts the command itself. It gets the tools search, neighbors, path, why and top, whose
answers quote sentences with their documents. In the configuration of an assistant:

  { "mcpServers": { "docs": { "command": "mailuo", "args": ["mcp", "/path/to/docs.mailuo"] } } }

Examples:
  $ mailuo mcp docs.mailuo`,
    )
    .action(async (file: string) => {
      // Loaded only now, since `mailuo --help` needs no server.
      const [{ StdioServerTransport }, { createMcpServer }] = await Promise.all([
        import('@modelcontextprotocol/sdk/server/stdio.js'),
        import('../server/mcp.ts'),
      ]);
      const server = createMcpServer(await openGraph(file));
      server.onerror = (error) => message(`mailuo: ${error.message}`);
      await server.connect(new StdioServerTransport());
    });
}
