-- Saved views of tables: what somebody wants to see, and how. No part of the register and of its history.

create table app.view (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  version integer not null default 1,
  owner_id uuid not null references app.person (id),
  name app.line not null,
  -- The plural in addresses, e.g. `house-memberships`.
  collection text not null check (collection ~ '^[a-z]+(-[a-z]+)*$' and char_length(collection) <= 40),
  -- Seen by everybody in the workspace; else by its owner alone.
  shared boolean not null default false,
  definition jsonb not null check (jsonb_typeof(definition) = 'object' and octet_length(definition::text) <= 200000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index view_owner on app.view (workspace_id, owner_id);
create trigger touch_view before update on app.view for each row execute function app.touch_row();

-- Own views and shared ones are seen; only own ones are written, and a view keeps its owner.
alter table app.view enable row level security;
alter table app.view force row level security;
create policy own_or_shared on app.view for select
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (shared or owner_id = (select nullif(current_setting('entente.actor', true), '')::uuid)));
create policy made_by_owner on app.view for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and owner_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
create policy changed_by_owner on app.view for update
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and owner_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
create policy removed_by_owner on app.view for delete
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and owner_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
grant select, insert, delete on app.view to entente_app;
grant update (name, shared, definition) on app.view to entente_app;
