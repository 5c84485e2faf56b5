import { EdtfDate, type Outcome, Period } from '@entente/core/kernel';
import { emptyRows, type RegisterRows } from '@entente/core/register';
import { afterAll, describe, expect, it } from 'vitest';
import { PanelDesk } from './panel-desk.ts';
import type { PanelFileQuestion } from './panel-file.ts';

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error('the dates hold');
  return outcome.value;
};
const period = valueOf(Period.parse('1990', '..'));
const start = valueOf(EdtfDate.parse('1990'));

/** A register of so many alliances of two firms each. */
function generated(alliances: number): RegisterRows {
  const firms = Math.ceil(alliances / 2);
  return {
    ...emptyRows(),
    organisations: Array.from({ length: firms }, (_, nth) => ({
      id: `o${nth}`,
      slug: `firm-${nth}`,
      name: `Firm, the ${nth}th`,
      kind: 'firm',
      country: null,
      founded: null,
      closed: null,
      lei: null,
      place: null,
      valueChainPosition: null,
    })),
    alliances: Array.from({ length: alliances }, (_, nth) => ({
      id: `a${nth}`,
      slug: `alliance-${nth}`,
      name: null,
      form: 'licence',
      venture: null,
      start,
      end: period.to,
      ending: null,
      endedInto: null,
      objectives: null,
      stage: null,
      status: null,
    })),
    memberships: Array.from({ length: alliances }, (_, nth) => [nth % firms, (nth * 7 + 1) % firms]).flatMap(
      (members, nth) =>
        members.map((member, at) => ({
          ...period,
          id: `m${nth}-${at}`,
          alliance: `a${nth}`,
          organisation: `o${member}`,
          role: null,
        })),
    ),
  } as unknown as RegisterRows;
}

const question = (format: 'csv' | 'parquet'): PanelFileQuestion => ({
  rows: generated(400),
  population: 'all',
  level: 'organisation',
  format,
});

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const taken: Uint8Array[] = [];
  for await (const part of parts) taken.push(part);
  return Buffer.concat(taken);
}

describe('panels made in a worker', () => {
  const near = new PanelDesk(Infinity);
  const far = new PanelDesk(0);
  afterAll(() => far.close());

  it.each(['csv', 'parquet'] as const)('are those of the own thread to the last byte, as %s', async (format) => {
    const [one, other] = await Promise.all([
      whole(far.partsOf(question(format))),
      whole(far.partsOf({ ...question(format), level: 'house' })),
    ]);
    expect(one.length).toBeGreaterThan(5_000);
    expect(one.equals(await whole(near.partsOf(question(format))))).toBe(true);
    expect(other.equals(await whole(near.partsOf({ ...question(format), level: 'house' })))).toBe(true);
  });

  it('leave the own thread to others while they are made', async () => {
    /** How often others had their turn before the first part was there. */
    const turnsBefore = async (desk: PanelDesk): Promise<number> => {
      const parts = desk.partsOf(question('csv'));
      let [turns, isThere] = [0, false];
      const others = (): void => {
        if (isThere) return;
        turns += 1;
        setImmediate(others);
      };
      setImmediate(others);
      await parts.next();
      isThere = true;
      await parts.return(undefined);
      return turns;
    };
    expect(await turnsBefore(near)).toBe(0);
    expect(await turnsBefore(far)).toBeGreaterThan(0);
  });

  it('can be left, and the next is made', async () => {
    const parts = far.partsOf(question('csv'));
    await parts.next();
    await parts.return(undefined);
    expect((await whole(far.partsOf(question('csv')))).length).toBeGreaterThan(10_000);
  });

  it('tell when they cannot be made', async () => {
    const rows = { ...generated(4), alliances: null as never };
    await expect(far.partsOf({ ...question('csv'), rows }).next()).rejects.toThrow('A worker could not answer');
  });
});
