/** A column of the firm-year panel: what it holds, how it is computed, and where the measure comes from. */
export type PanelColumn = {
  readonly name: string;
  readonly unit: 'number' | 'share' | 'index' | 'years';
  readonly definition: string;
  readonly formula: string;
  readonly source: string;
  /** What it counts beside memberships: a column of a table, or what registers alone hold; left out: nothing. */
  readonly needs?: 'kind' | 'resources' | 'register';
};

const OWN = 'Count of the record';
const BLAU = 'Blau, Inequality and Heterogeneity (1977)';

/** The measures of a firm in a year, in the order of their columns behind `firm` and `year`. */
export const PANEL_COLUMNS = [
  {
    name: 'formed',
    unit: 'number',
    definition: 'Alliances that the firm entered in the year',
    formula: 'memberships that begin in the year',
    source: OWN,
  },
  {
    name: 'ended',
    unit: 'number',
    definition: 'Alliances that ended for the firm in the year',
    formula: 'memberships that end in the year',
    source: OWN,
  },
  {
    name: 'accumulated',
    unit: 'number',
    definition: 'Alliances that the firm ever entered, up to the end of the year',
    formula: 'sum of formed up to the year',
    source: OWN,
  },
  {
    name: 'size',
    unit: 'number',
    definition: 'Alliances of the firm on the last day of the year',
    formula: 'memberships with begin <= 31 December < end',
    source: 'Wassmer, Journal of Management 36 (2010)',
  },
  {
    name: 'ties',
    unit: 'number',
    definition: 'Partners counted once for each alliance with them, on the last day of the year',
    formula: 'pairs of partner and alliance that hold; members of the own house are no partners',
    source: OWN,
  },
  {
    name: 'partners',
    unit: 'number',
    definition: 'Different partners on the last day of the year',
    formula: 'number of firms with a tie',
    source: 'Wassmer, Journal of Management 36 (2010)',
  },
  {
    name: 'houses',
    unit: 'number',
    definition: 'Different houses of partners on the last day of the year',
    formula: 'number of houses with a tie',
    source: 'Oh, Chen, Nakamoto and Liu (2024), scope',
  },
  {
    name: 'repeat-tie-share',
    unit: 'share',
    definition: 'Share of ties with a partner to whom the firm had an earlier tie',
    formula: 'ties that begin after the first tie with the partner / ties',
    source: 'Goerzen, Strategic Management Journal 28 (2007)',
  },
  {
    name: 'new-partner-share',
    unit: 'share',
    definition: 'Share of the partners of the year\u2019s new ties who had no tie with the firm before the year',
    formula: 'partners whose first tie begins in the year / partners of ties that begin in the year',
    source: 'Beckman, Haunschild and Phillips, Organization Science 15 (2004)',
  },
  {
    name: 'equity-share',
    unit: 'share',
    definition: 'Share of alliances that are joint ventures or minority stakes',
    formula: 'alliances of an equity form / alliances whose form is stated',
    source: 'Oh, Chen, Nakamoto and Liu (2024), population',
  },
  {
    name: 'form-diversity',
    unit: 'index',
    definition: 'Diversity of the forms of alliances',
    formula: '1 - sum of squared shares of forms among alliances',
    source: BLAU,
  },
  {
    name: 'country-diversity',
    unit: 'index',
    definition: 'Diversity of the countries of partners',
    formula: '1 - sum of squared shares of countries among partners whose country is stated',
    source: BLAU,
  },
  {
    name: 'kind-diversity',
    unit: 'index',
    definition: 'Diversity of the kinds of partners: firms, universities, authorities and others',
    formula: '1 - sum of squared shares of kinds among partners whose kind is stated',
    source: BLAU,
    needs: 'kind',
  },
  {
    name: 'resource-diversity',
    unit: 'index',
    definition: 'Diversity of the kinds of resources that partners bring',
    formula: '1 - sum of squared shares of kinds among resources that partners bring on the last day of the year',
    source: BLAU,
    needs: 'resources',
  },
  {
    name: 'resource-redundancy',
    unit: 'share',
    definition: 'Share of the resources brought that two or more partner houses bring',
    formula: 'resources (kind and subject) of two or more houses / resources of any house',
    source: 'Oh, Chen, Nakamoto and Liu (2024), proposition 3',
    needs: 'resources',
  },
  {
    name: 'exploration-share',
    unit: 'share',
    definition: 'Share of the additive moves up to the year that brought a resource new to the firm',
    formula: 'explorative moves / additive moves after the founding',
    source: 'Lavie and Rosenkopf, Academy of Management Journal 49 (2006)',
    needs: 'register',
  },
  {
    name: 'foreign-partner-share',
    unit: 'share',
    definition: 'Share of partners of another country than the firm\u2019s',
    formula:
      'partners of another country / partners whose country is stated; undefined without the firm\u2019s (of a house: of its member in most alliances)',
    source: 'Lavie and Miller, Organization Science 19 (2008)',
  },
  {
    name: 'house-concentration',
    unit: 'index',
    definition: 'How far ties are concentrated in few houses',
    formula: 'sum of squared shares of houses among ties (Herfindahl-Hirschman)',
    source: 'Hirschman, American Economic Review 54 (1964)',
  },
  {
    name: 'age',
    unit: 'years',
    definition: 'Mean age of the firm\u2019s alliances on the last day of the year',
    formula: 'mean of (31 December - begin) in days / 365.25',
    source: OWN,
  },
] as const satisfies readonly PanelColumn[];

export type PanelMeasure = (typeof PANEL_COLUMNS)[number]['name'];
