/** A page that a reader can stand on. */
export type ProductPage = {
  readonly name: string;
  readonly path: string;
  /** Written for those who build on the API, in English alone. */
  readonly englishOnly?: true;
};

const DEMO = '/w/demo';

/** Every page of the product, one of each kind. */
export const PAGES: readonly ProductPage[] = [
  { name: 'start', path: DEMO },
  { name: 'portfolio', path: `${DEMO}/organisations/lioho/portfolio` },
  { name: 'portfolio-2005', path: `${DEMO}/organisations/lioho/portfolio?asOf=2005` },
  { name: 'segmentation', path: `${DEMO}/organisations/lioho/portfolio/segmentation?asOf=2005` },
  { name: 'segmentation-diverts', path: `${DEMO}/organisations/cmc/portfolio/segmentation` },
  { name: 'domain-terms', path: `${DEMO}/settings/domain-terms` },
  { name: 'findings', path: `${DEMO}/organisations/cmc/portfolio/findings?asOf=2015` },
  {
    name: 'what-if',
    path: `${DEMO}/organisations/cmc/portfolio/what-if?asOf=2015&moves=organisation.gaig.joint-venture.2016.product-design%3Asuv-models.small-commercial-vehicles.china.`,
  },
  { name: 'portfolio-measures', path: `${DEMO}/organisations/lioho/portfolio/measures?asOf=2005` },
  { name: 'measure-opened', path: `${DEMO}/organisations/ffg/portfolio/measures?inspect=measures.constraint.2015` },
  { name: 'firm-years', path: `${DEMO}/firm-years?asOf=2005&group=network` },
  { name: 'business-review', path: `${DEMO}/organisations/lioho/portfolio/reviews?asOf=2015-12-30` },
  { name: 'reviews-of-an-alliance', path: `${DEMO}/alliances/takaoka-tianjin/reviews?asOf=2015-12-30` },
  { name: 'alliances', path: `${DEMO}/alliances` },
  { name: 'alliance', path: `${DEMO}/alliances/toyota-industry-kunshan` },
  { name: 'today', path: `${DEMO}/today?whose=all` },
  { name: 'lifecycles', path: `${DEMO}/lifecycles` },
  { name: 'lifecycle-not-begun', path: `${DEMO}/alliances/toyota-industry-kunshan/lifecycle` },
  { name: 'evaluation', path: `${DEMO}/alliances/ft-china/evaluation` },
  { name: 'new-alliance', path: `${DEMO}/alliances/new` },
  { name: 'network', path: `${DEMO}/network?asOf=2005` },
  { name: 'partner-rooms', path: `${DEMO}/partner-rooms` },
  { name: 'share-with-partners', path: `${DEMO}/partner-rooms/new?alliance=ford-mazda` },
  { name: 'guests', path: `${DEMO}/partner-rooms/guests` },
  { name: 'partners', path: `${DEMO}/partners` },
  { name: 'partner', path: `${DEMO}/partners/lioho` },
  { name: 'house', path: `${DEMO}/houses/ffg-group` },
  { name: 'person', path: `${DEMO}/people/henry-wallace` },
  { name: 'houses', path: `${DEMO}/houses` },
  { name: 'stakes', path: `${DEMO}/stakes` },
  { name: 'people', path: `${DEMO}/people` },
  { name: 'events', path: `${DEMO}/events` },
  { name: 'measures', path: `${DEMO}/measures?group=quantity` },
  { name: 'sources', path: `${DEMO}/sources` },
  { name: 'source', path: `${DEMO}/sources/000` },
  { name: 'discrepancies', path: `${DEMO}/discrepancies` },
  { name: 'audit', path: `${DEMO}/audit` },
  { name: 'glossary', path: `${DEMO}/glossary` },
  { name: 'history', path: `${DEMO}/history` },
  { name: 'members', path: `${DEMO}/members` },
  { name: 'clean-team', path: `${DEMO}/clean-team` },
  { name: 'api-keys', path: `${DEMO}/api-keys` },
  { name: 'sign-on-settings', path: `${DEMO}/settings/sign-on` },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-on', path: '/sign-on' },
  { name: 'forgotten', path: '/forgotten' },
  { name: 'set-up-without-link', path: '/set-up' },
  { name: 'account', path: '/account' },
  { name: 'mailbox', path: '/mailbox' },
  { name: 'rooms', path: '/rooms' },
  { name: 'help', path: '/docs', englishOnly: true },
  { name: 'api-reference', path: '/docs/api', englishOnly: true },
  { name: 'error-page', path: '/docs/errors/stakes-over-100', englishOnly: true },
];
