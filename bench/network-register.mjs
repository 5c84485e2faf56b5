/** Fills a workspace with firms as alliances tie them: a few in very many, most in some, half of them among near ones; eight countries, houses, ends. */
import { ALLIANCES, below, emptyRows, fill, OPEN as PERIOD, pick, random, YEARS } from './filled-workspace.mjs';

const FIRMS = Math.floor(ALLIANCES * 0.6);
const HOUSES = Math.floor(FIRMS * 0.02);
const OF_A_HOUSE = 5;
const INEQUALITY = 2.4;
const FORMS = ['joint-venture', 'minority-stake', 'licence', 'supply', 'joint-development', 'consortium'];
const COUNTRIES = ['JP', 'TW', 'CN', 'US', 'DE', 'FR', 'KR', 'GB'];
const SYLLABLES = 'ka ki ku ko sa shi su ta chi tsu to na no ma mi mu ya yo ra ri ru wa fu ho ha'.split(' ');
const TAILS = ['Machinery', 'Works', 'Industries', 'Motor', 'Steel', 'Electric', 'Precision', 'Tooling', 'Castings'];

const OPEN = PERIOD.to;
const times = (count, row) => Array.from({ length: count }, (_, index) => row(index));
const place = () => {
  const word = Array.from({ length: 2 + below(3) }, () => pick(SYLLABLES)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
};

const SOURCE = 'generated';
const rows = {
  ...emptyRows(),
  sources: [
    {
      id: 's',
      key: SOURCE,
      kind: 'document',
      title: 'Generated',
      authors: [],
      date: YEARS[0],
      venue: null,
      doi: null,
      language: null,
      within: null,
      place: null,
      details: {},
    },
  ],
  organisations: times(FIRMS, (n) => ({
    id: `o${n}`,
    slug: `firm-${n}`,
    name: `${place()} ${pick(TAILS)} ${n}`,
    kind: 'firm',
    country: pick(COUNTRIES),
    founded: null,
    closed: null,
    lei: null,
    place: null,
    valueChainPosition: null,
  })),
  houses: times(HOUSES, (n) => ({ id: `h${n}`, slug: `house-${n}`, name: `${place()} group`, reading: null })),
  houseMemberships: times(HOUSES * OF_A_HOUSE, (n) => ({
    id: `hm${n}`,
    house: `h${n % HOUSES}`,
    organisation: `o${n}`,
    from: null,
    to: OPEN,
  })),
};
const anyFirm = () => Math.floor(FIRMS * random() ** INEQUALITY);
for (let n = 0; n < ALLIANCES; n += 1) {
  // Every firm has one alliance at least: the first ones go through them in turn.
  const first = n < FIRMS ? n : anyFirm();
  const size = random() < 0.85 ? 2 : 3 + Math.floor(5 * random() ** 3);
  const members = new Set([first]);
  while (members.size < size) members.add(random() < 0.5 ? (first + 1 + below(24)) % FIRMS : anyFirm());
  const years = [below(YEARS.length), below(YEARS.length)].sort((one, other) => one - other);
  const start = YEARS[years[0]];
  const end = random() < 0.2 && years[0] < years[1] ? YEARS[years[1]] : OPEN;
  const blank = { venture: null, ending: null, endedInto: null, objectives: null, stage: null, status: null };
  rows.alliances.push({
    id: `a${n}`,
    slug: `alliance-${n}`,
    name: `Alliance ${n}`,
    form: pick(FORMS),
    start,
    end,
    ...blank,
  });
  for (const member of members)
    rows.memberships.push({
      id: `m${n}-${member}`,
      alliance: `a${n}`,
      organisation: `o${member}`,
      role: null,
      from: start,
      to: end,
    });
}

/** What the source states of a record: without a claim it would be absent. */
const stated = (kind, { id }, field, value) => {
  const said = { source: SOURCE, place: 'generated', quote: null, rank: 'normal', reason: null };
  rows.claims.push({ id: `c${rows.claims.length}`, subject: { kind, id }, field, value, ...said });
};
for (const row of rows.organisations) {
  stated('organisation', row, 'name', row.name);
  stated('organisation', row, 'country', row.country);
}
for (const row of rows.alliances) {
  stated('alliance', row, 'form', row.form);
  stated('alliance', row, 'start', row.start.text);
  if (row.end !== OPEN) stated('alliance', row, 'end', row.end.text);
}
for (const row of rows.memberships) stated('membership', row, 'exists', 'true');
for (const row of rows.houses) stated('house', row, 'name', row.name);
for (const row of rows.houseMemberships) stated('house-membership', row, 'exists', 'true');

await fill(rows);
