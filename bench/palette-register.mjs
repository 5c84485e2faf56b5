/** Fills a workspace with names of every kind of record, in two scripts. */
import { ALLIANCES, below, emptyRows, fill, OPEN, pick, YEARS } from './filled-workspace.mjs';

const ORGANISATIONS_EACH = 0.4;
const OTHER_NAMES_EACH = 0.2;
const EVENTS_EACH = 0.5;
const PEOPLE_EACH = 0.05;
const HOUSES_EACH = 0.02;

const SYLLABLES = 'ka ki ku ko sa shi su ta chi tsu to na no ma mi mu ya yo ra ri ru wa fu ho ha'.split(' ');
const SIGNS = [...'高松六和豊田東西南北山川中村上下三四五七八九大小光明金銀銅鉄鋼機械電気'];
const TAILS = ['Machinery', 'Works', 'Industries', 'Motor', 'Steel', 'Electric', 'Precision', 'Tooling', 'Castings'];
const FORMS = ['joint-venture', 'licence', 'supply', 'joint-development'];

const several = (values, least, most) =>
  Array.from({ length: least + below(most - least + 1) }, () => pick(values)).join('');
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const place = () => capital(several(SYLLABLES, 2, 4));
const times = (each, row) => Array.from({ length: Math.floor(ALLIANCES * each) }, (_, index) => row(index));

const unknown = { founded: null, closed: null, lei: null, place: null, valueChainPosition: null };
const rows = {
  ...emptyRows(),
  organisations: times(ORGANISATIONS_EACH, (n) => ({
    ...unknown,
    id: `o${n}`,
    slug: `organisation-${n}`,
    name: `${place()} ${pick(TAILS)}`,
    kind: 'firm',
    country: 'JP',
  })),
  organisationNames: times(OTHER_NAMES_EACH, (n) => ({
    ...OPEN,
    id: `n${n}`,
    organisation: `o${n}`,
    text: `${several(SIGNS, 2, 4)}工業`,
    kind: 'full',
    language: 'ja',
    reading: several(SYLLABLES, 3, 6),
  })),
  houses: times(HOUSES_EACH, (n) => ({ id: `h${n}`, slug: `house-${n}`, name: `${place()} group` })),
  alliances: times(1, (n) => ({
    id: `a${n}`,
    slug: `alliance-${n}`,
    name: `${place()} ${place()} ${pick(TAILS)}`,
    form: pick(FORMS),
    venture: null,
    start: pick(YEARS),
    end: OPEN.to,
    ending: null,
    endedInto: null,
    objectives: null,
    stage: null,
    status: null,
  })),
  people: times(PEOPLE_EACH, (n) => ({
    ...OPEN,
    id: `p${n}`,
    slug: `person-${n}`,
    name: `${place()} ${place()}`,
    organisation: `o${n}`,
    role: null,
    level: null,
    dispatchedFrom: null,
    dispatchedTo: null,
  })),
  events: times(EVENTS_EACH, (n) => ({
    id: `e${n}`,
    slug: `event-${n}`,
    title: `${place()} and ${place()} agree on a plant in ${place()}`,
    date: pick(YEARS),
    kind: 'milestone',
    about: [{ kind: 'alliance', id: `a${n}` }],
  })),
};

await fill(rows);
