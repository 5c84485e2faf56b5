import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../platform/test-database.ts';
import { arrayBytes } from './array-bytes.ts';

const database = await freshDatabase();
afterAll(() => database.remove());

async function readBack(type: 'uuid' | 'text', texts: readonly (string | null)[]): Promise<(string | null)[]> {
  const { rows } = await sql<{ values: (string | null)[] }>`
    select array(select value::text from unnest(${arrayBytes(type, texts)}::${sql.raw(type)}[])
      with ordinality as each (value, nth) order by nth) as values`.execute(database.app);
  return rows[0]?.values ?? [];
}

// PostgreSQL holds no NUL in a text.
const texts = fc.array(
  fc.option(
    fc.oneof(
      fc.constantFrom('', 'NULL', '{', '"', '\\', 'a,b', '\u{1F91D}', '株式会社', ' '),
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
    ),
  ),
  { maxLength: 40 },
);

test('the database reads the texts that were written, nulls and empty ones among them', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (given) => {
      expect(await readBack('text', given)).toEqual(given);
    }),
    { numRuns: 60 },
  );
});

test('the database reads the ids that were written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.uuid()), { maxLength: 40 }), async (given) => {
      expect(await readBack('uuid', given)).toEqual(given);
    }),
    { numRuns: 30 },
  );
});

test.each(['', 'abc', '00000000-0000-4000-8000-00000000000g', '00000000-0000-4000-8000-0000000000000', '0-0'])(
  'an id that is none is refused: %j',
  (id) => {
    expect(() => arrayBytes('uuid', [id])).toThrow('an id is a UUID');
  },
);

test('the bytes stand in memory of their own', () => {
  const bytes = arrayBytes('text', ['a']);
  expect(bytes.byteOffset).toBe(0);
  expect(structuredClone(bytes, { transfer: [bytes.buffer] })).toHaveLength(25);
  expect(bytes).toHaveLength(0);
});
