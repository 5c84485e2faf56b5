-- Who may do what. Row-level security is forced on every table: without a workspace in the transaction there are no rows.

-- The register's tables: the record that a row's history belongs to, and its triggers, policy and rights.
do $$
declare
  t record;
  derived text;
  arguments text;
begin
  for t in
    select * from (values
      ('source', 'source', 'id'), ('organisation', 'organisation', 'id'), ('organisation_name', 'organisation-name', 'id'),
      ('house', 'house', 'id'), ('house_membership', 'house-membership', 'id'), ('alliance', 'alliance', 'id'),
      ('membership', 'membership', 'id'), ('stake', 'stake', 'id'), ('resource', 'resource', 'id'),
      ('domain', 'domain', 'id'), ('person_record', 'person', 'id'), ('event', 'event', 'id'),
      ('event_subject', 'event', 'event_id'), ('measure', 'measure', 'id'), ('condition', 'condition', 'id'),
      ('workforce', 'workforce', 'id'), ('claim', '', 'subject_id')
    ) as tables (name, kind, record_column)
  loop
    select string_agg(quote_literal(attname), ', ' order by attnum) into derived
    from pg_attribute where attrelid = format('app.%I', t.name)::regclass and attgenerated <> '';
    arguments := concat_ws(', ', quote_literal(t.kind), quote_literal(t.record_column), derived);

    execute format('create trigger touch before update on app.%I for each row execute function app.touch_row()', t.name);
    execute format('create trigger log_insert after insert on app.%I referencing new table as new_rows for each statement execute function app.log_changes(%s)', t.name, arguments);
    execute format('create trigger log_update after update on app.%I referencing old table as old_rows new table as new_rows for each statement execute function app.log_changes(%s)', t.name, arguments);
    execute format('create trigger log_delete after delete on app.%I referencing old table as old_rows for each statement execute function app.log_changes(%s)', t.name, arguments);
    if t.record_column = 'id' then
      execute format('create trigger register_insert after insert on app.%I referencing new table as new_rows for each statement execute function app.register_records(%L)', t.name, t.kind);
      execute format('create trigger register_delete after delete on app.%I referencing old table as old_rows for each statement execute function app.unregister_records()', t.name);
    end if;
    execute format('grant select, insert, update, delete on app.%I to entente_app', t.name);
  end loop;
end
$$;

-- Rows of a workspace, for all tables that start with it.
do $$
declare
  table_name regclass;
begin
  for table_name in
    select c.oid::regclass from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnum > 0
    where c.relnamespace in ('app'::regnamespace, 'room'::regnamespace) and c.relkind = 'r'
      and c.relname not in ('change', 'record', 'change_set', 'idempotency_key')
  loop
    execute format('create policy in_workspace on %s using (workspace_id = nullif(current_setting(''entente.workspace'', true), '''')::uuid)', table_name);
  end loop;
end
$$;

-- History and the record index are written by the register's triggers alone.
create policy read_in_workspace on app.change for select
  using (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid);
create policy written_by_triggers on app.change for insert
  with check (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid and pg_trigger_depth() > 0);
create policy read_in_workspace on app.record for select
  using (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid);
create policy written_by_triggers on app.record for insert
  with check (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid and pg_trigger_depth() > 0);
create policy removed_by_triggers on app.record for delete
  using (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid and pg_trigger_depth() > 0);

create policy read_in_workspace on app.change_set for select
  using (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid);
create policy opened_by_actor on app.change_set for insert
  with check (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
    and actor_id = nullif(current_setting('entente.actor', true), '')::uuid
    and transaction = pg_current_xact_id());
create policy closed_in_its_transaction on app.change_set for update
  using (workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid
    and transaction = pg_current_xact_id_if_assigned());

-- An actor's own answers, in the workspace at hand or, while a workspace is being made, in any.
create policy own_answers on app.idempotency_key
  using (actor_id = nullif(current_setting('entente.actor', true), '')::uuid
    and workspace_id = coalesce(nullif(current_setting('entente.workspace', true), '')::uuid, workspace_id));

create policy own_or_at_hand on app.workspace for select
  using (id = nullif(current_setting('entente.workspace', true), '')::uuid
    or created_by = nullif(current_setting('entente.actor', true), '')::uuid);
create policy made_by_actor on app.workspace for insert
  with check (created_by = nullif(current_setting('entente.actor', true), '')::uuid);
create policy at_hand on app.workspace for update
  using (id = nullif(current_setting('entente.workspace', true), '')::uuid);

create policy local_or_self on app.person for select
  using (is_local or id = nullif(current_setting('entente.actor', true), '')::uuid);
create policy known_kinds on app.record_kind for select using (true);

do $$
declare
  table_name regclass;
begin
  for table_name in
    select oid::regclass from pg_class
    where relnamespace in ('app'::regnamespace, 'room'::regnamespace) and relkind = 'r' and relname <> 'migration'
  loop
    execute format('alter table %s enable row level security', table_name);
    execute format('alter table %s force row level security', table_name);
  end loop;
end
$$;

grant select, insert, delete on app.record to entente_app;
grant select, insert on app.change, app.change_set to entente_app;
grant update (workspace_version) on app.change_set to entente_app;
grant select, insert, delete on app.idempotency_key to entente_app;
grant select, insert on app.workspace to entente_app;
grant update (slug, name, version, default_population) on app.workspace to entente_app;
grant select on app.person, app.record_kind to entente_app;
grant select, insert, update, delete on room.item to entente_app;
-- Guests read by grants with an expiry; until those exist no policy admits them to a row.
grant select on room.item to entente_room;
alter policy in_workspace on room.item to entente_app;
