import type { Reply, TestServer } from './test-app.ts';

/** A body for each kind of record that stands on the few records of `prepared`. */
export const BODIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  organisations: {
    name: '六和機械 Lioho',
    slug: 'fresh',
    country: 'TW',
    kind: 'firm',
    founded: '1971',
    place: 'Taoyuan',
  },
  'organisation-names': {
    organisation: 'parent',
    text: '母公司',
    kind: 'alias',
    language: 'zh-Hant',
    reading: 'mu gongsi',
    from: '1990',
    to: '..',
  },
  houses: { name: 'Yulon', slug: 'fresh-house' },
  'house-memberships': { house: 'group', organisation: 'parent', from: '1971~' },
  alliances: {
    name: 'An alliance',
    slug: 'fresh-alliance',
    form: 'licence',
    start: '1994',
    end: '2003-04',
    ending: 'expired',
    objectives: 'line\nline',
  },
  memberships: { alliance: 'alliance', organisation: 'parent', role: 'licensor', from: '1994' },
  stakes: { alliance: 'alliance', holder: 'parent', share: '12.5', votingShare: '0', from: '1994', to: '2003/2004' },
  resources: {
    alliance: 'alliance',
    organisation: 'parent',
    kind: 'technology',
    subject: 'casting',
    property: 'knowledge',
  },
  domains: { alliance: 'alliance', product: 'wheels', region: 'kunshan' },
  people: { name: 'A person', slug: 'fresh-person', organisation: 'parent', level: 'upper', dispatchedTo: 'venture' },
  events: {
    title: 'Something happened',
    date: '2003-04-22',
    kind: 'milestone',
    about: [
      { kind: 'alliance', id: 'alliance' },
      { kind: 'organisation', id: 'parent' },
    ],
  },
  measures: {
    of: { kind: 'organisation', id: 'venture' },
    quantity: 'employees',
    value: '1450',
    bound: 'about',
    status: 'actual',
    date: '2015',
  },
  conditions: { on: { kind: 'alliance', id: 'alliance' }, text: 'Local investment over half of net assets' },
  workforces: { organisation: 'venture', origin: 'Japan', number: '3', date: '2004' },
  sources: {
    key: 'fresh-source',
    kind: 'article',
    title: 'A title',
    authors: ['A. Author'],
    date: '2017',
    details: { method: 'visit' },
  },
};

/** A workspace with a parent, a venture, their alliance, a group and a source; answers the path to it. */
export async function prepared({ ask }: TestServer, slug: string): Promise<string> {
  const path = `/workspaces/${slug}`;
  const given: readonly [string, unknown][] = [
    ['/workspaces', { name: slug, slug }],
    [`${path}/organisations`, { name: 'Parent', slug: 'parent' }],
    [`${path}/organisations`, { name: 'Venture', slug: 'venture', kind: 'venture' }],
    [
      `${path}/alliances`,
      { name: 'Alliance', slug: 'alliance', form: 'joint-venture', venture: 'venture', start: '1994' },
    ],
    [`${path}/houses`, { name: 'Group', slug: 'group' }],
    [`${path}/sources`, { key: 'article', kind: 'article', title: 'Article', date: '2017' }],
  ];
  for (const [where, body] of given) {
    const { status, text } = await ask('POST', where, body);
    if (status !== 201) throw new Error(text);
  }
  return path;
}

export const tag = (reply: Reply): Record<string, string> => ({ 'if-match': String(reply.headers['etag']) });
