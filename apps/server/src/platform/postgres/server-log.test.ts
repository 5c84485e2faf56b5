import { describe, expect, test } from 'vitest';
import { causeLine, refusalOfLog, saysDiskFull } from './server-log.ts';

describe('the cause of a failed start', () => {
  test.each([
    [
      '2026-01-01 00:00:00.000 UTC [7] LOG:  starting PostgreSQL 18.4\n2026-01-01 00:00:00.000 UTC [7] FATAL:  data directory "/x" has invalid permissions\n2026-01-01 DETAIL:  Permissions should be 0700\n',
      'data directory "/x" has invalid permissions',
    ],
    [
      'initdb: error: could not create directory "/x/pg_wal": Permission denied\n',
      'could not create directory "/x/pg_wal": Permission denied',
    ],
    ['one line without a mark', 'one line without a mark'],
    ['', 'it said nothing'],
  ])('is the last line that says so', (text, cause) => {
    expect(causeLine(text)).toBe(cause);
  });

  test.each([
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device',
    'initdb: error: could not write to file: Disk quota exceeded',
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 5\nHINT:  Check free disk space.\nPANIC:  cannot abort transaction 1',
  ])('a full disk is told as such: %s', (text) => {
    expect(saysDiskFull(text)).toBe(true);
    expect(refusalOfLog(text, '/data', '/data/postgres.log').message).toBe(
      'No space is left on the disk that holds /data; nothing was changed there. Free at least 200 MB, or set ENTENTE_DATA to a folder on another disk, and start again.',
    );
  });
});
