-- Tables that are being imported: the file as it was given, what its owner said about it, and what was understood. They are
-- no part of the register; a commit writes that. Each is its owner's alone, and goes by itself when its time is over.
create table app.import (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  version integer not null default 1,
  actor_id uuid not null references app.person (id),
  name app.line not null,
  -- The configured limit is lower; this is what a row may never hold.
  bytes bytea not null check (octet_length(bytes) between 1 and 200000000),
  choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
  reading jsonb not null check (jsonb_typeof(reading) = 'object'),
  -- The change that the commit made; `committed` without one: the register held all of it already.
  committed boolean not null default false,
  change_set_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  primary key (workspace_id, id),
  foreign key (workspace_id, change_set_id) references app.change_set (workspace_id, id),
  constraint import_change_committed check (committed or change_set_id is null)
);
-- The bytes are compressed already, or read whole: kept apart from the row, as they are.
alter table app.import alter column bytes set storage external;
create index import_of_actor on app.import (workspace_id, actor_id, created_at);
create trigger touch_import before update on app.import for each row execute function app.touch_row();

alter table app.import enable row level security;
alter table app.import force row level security;
create policy own_in_workspace on app.import
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and actor_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
grant select, insert, update, delete on app.import to entente_app;

-- How columns of the same headings were read before: by their maker, or by everybody in the workspace.
create table app.import_mapping (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  actor_id uuid not null references app.person (id),
  name app.line not null,
  headings jsonb not null check (jsonb_typeof(headings) = 'array'),
  layout text not null check (char_length(layout) between 1 and 40),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object' and pg_column_size(mapping) < 400000),
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  constraint import_mapping_name_unique unique (workspace_id, actor_id, name)
);
alter table app.import_mapping enable row level security;
alter table app.import_mapping force row level security;
create policy own_or_shared on app.import_mapping for select
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (shared or actor_id = (select nullif(current_setting('entente.actor', true), '')::uuid)));
create policy own_added on app.import_mapping for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and actor_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
create policy own_changed on app.import_mapping for update
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and actor_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
create policy own_removed on app.import_mapping for delete
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and actor_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
grant select, insert, update, delete on app.import_mapping to entente_app;
