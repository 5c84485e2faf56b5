/** Fills a workspace with alliances whose members, resources and domains are told, and one firm with 500 of them. */
import { ALLIANCES, below, emptyRows, fill, OPEN as PERIOD, pick, random, YEARS } from './filled-workspace.mjs';

const FIRMS = Math.floor(ALLIANCES * 0.2);
const HOUSES = Math.floor(ALLIANCES * 0.01);
const OF_FOCAL = 500;
const FORMS = ['joint-venture', 'joint-venture', 'minority-stake', 'licence', 'supply', 'joint-development'];
const KINDS = ['technology', 'production-know-how', 'customer-base', 'brand', 'supply-base'];

const OPEN = PERIOD.to;
const times = (count, row) => Array.from({ length: count }, (_, index) => row(index));

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
    slug: n === 0 ? 'focal-firm' : `firm-${n}`,
    name: n === 0 ? 'Focal firm' : `Firm ${n}`,
    kind: 'firm',
    country: pick(['JP', 'TW', 'DE', 'US']),
    founded: null,
    closed: null,
    lei: null,
    place: null,
    valueChainPosition: null,
  })),
  houses: times(HOUSES, (n) => ({ id: `h${n}`, slug: `house-${n}`, name: `House ${n}`, reading: null })),
  houseMemberships: times(HOUSES * 4, (n) => ({
    id: `hm${n}`,
    house: `h${n % HOUSES}`,
    organisation: `o${n + 1}`,
    from: null,
    to: OPEN,
  })),
};
// A few firms are in many alliances: the square of an even draw.
const firm = () => `o${1 + Math.floor((FIRMS - 1) * random() ** 2)}`;
for (let n = 0; n < ALLIANCES; n += 1) {
  const id = `a${n}`;
  const start = pick(YEARS);
  const blank = { venture: null, ending: null, endedInto: null, objectives: null, stage: null, status: null };
  rows.alliances.push({
    id,
    slug: `alliance-${n}`,
    name: `Alliance ${n}`,
    form: pick(FORMS),
    start,
    end: OPEN,
    ...blank,
  });
  const members = new Set([n < OF_FOCAL ? 'o0' : firm(), firm(), ...(random() < 0.2 ? [firm()] : [])]);
  const dated = { alliance: id, from: start, to: OPEN };
  for (const organisation of members)
    rows.memberships.push({ id: `m${n}-${organisation}`, organisation, role: null, ...dated });
  const organisation = [...members].at(-1);
  const isTold = n < OF_FOCAL || random() < 0.5;
  if (!isTold) continue;
  rows.resources.push({
    id: `r${n}`,
    organisation,
    kind: pick(KINDS),
    subject: `subject-${below(200)}`,
    property: null,
    ...dated,
  });
  rows.domains.push({
    id: `d${n}`,
    product: `product-${below(40)}`,
    market: random() < 0.6 ? null : `market-${below(10)}`,
    region: random() < 0.4 ? null : `region-${below(20)}`,
    activity: null,
    ...dated,
  });
}

/** One claim a fact that counts: form and beginning of an alliance, and that the rest is there. */
let claims = 0;
const stated = (kind, id, field, value) => {
  claims += 1;
  const said = { source: SOURCE, place: 'generated', quote: null, rank: 'normal', reason: null };
  rows.claims.push({ id: `c${claims}`, subject: { kind, id }, field, value, ...said });
};
for (const { id, form, start } of rows.alliances) {
  stated('alliance', id, 'form', form);
  stated('alliance', id, 'start', start.text);
}
const THERE = {
  membership: 'memberships',
  'house-membership': 'houseMemberships',
  resource: 'resources',
  domain: 'domains',
};
for (const [kind, list] of Object.entries(THERE)) for (const { id } of rows[list]) stated(kind, id, 'exists', 'true');
for (const { id, name } of rows.organisations) stated('organisation', id, 'name', name);

await fill(rows);
