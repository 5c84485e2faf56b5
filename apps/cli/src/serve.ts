import type { Configuration, RunningServer } from '@entente/server';
import type { Command } from 'commander';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

const LOOK_FOR_PARENT_MS = 250;

/**
 * Resolves at the first request to stop: Ctrl-C, a service manager, or the terminal being closed. npm runs its scripts
 * through a shell that dies of SIGTERM without passing it on: under npm the loss of that parent is such a request, too.
 */
function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) resolve();
    }, LOOK_FOR_PARENT_MS).unref();
  });
}

const faultText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Any of these says that somebody has settled who may come in. */
const SETTLES_ACCESS = ['ENTENTE_DEMO', 'HOST', 'DATABASE_URL', 'ENTENTE_URL'];

const isDemoSet = (given: NodeJS.ProcessEnv): boolean => (given['ENTENTE_DEMO'] ?? '') !== '';

/** The environment of `serve --try`: on a machine where nothing was settled, Entente opens without an account. */
function triedEnvironment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isSettled = SETTLES_ACCESS.some((name) => (given[name] ?? '') !== '');
  return isSettled ? given : { ...given, ENTENTE_DEMO: '1' };
}

function announce({ productVersion }: Configuration, server: RunningServer): void {
  const { url, demo, dataFolder, database, setUpUrl } = server;
  say(
    `Entente ${productVersion} is running; Ctrl-C stops it.\n  address   ${url}\n  data      ${dataFolder}\n  database  ${database}`,
  );
  if (demo) say('  access    demo (ENTENTE_DEMO=1): whoever uses this machine is the local user, without an account');
  if (setUpUrl !== null)
    say(`  set up    ${setUpUrl}\n            makes the first account, once, until the next start`);
}

/** A fault of ours must not leave PostgreSQL behind: stop what runs, then end as failed. */
function stopOnFault(stop: () => Promise<void>): void {
  const end = (error: unknown): void => {
    tell(`Entente ended by a fault of its own: ${faultText(error)}`);
    void stop().finally(() => process.exit(1));
  };
  process.once('uncaughtException', end);
  process.once('unhandledRejection', end);
}

async function serve(options: { readonly try?: true }): Promise<void> {
  const stopAsked = stopRequest();
  const { configurationFrom, StartRefusal, startServer } = await import('@entente/server');
  const read = configurationFrom(options.try === true ? triedEnvironment(process.env) : process.env);
  if (!read.ok) {
    for (const { message, fix } of read.problems) tell(`entente: ${message} ${fix}`);
    process.exitCode = 1;
    return;
  }
  const configuration = read.value;
  const { ensurePages, PagesRefusal } = await import('./serve-pages.ts');
  try {
    const server = await startServer(configuration, {
      report: (line) => tell(`entente: ${line}`),
      preparePages: () => ensurePages(configuration.projectFolder, tell),
      // Said by whoever only tries: it opens nothing that accounts close.
      demoUnlessAccounts: options.try === true && !isDemoSet(process.env),
    });
    stopOnFault(server.stop);
    announce(configuration, server);
    await stopAsked;
    await server.stop();
    process.exit(0);
  } catch (error) {
    const isExpected = error instanceof StartRefusal || error instanceof PagesRefusal;
    tell(`entente: ${isExpected ? error.message : faultText(error)}`);
    process.exit(1);
  }
}

/** `entente serve`: the pages, the API and the database. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('start Entente: database, pages and API')
    .option(
      '--try',
      `open without an account (ENTENTE_DEMO=1) where none of ${SETTLES_ACCESS.join(', ')} is set and nobody has one`,
    )
    .addHelpText(
      'after',
      '\nSettings are environment variables, listed in docs/operating/configuration.md.\n\nExamples:\n  entente serve\n  entente serve --try\n  PORT=8080 ENTENTE_DATA=/srv/entente entente serve\n  DATABASE_URL=postgres://entente:secret@db.example:5432/entente entente serve',
    )
    .action(serve);
}
