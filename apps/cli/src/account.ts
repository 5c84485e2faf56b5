import type { Command } from 'commander';
import { Outcome } from '@entente/core/kernel';
import { inDatabases } from './workspace-work.ts';

type Options = { readonly json?: boolean };

const moment = (at: Date | null): string => (at === null ? 'never' : at.toISOString().slice(0, 16).replace('T', ' '));

async function list({ json = false }: Options): Promise<void> {
  const accounts = await inDatabases(json, (databases, server) => server.listAccounts(databases));
  if (accounts === null) return;
  if (json) {
    process.stdout.write(`${JSON.stringify({ accounts })}\n`);
    return;
  }
  for (const { email, name, createdAt, lastSeen, asksForCode, passkeys, provider } of accounts) {
    const ways = [
      provider === null ? 'password' : `by ${provider}`,
      ...(asksForCode ? ['codes'] : []),
      ...(passkeys > 0 ? [`${passkeys} ${passkeys === 1 ? 'passkey' : 'passkeys'}`] : []),
    ];
    process.stdout.write(
      `${email}\n  ${name}; ${ways.join(', ')}; since ${moment(createdAt)}, last seen ${moment(lastSeen)} (UTC)\n`,
    );
  }
  process.stdout.write(accounts.length === 1 ? '1 account\n' : `${accounts.length} accounts\n`);
}

async function resetLink(email: string, { json = false }: Options): Promise<void> {
  const made = await inDatabases(json, async (databases, server, configuration) => {
    const created = await server.createResetToken(server.signInFor(databases, configuration), email);
    if (!created.ok) return created;
    const { token, expiresAt } = created.value;
    return Outcome.of({ link: `${server.originOf(configuration)}/new-password#${token}`, expiresAt });
  });
  if (made === null) return;
  process.stdout.write(
    json
      ? `${JSON.stringify(made)}\n`
      : `${made.link}\n  sets a new password for ${email}, once, until ${moment(made.expiresAt)} (UTC), and signs out every device\n`,
  );
}

/** `entente account`: for whoever has the data folder, and no mailbox at hand. */
export function registerAccount(program: Command): void {
  const account = program.command('account').description('the accounts of this server, and a way back in');
  account
    .command('list')
    .description('name every account, how it signs in and when it was last seen')
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  entente account list')
    .action(list);
  account
    .command('reset-link')
    .description('make a link that sets a new password, where no e-mail can be sent')
    .argument('<email>', 'the e-mail of the account')
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  entente account reset-link hanako@firm.example')
    .action(resetLink);
}
