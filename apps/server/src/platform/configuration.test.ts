import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { configurationFrom, configurationTable, projectFolder } from './configuration.ts';
import { withConfigurationTable } from './configuration-table.ts';

const page = readFileSync(path.join(projectFolder, 'docs/operating/configuration.md'), 'utf8');

describe('the documentation', () => {
  test('holds the table that the schema gives', () => {
    expect(page).toBe(withConfigurationTable(page));
  });

  test('names every variable that the server and the command line read, and no other', () => {
    const documented = configurationTable().map(({ name }) => name);
    expect([...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((row) => row[1])).toEqual(documented);
  });
});

describe('the configuration', () => {
  test('needs nothing', () => {
    const read = configurationFrom({ HOME: '/srv/ann' });
    expect(read).toMatchObject({
      ok: true,
      value: { port: 4400, host: '127.0.0.1', dataFolder: null, home: '/srv/ann', log: 'warn' },
    });
    expect(read.ok && read.value.database).toEqual({ kind: 'embedded', osUser: null });
  });

  test('takes a variable set to nothing as unset', () => {
    const empty = { PORT: '', HOST: '', ENTENTE_DATA: '', DATABASE_URL: '', ENTENTE_LOG: '' };
    expect(configurationFrom(empty)).toEqual(configurationFrom({}));
  });

  test('reads every variable', () => {
    const read = configurationFrom({
      PORT: '0',
      HOST: '::1',
      ENTENTE_DATA: '/srv/données de test',
      DATABASE_URL: 'postgres://boss:pw@db:5433/x',
      DATABASE_APP_URL: 'postgresql://entente_app:pw@db:5433/x',
      ENTENTE_LOG: 'info',
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        port: 0,
        host: '::1',
        dataFolder: '/srv/données de test',
        log: 'info',
        database: { kind: 'external', appUrl: 'postgresql://entente_app:pw@db:5433/x', roomUrl: null, authUrl: null },
      },
    });
  });

  test.each([
    ['PORT', 'eighty', 'PORT=eighty is not a whole number.'],
    ['PORT', '65536', 'PORT=65536 is above 65535.'],
    ['PORT', '-1', 'PORT=-1 is not a whole number.'],
    ['HOST', 'http://here', 'HOST=http://here is not an address to listen on'],
    ['ENTENTE_DEMO', 'yes', 'ENTENTE_DEMO=yes is neither 1 nor unset'],
    ['ENTENTE_URL', 'entente.example', 'ENTENTE_URL=entente.example is not http://'],
    ['ENTENTE_URL', 'https://entente.example/app', 'with a host and nothing behind it'],
    ['ENTENTE_SMTP_URL', 'https://mail:secret@mail.example', 'ENTENTE_SMTP_URL is not an SMTP address'],
    ['ENTENTE_MAIL_FROM', 'nobody', 'is not an e-mail address'],
    ['ENTENTE_DATA', '~/data', 'ENTENTE_DATA=~/data starts with "~"'],
    ['ENTENTE_PG_OSUSER', 'root', 'ENTENTE_PG_OSUSER=root is root'],
    ['ENTENTE_PG_OSUSER', '-u root', 'is not a user name'],
    ['ENTENTE_LOG', 'loud', 'ENTENTE_LOG=loud is not a level.'],
    ['DATABASE_URL', 'mysql://a:b@c/d', 'DATABASE_URL is not a PostgreSQL address with a user.'],
    ['DATABASE_URL', 'postgres://nobody-named/x', 'DATABASE_URL is not a PostgreSQL address with a user.'],
  ])('refuses %s=%s and names the mend', (name, text, message) => {
    const read = configurationFrom({ [name]: text });
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'configuration-invalid' }] });
    if (read.ok) return;
    expect(read.problems[0]?.message).toContain(message);
    expect(read.problems[0]?.fix).toMatch(/^(Set|Unset|Write) .+\.$/);
  });

  test('refuses a role address of another role, and never repeats a password', () => {
    const read = configurationFrom({
      DATABASE_URL: 'postgres://boss:hunter2@db/x',
      DATABASE_APP_URL: 'postgres://boss:hunter2@db/x',
    });
    expect(read).toMatchObject({
      ok: false,
      problems: [{ message: 'DATABASE_APP_URL does not log in as entente_app.' }],
    });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });

  test('refuses a role address without DATABASE_URL', () => {
    expect(configurationFrom({ DATABASE_ROOM_URL: 'postgres://entente_room:x@db/x' })).toMatchObject({
      ok: false,
      problems: [{ message: 'DATABASE_ROOM_URL set without DATABASE_URL.' }],
    });
  });

  test.each(['0.0.0.0', '192.168.1.5', 'example.org', '127.0.0.1.example.org', '::'])(
    'opens HOST=%s to the network with accounts, never as a demo',
    (host) => {
      expect(configurationFrom({ HOST: host })).toMatchObject({ ok: true, value: { host, demo: false } });
      const demo = configurationFrom({ HOST: host, ENTENTE_DEMO: '1' });
      expect(demo.ok ? '' : demo.problems[0]?.message).toContain('would open the demo to the network');
    },
  );

  test('wants both settings of e-mail or none', () => {
    expect(configurationFrom({ ENTENTE_MAIL_FROM: 'entente@firm.example' }).ok).toBe(false);
    expect(configurationFrom({ ENTENTE_SMTP_URL: 'smtp://mail.example:587' }).ok).toBe(false);
    const both = { ENTENTE_SMTP_URL: 'smtp://mail.example:587', ENTENTE_MAIL_FROM: 'entente@firm.example' };
    expect(configurationFrom(both)).toMatchObject({ ok: true, value: { mailFrom: 'entente@firm.example' } });
  });

  test('names everything at fault at once', () => {
    const read = configurationFrom({ PORT: 'x', HOST: 'a b', ENTENTE_LOG: 'y' });
    expect(read.ok ? [] : read.problems.map(({ message }) => message.split('=')[0])).toEqual([
      'PORT',
      'HOST',
      'ENTENTE_LOG',
    ]);
  });
});
