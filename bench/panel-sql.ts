import type { PanelMeasure } from '@entente/engine/panel';

/** What of the panel the peer computes too. */
export const PEER_MEASURES = [
  'formed',
  'ended',
  'accumulated',
  'size',
  'ties',
  'partners',
  'houses',
  'repeat-tie-share',
  'new-partner-share',
  'equity-share',
  'form-diversity',
  'country-diversity',
  'house-concentration',
  'age',
] as const satisfies readonly PanelMeasure[];

/**
 * The panel as one writes it in SQL: spells and ties laid out by year, then counted. Over a table
 * m(alliance, firm, house, form, equity, country, f, t) without repeated spells.
 */
export const PEER_SQL = (until: number): readonly string[] => [
  `create table grid as select firm, unnest(range(min(year(f)), ${until + 1}))::int as y from m group by firm`,
  `create table tie as select a.firm, b.firm as partner, b.house, b.country, greatest(a.f, b.f) as f, least(a.t, b.t) as t
    from m a join m b using (alliance) where a.firm <> b.firm and a.house <> b.house and greatest(a.f, b.f) < least(a.t, b.t)`,
  `create table met as select firm, partner, min(f) as first from tie group by all`,
  `create table tie_year as
    select t.firm, t.partner, t.house, t.country, t.f > m.first as again,
      unnest(range(year(t.f), least(year(t.t), ${until + 1})))::int as y
    from tie t join met m using (firm, partner)`,
  `create table spell_year as select firm, form, equity, f, unnest(range(year(f), least(year(t), ${until + 1})))::int as y from m`,
  `create table of_ties as select firm, y, count(*) as ties, count(distinct partner) as partners, count(distinct house) as houses,
    avg(again::int) as repeated from tie_year group by all`,
  `create table of_houses as select firm, y, sum((n / total) ^ 2) as hhi from (
      select firm, y, count(*)::double as n, sum(count(*)) over (partition by firm, y) as total from tie_year group by firm, y, house)
    group by all`,
  `create table of_countries as select firm, y, 1 - sum((n / total) ^ 2) as blau from (
      select firm, y, count(distinct partner)::double as n, sum(count(distinct partner)) over (partition by firm, y) as total
      from tie_year where country is not null group by firm, y, country)
    group by all`,
  `create table of_spells as select firm, y, count(*) as size, avg(equity::int) as equity,
    avg(date_diff('day', f, make_date(y::bigint, 12, 31))) / 365.25 as age from spell_year group by all`,
  `create table of_forms as select firm, y, 1 - sum((n / total) ^ 2) as blau from (
      select firm, y, count(*)::double as n, sum(count(*)) over (partition by firm, y) as total from spell_year
      where form is not null group by firm, y, form)
    group by all`,
  `create table of_begins as select firm, year(f)::int as y, count(*) as formed from m group by all`,
  `create table of_ends as select firm, year(t)::int as y, count(*) as ended from m where year(t) <= ${until} group by all`,
  `create table of_new as select firm, y, avg(is_new) as share from (
      select t.firm, year(t.f)::int as y, t.partner, max((year(m.first) = year(t.f))::int) as is_new
      from tie t join met m using (firm, partner) group by all)
    group by all`,
  `create table panel as select g.firm, g.y, coalesce(b.formed, 0) as formed, coalesce(e.ended, 0) as ended,
    sum(coalesce(b.formed, 0)) over (partition by g.firm order by g.y) as accumulated, coalesce(s.size, 0) as size,
    coalesce(t.ties, 0) as ties, coalesce(t.partners, 0) as partners, coalesce(t.houses, 0) as houses,
    t.repeated as "repeat-tie-share", n.share as "new-partner-share", s.equity as "equity-share",
    p.blau as "form-diversity", c.blau as "country-diversity", h.hhi as "house-concentration", s.age
    from grid g left join of_ties t using (firm, y) left join of_spells s using (firm, y) left join of_begins b using (firm, y)
    left join of_ends e using (firm, y) left join of_houses h using (firm, y) left join of_countries c using (firm, y)
    left join of_forms p using (firm, y) left join of_new n using (firm, y)`,
];
