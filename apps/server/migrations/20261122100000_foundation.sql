-- Schemas, roles, the terms and dates that columns are made of, and who works where.
-- Names in function bodies are qualified: no function here depends on a search path, and none runs with its owner's rights.

create schema if not exists app;
create schema if not exists room;
create schema if not exists auth;
create schema if not exists graphile_worker;

create extension if not exists btree_gist with schema app;

-- Logins and passwords are the start's business; a role made here cannot log in yet.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['entente_app', 'entente_room', 'entente_auth', 'entente_worker'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls noreplication', role_name);
    end if;
  end loop;
end
$$;

grant usage on schema app to entente_app;
grant usage on schema room to entente_app, entente_room;
grant usage on schema auth to entente_auth;
grant usage on schema graphile_worker to entente_worker;

-- Text --------------------------------------------------------------------------------------------------------------

-- No control characters (tab and line feed only where `lines`), nothing that turns the direction of the text around it,
-- not blank, at most `longest` characters.
create function app.is_plain(value text, longest integer, lines boolean) returns boolean
language sql immutable parallel safe
return char_length(value) <= longest
  and value ~ '\S'
  and value !~ case
    when lines then '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    else '[\u0001-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]'
  end;

create domain app.line as text check (app.is_plain(value, 600, false));
create domain app.note as text check (app.is_plain(value, 4000, true));

-- A readable name in addresses; never shaped like an id, so that an address can hold either.
create domain app.slug as text collate "C" check (
  char_length(value) <= 80
  and value ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
  and value !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
);

-- What a search compares: letters and digits alone, without case, width or accents, katakana as hiragana.
create function app.search_text(value text) returns text
language sql immutable parallel safe
return translate(
  regexp_replace(
    lower(
      normalize(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g'), NFKC) collate "und-x-icu"
    ),
    '[^[:alnum:]]', '', 'g'
  ),
  'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴ',
  'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ'
);

-- Dates -------------------------------------------------------------------------------------------------------------

-- EDTF level 1 without intervals: the days a date may mean, or null when the text is no date.
create function app.edtf_single(value text) returns daterange
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := regexp_match(value, '^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?$');
  in_month text[] := regexp_match(value, '^([0-9]{4})-([0-9]{2})-XX$');
  in_year text[] := regexp_match(value, '^([0-9]{4})-XX(?:-(XX|[0-9]{2}))?$');
  in_many text[] := regexp_match(value, '^([0-9]{2,3})(X{1,2})$');
  year integer := coalesce(parts[1], in_month[1], in_year[1])::integer;
  month integer := coalesce(parts[2], in_month[2])::integer;
  day integer := coalesce(parts[3], nullif(in_year[2], 'XX'))::integer;
  first_day date;
  last_day date;
begin
  if in_many is not null then
    if char_length(value) <> 4 or in_many[1]::integer = 0 then return null; end if;
    first_day := make_date(rpad(in_many[1], 4, '0')::integer, 1, 1);
    return daterange(first_day, make_date(rpad(in_many[1], 4, '9')::integer, 12, 31), '[]');
  end if;
  if year is null or year < 1 or month not between 1 and 12 or day not between 1 and 31 then return null; end if;
  if in_year is not null then
    -- "2003-XX-15": from the first month's day to the last month's.
    return daterange(make_date(year, 1, coalesce(day, 1)), make_date(year, 12, coalesce(day, 31)), '[]');
  end if;
  first_day := make_date(year, coalesce(month, 1), 1);
  last_day := case when month is null then make_date(year, 12, 31)
    else (first_day + interval '1 month' - interval '1 day')::date end;
  if day is null then return daterange(first_day, last_day, '[]'); end if;
  if day > extract(day from last_day) then return null; end if;
  return daterange(first_day + day - 1, first_day + day - 1, '[]');
end
$$;

-- The one reading of EDTF text: earliest and latest day as a range; a null bound is no bound; null when it is no date.
create function app.edtf_range(value text) returns daterange
language plpgsql immutable strict parallel safe as $$
declare
  slash integer := strpos(value, '/');
  first_part text := left(value, slash - 1);
  second_part text := substr(value, slash + 1);
  first_open boolean := first_part in ('', '..');
  second_open boolean := second_part in ('', '..');
  first_range daterange;
  second_range daterange;
begin
  if slash = 0 then return app.edtf_single(value); end if;
  first_range := app.edtf_single(first_part);
  second_range := app.edtf_single(second_part);
  if (first_open and second_open)
    or (first_range is null and not first_open)
    or (second_range is null and not second_open)
    or upper(second_range) <= lower(first_range) then
    return null;
  end if;
  return daterange(lower(first_range), upper(second_range), '[)');
end
$$;

create function app.edtf_earliest(value text) returns date
language sql immutable strict parallel safe
return lower(app.edtf_range(value));

create function app.edtf_latest(value text) returns date
language sql immutable strict parallel safe
return upper(app.edtf_range(value)) - 1;

-- The days on which a period holds on every reading of its dates: [latest(from), earliest(to)), empty when there is none.
create function app.certain_interval(period_from text, period_to text) returns daterange
language sql immutable parallel safe
return case
  when app.edtf_latest(period_from) is null or period_to = 'unknown' then 'empty'::daterange
  when period_to = '..' then daterange(app.edtf_latest(period_from), null)
  when app.edtf_earliest(period_to) > app.edtf_latest(period_from)
    then daterange(app.edtf_latest(period_from), app.edtf_earliest(period_to))
  else 'empty'::daterange
end;

create domain app.edtf as text collate "C" check (value is null or app.edtf_range(value) is not null);
-- `..`: no end is stated; `unknown`: it ended, nobody says when.
create domain app.edtf_end as text collate "C" check (value in ('..', 'unknown') or app.edtf_range(value) is not null);

-- Terms -------------------------------------------------------------------------------------------------------------

create domain app.class as text check (value in ('NEVER', 'CLEAN', 'INTERNAL', 'SHAREABLE'));
create domain app.rank as text check (value in ('preferred', 'normal', 'deprecated'));
create domain app.subject_kind as text check (value in (
  'organisation', 'organisation-name', 'house', 'house-membership', 'alliance', 'membership', 'stake', 'resource',
  'domain', 'person', 'event', 'measure', 'condition', 'workforce', 'source'));
create domain app.source_kind as text check (value in (
  'article', 'interview', 'document', 'web', 'report', 'table', 'entry'));
create domain app.organisation_kind as text check (value in (
  'firm', 'sme', 'venture', 'government', 'university', 'research-institute', 'bank', 'association', 'division'));
create domain app.name_kind as text check (value in ('full', 'abbreviation', 'alias', 'former'));
create domain app.value_chain_position as text check (value in ('upstream', 'midstream', 'downstream'));
create domain app.alliance_form as text check (value in (
  'joint-venture', 'minority-stake', 'licence', 'oem', 'supply', 'distribution', 'joint-development',
  'joint-purchasing', 'consortium', 'cluster'));
create domain app.ending as text check (value in ('dissolved', 'merged', 'bought-out', 'expired', 'failed'));
create domain app.resource_kind as text check (value in (
  'technology', 'production-know-how', 'product-design', 'brand', 'market-access', 'distribution-and-service',
  'customer-base', 'supply-base', 'plant-and-equipment', 'raw-material', 'capital', 'people', 'government-access'));
create domain app.resource_property as text check (value in ('property', 'knowledge'));
create domain app.person_level as text check (value in ('upper', 'middle', 'lower', 'engineer'));
create domain app.event_kind as text check (value in (
  'resource-ownership', 'managers-and-employees', 'production-model', 'technology-integration',
  'iterative-experience', 'new-relationship', 'performance', 'policy', 'milestone'));
create domain app.measure_status as text check (value in ('actual', 'estimate'));
create domain app.measure_bound as text check (value in ('=', '>', '<', 'about', 'nearly'));
create domain app.measure_order as text check (value in ('first', 'last'));

-- Who works where ---------------------------------------------------------------------------------------------------

create table app.person (
  id uuid primary key default gen_random_uuid(),
  name app.line not null,
  -- The one user of an installation without accounts.
  is_local boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index person_one_local on app.person (is_local) where is_local;
insert into app.person (name, is_local) values ('Local user', true);

create table app.workspace (
  id uuid primary key default gen_random_uuid(),
  slug app.slug not null unique,
  name app.line not null,
  -- Grows by one with each committed change; snapshots and caches are keyed by it.
  version bigint not null default 0 check (version >= 0),
  default_population text not null default 'all' check (default_population in ('all', 'equity', 'joint-ventures')),
  created_by uuid not null references app.person (id),
  created_at timestamptz not null default now()
);

-- Every kind that may ever be shared or must never be, with its class; a kind that is not here cannot be published.
create table app.record_kind (
  kind text primary key,
  class app.class not null,
  unique (kind, class)
);
insert into app.record_kind (kind, class) values
  ('organisation', 'INTERNAL'), ('organisation-name', 'INTERNAL'), ('house', 'INTERNAL'),
  ('house-membership', 'INTERNAL'), ('alliance', 'INTERNAL'), ('membership', 'INTERNAL'), ('stake', 'INTERNAL'),
  ('resource', 'INTERNAL'), ('domain', 'INTERNAL'), ('person', 'INTERNAL'), ('event', 'INTERNAL'),
  ('measure', 'INTERNAL'), ('condition', 'INTERNAL'), ('workforce', 'INTERNAL'), ('source', 'INTERNAL'),
  ('claim', 'INTERNAL'),
  ('partner-rating', 'NEVER'), ('exit-plan', 'NEVER'), ('walk-away-value', 'NEVER'), ('partner-candidate', 'NEVER');

-- What has been published to guests: a payload of chosen fields, cut loose from the live tables.
create table room.item (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  class text not null check (class <> 'NEVER'),
  payload jsonb not null,
  published_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (kind, class) references app.record_kind (kind, class)
);
