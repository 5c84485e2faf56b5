-- Who read which records of the class CLEAN, and when: an entry of the audit for each answer that told of any. The row is
-- written before the answer leaves, and never again.

create table app.clean_reading (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  actor_id uuid not null references app.person (id),
  -- The operation of the API that was asked for; null: past it, from the command line.
  operation app.line,
  records uuid[] not null check (cardinality(records) > 0),
  read_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id)
);
create index clean_reading_record on app.clean_reading using gin (records);

alter table app.clean_reading enable row level security;
alter table app.clean_reading force row level security;
create policy read_in_workspace on app.clean_reading for select
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
create policy told_of_oneself on app.clean_reading for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and actor_id = (select nullif(current_setting('entente.actor', true), '')::uuid));
create policy role_reads on app.clean_reading as restrictive for select using ((select app.may('audit.read')));
create policy role_adds on app.clean_reading as restrictive for insert
  with check (((select app.may('register.read')) or (select app.may('history.read')))
    and 'CLEAN' = any ((select app.readable_classes())::text[]));
grant select, insert on app.clean_reading to entente_app;

create function app.audit_clean_reading() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'clean-read', 'operation', new.operation, 'records', to_jsonb(new.records), 'doneAt', new.read_at));
  return null;
end
$$;
create trigger audit_clean_reading after insert on app.clean_reading for each row
  execute function app.audit_clean_reading();

-- Entries are looked for by what they tell of.
alter table app.audit_entry add column action text generated always as (content::jsonb->>'action') stored;
create index audit_entry_action on app.audit_entry (workspace_id, action, sequence);
