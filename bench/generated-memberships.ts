import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { numbersFrom } from './generated-network.ts';

const FIRST_YEAR = 1990;
const YEARS = 30;
const FORMS = ['joint-venture', 'minority-stake', 'licence', 'supply', 'joint-development', 'consortium'];
const COUNTRIES = ['JP', 'TW', 'CN', 'US', 'DE', 'FR', 'KR', 'GB'];
/** Firms to a house, on average. */
const OF_A_HOUSE = 4;
const INEQUALITY = 2.4;

const dayOf = (day: number): string =>
  new Date(Date.UTC(FIRST_YEAR, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/**
 * Writes a table of alliances, one row a member: alliance, firm, house, form, country, from, to. Mostly two members, few with
 * many; some firms in very many alliances; a third without an end. A size and a seed always give the same bytes.
 */
export async function writeMemberships(file: string, firms: number, alliances: number, seed = 11): Promise<void> {
  const draw = numbersFrom(seed);
  const out = createWriteStream(file);
  out.write('alliance,firm,house,form,country,from,to\n');
  const firmDrawn = (): number => Math.floor(firms * draw() ** INEQUALITY);
  for (let alliance = 0; alliance < alliances; alliance += 1) {
    const size = draw() < 0.85 ? 2 : 2 + Math.floor(6 * draw() ** 3 + 0.9);
    const members = new Set(Array.from({ length: size }, firmDrawn));
    const begins = Math.floor(draw() * YEARS * 365);
    const from = dayOf(begins);
    const to = draw() < 0.33 ? '' : dayOf(begins + 200 + Math.floor(draw() * 10 * 365));
    const form = FORMS[Math.floor(draw() * FORMS.length)] ?? '';
    const rows = [...members].map(
      (firm) =>
        `a${alliance},f${firm},h${Math.floor(firm / OF_A_HOUSE)},${form},${COUNTRIES[firm % COUNTRIES.length] ?? ''},${from},${to}\n`,
    );
    if (!out.write(rows.join(''))) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}
