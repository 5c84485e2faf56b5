-- Fields that a workspace adds to the register's own. Their definitions stand here; a value is a claim on the field
-- `custom.<key>`, and the row holds the best one in `custom`, by key.

create domain app.field_key as text collate "C" check (value ~ '^[a-z][a-z0-9-]{0,39}$');

-- Words by language, at least one, each a plain line.
create function app.is_wording(value jsonb) returns boolean
language sql immutable parallel safe
return jsonb_typeof(value) = 'object'
  and value <> '{}'
  and value - array['en', 'ja', 'zh-Hant'] = '{}'
  and not jsonb_path_exists(value, '$.* ? (@.type() != "string")')
  and app.is_plain(array_to_string(array(select jsonb_path_query(value, '$.*') #>> '{}'), ' '), 1800, false);

create table app.custom_field (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  version integer not null default 1,
  kind app.subject_kind not null,
  key app.field_key not null,
  shape text not null check (shape in ('line', 'note', 'date', 'decimal', 'whole', 'flag', 'term')),
  labels jsonb not null check (app.is_wording(labels)),
  -- For `term`: what may be chosen, in order; each `{term, labels}`.
  terms jsonb not null default '[]' check (jsonb_typeof(terms) = 'array' and jsonb_array_length(terms) <= 200),
  place integer not null default 0,
  -- No longer offered; the values that stand are kept and shown.
  retired boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  constraint custom_field_key_unique unique (workspace_id, kind, key),
  constraint custom_field_terms_of_term check ((shape = 'term') = (jsonb_array_length(terms) > 0))
);
create trigger touch_field before update on app.custom_field for each row execute function app.touch_row();

alter table app.custom_field enable row level security;
alter table app.custom_field force row level security;
create policy in_workspace on app.custom_field
  using (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid);
grant select, insert, update, delete on app.custom_field to entente_app;

-- Values of a record by key; null where it has none.
create function app.is_custom(value jsonb) returns boolean
language sql immutable parallel safe
return jsonb_typeof(value) = 'object'
  and value <> '{}'
  and not jsonb_path_exists(value, '$.* ? (@.type() != "string")');

do $$
declare
  name text;
begin
  foreach name in array array['source', 'organisation', 'organisation_name', 'house', 'house_membership', 'alliance',
    'membership', 'stake', 'resource', 'domain', 'person_record', 'event', 'measure', 'condition', 'workforce'] loop
    execute format('alter table app.%I add column custom jsonb', name);
    execute format('alter table app.%I add constraint %I check (app.is_custom(custom))', name, name || '_custom_flat');
  end loop;
end
$$;

alter table app.claim drop constraint claim_field_check;
alter table app.claim add constraint claim_field_check check (
  field ~ '^([a-z][A-Za-z]{0,39}|remark\.[a-z0-9]+(-[a-z0-9]+)*|custom\.[a-z][a-z0-9-]{0,39})$' and char_length(field) <= 100);
