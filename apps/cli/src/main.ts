import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';

type Registration = (program: Command) => void;

/** Each command is loaded when it is asked for, so that none waits for what only another one needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Registration>>> = {
  serve: async () => (await import('./serve.ts')).registerServe,
  cases: async () => (await import('./cases.ts')).registerCases,
  portfolio: async () => (await import('./portfolio.ts')).registerPortfolio,
  network: async () => (await import('./network.ts')).registerNetwork,
  panel: async () => (await import('./panel.ts')).registerPanel,
  lifecycle: async () => (await import('./lifecycle.ts')).registerLifecycle,
  select: async () => (await import('./select.ts')).registerSelect,
  import: async () => (await import('./import.ts')).registerImport,
  export: async () => (await import('./export.ts')).registerExport,
  account: async () => (await import('./account.ts')).registerAccount,
  audit: async () => (await import('./audit.ts')).registerAudit,
};

const EXIT_USAGE = 2;
const HELP = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

function productVersion(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Whoever is refused is sent to the help of the very command. */
function pointToHelp(command: Command, words: string): void {
  command.showHelpAfterError(`(see ${words} --help)`);
  for (const inner of command.commands) pointToHelp(inner, `${words} ${inner.name()}`);
}

function newProgram(): Command {
  return new Command('entente')
    .description('Keep, steer and study strategic alliances.')
    .version(productVersion(), '-V, --version', 'say which version this is')
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      'after',
      '\nExamples:\n  entente serve\n  entente cases check\n  entente portfolio lioho --population joint-ventures\n  entente network --from alliances.csv --as-of 2015 --out measures.csv\n  entente select --from partners.csv --method topsis\n  entente import alliances.xlsx --dry-run\n\nSettings: docs/operating/configuration.md',
    );
}

async function main(words: readonly string[]): Promise<void> {
  const program = newProgram();
  const asked = COMMANDS[words.find((word) => !word.startsWith('-')) ?? ''];
  const loading = asked === undefined ? Object.values(COMMANDS) : [asked];
  for (const register of await Promise.all(loading.map((load) => load()))) register(program);
  pointToHelp(program, program.name());
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = HELP.has(error.code) && words.length > 0 ? 0 : EXIT_USAGE;
  }
}

/** Whoever reads what is printed may have read enough (`| head`), or have no room for it. */
function endWithOutput(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.stderr.write(`The output could not be written: ${error.message}\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
}

process.stdout.on('error', endWithOutput);
await main(process.argv.slice(2));
