-- How a workspace classifies the terms of its domains: which product, market, region or activity lies within which.
-- A classification, not facts: no claims stand behind it, and it is kept outside the change log, as own fields are.

create domain app.domain_dimension as text check (value in ('product', 'market', 'region', 'activity'));

create table app.domain_term (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  version integer not null default 1,
  dimension app.domain_dimension not null,
  term app.slug not null,
  -- The broader term of the same dimension; null: nothing is broader.
  broader_id uuid,
  -- Why it stands there.
  reason app.line,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  constraint domain_term_unique unique (workspace_id, dimension, term),
  constraint domain_term_of_dimension unique (workspace_id, dimension, id),
  constraint domain_term_broader foreign key (workspace_id, dimension, broader_id)
    references app.domain_term (workspace_id, dimension, id),
  constraint domain_term_not_in_itself check (broader_id <> id)
);
create index domain_term_narrower on app.domain_term (workspace_id, dimension, broader_id);
create trigger touch_term before update on app.domain_term for each row execute function app.touch_row();

alter table app.domain_term enable row level security;
alter table app.domain_term force row level security;
create policy in_workspace on app.domain_term
  using (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid);
grant select, insert, update, delete on app.domain_term to entente_app;

create policy role_reads on app.domain_term as restrictive for select using ((select app.may('register.read')));
create policy role_adds on app.domain_term as restrictive for insert with check ((select app.may('workspace.configure')));
create policy role_changes on app.domain_term as restrictive for update using ((select app.may('workspace.configure')));
create policy role_removes on app.domain_term as restrictive for delete using ((select app.may('workspace.configure')));
