-- Rows that are added together are logged together: a bundle holds the lines of up to a thousand rows of one statement, column
-- by column, where each had been a line with four index entries, a reference and JSON of its own. Single writes, and
-- everything that alters or removes rows, go on being lines of their own; what was logged before stays where it is.

create table app.change_bundle (
  workspace_id uuid not null,
  -- That of its first line. Lines of bundles and lines of their own are numbered by one sequence.
  position bigint not null,
  position_last bigint not null,
  lines integer not null,
  change_set_id uuid not null,
  table_name text not null,
  record_kind app.subject_kind not null,
  class app.class not null,
  positions bigint[] not null,
  row_ids uuid[] not null,
  record_ids uuid[] not null,
  row_first uuid not null,
  row_last uuid not null,
  record_first uuid not null,
  record_last uuid not null,
  -- JSON, kept as the text that was digested: by column a list with one value a line, or one value that all lines share.
  content text not null,
  digest bytea not null check (octet_length(digest) = 32),
  primary key (workspace_id, position),
  foreign key (workspace_id, change_set_id) references app.change_set (workspace_id, id),
  check (lines > 0 and lines = cardinality(positions) and lines = cardinality(row_ids) and lines = cardinality(record_ids))
);
create index change_bundle_of_set on app.change_bundle (workspace_id, change_set_id, position_last);
-- Rows that are written together have ids that lie together: a bundle is found by where its ids begin and end.
create index change_bundle_of_row on app.change_bundle (workspace_id, row_last, row_first);
create index change_bundle_of_record on app.change_bundle (workspace_id, record_last, record_first);

alter table app.change_bundle enable row level security;
alter table app.change_bundle force row level security;
create policy read_in_workspace on app.change_bundle for select
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
create policy written_by_triggers on app.change_bundle for insert
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid) and pg_trigger_depth() > 0);
-- As of lines that stand by themselves.
create policy role_reads on app.change_bundle as restrictive for select using ((select app.may('history.read')));
create policy role_adds on app.change_bundle as restrictive for insert with check ((select app.may('register.write')));
create policy class_reads on app.change_bundle as restrictive
  using (class::text = any ((select app.readable_classes())::text[]));
grant select, insert on app.change_bundle to entente_app;
do $$
begin
  execute format('grant usage on sequence %s to entente_app', pg_get_serial_sequence('app.change', 'position'));
end
$$;
alter policy written_by_triggers on app.change
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid) and pg_trigger_depth() > 0);
alter policy read_in_workspace on app.change
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));

-- What the audit digests of a bundle.
create function app.bundle_text(
  table_name text, record_kind text, class text, row_ids uuid[], record_ids uuid[], content text
) returns text language sql stable parallel safe
return json_build_array(table_name, record_kind, class, row_ids, record_ids, content)::text;

-- The lines of a bundle: for each, by its number, the row as it was added.
create function app.bundled_rows(content text) returns table (nth bigint, added jsonb)
language sql immutable parallel safe rows 500 as $$
  with columns as materialized (select key, value from jsonb_each(content::jsonb)),
  shared as materialized (
    select coalesce(jsonb_object_agg(key, value), '{}') as fields from columns where jsonb_typeof(value) <> 'array'
  )
  select told.nth, told.fields || shared.fields
  from shared cross join (
    select item.nth, jsonb_object_agg(columns.key, item.value) as fields
    from columns cross join lateral jsonb_array_elements(columns.value) with ordinality as item (value, nth)
    where jsonb_typeof(columns.value) = 'array' group by item.nth
  ) told
$$;

-- Which rows some change sets added, altered and removed, and what these were before; bundles are not opened for that.
create function app.marks_of_changes(sets uuid[]) returns table (
  workspace_id uuid, "position" bigint, change_set_id uuid, table_name text, row_id uuid, before jsonb, removes boolean
) language sql stable parallel safe as $$
  select workspace_id, position, change_set_id, table_name, row_id, before, after is null
  from app.change where change_set_id = any (sets)
  union all
  select b.workspace_id, line.position, b.change_set_id, b.table_name, line.row_id, null::jsonb, false
  from app.change_bundle b cross join lateral unnest(b.positions, b.row_ids) as line (position, row_id)
  where b.change_set_id = any (sets)
$$;

-- The lines of a bundle as lines that stand by themselves.
create function app.unbundled(b app.change_bundle) returns setof app.change
language sql stable parallel safe rows 250 as $$
  select b.workspace_id, md5(b.workspace_id || ' ' || line.position)::uuid, line.position, b.change_set_id, b.table_name,
    line.row_id, b.record_kind, line.record_id, b.class, null::jsonb, told.added
  from app.bundled_rows(b.content) told
  join unnest(b.positions, b.row_ids, b.record_ids) with ordinality as line (position, row_id, record_id, nth)
    on line.nth = told.nth
$$;

-- Every line of some change sets, whether it stands by itself or in a bundle.
create function app.lines_of_changes(sets uuid[]) returns setof app.change language sql stable parallel safe as $$
  select * from app.change where change_set_id = any (sets)
  union all
  select line.* from app.change_bundle b cross join lateral app.unbundled(b) line where b.change_set_id = any (sets)
$$;

-- Lines of some rows alone: of bundles those are opened that hold one of the rows and whose content names `told`.
create function app.lines_of_rows(wanted uuid[], told text) returns setof app.change
language sql stable parallel safe as $$
  select * from app.change where row_id = any (wanted)
  union all
  select line.* from app.change_bundle b cross join lateral app.unbundled(b) line
  where (b.workspace_id, b.position) in (
      select held.workspace_id, held.position
      from unnest(wanted) as row_id
      join app.change_bundle held on held.row_last >= row_id and held.row_first <= row_id and row_id = any (held.row_ids))
    and strpos(b.content, told) > 0 and line.row_id = any (wanted)
$$;

-- The change sets in whose lines some records are.
create function app.change_sets_of_records(wanted uuid[]) returns setof uuid
language sql stable parallel safe as $$
  select change_set_id from app.change where record_id = any (wanted)
  union
  select b.change_set_id
  from unnest(wanted) as record_id
  join app.change_bundle b
    on b.record_last >= record_id and b.record_first <= record_id and record_id = any (b.record_ids)
$$;
-- The columns of a table as a bundle tells them, for a statement that groups rows. `added` is what the rows are called.
create function app.bundle_columns(logged regclass) returns text language sql stable as $$
  select string_agg(format(
    case
      when attname in ('workspace_id', 'class') then '%1$L, (min(added.%2$I::text))'
      when atttypid = 'timestamptz'::regtype
        then '%1$L, case when min(added.%2$I) = max(added.%2$I) then to_json(min(added.%2$I)) else json_agg(added.%2$I) end'
      else '%1$L, case when count(added.%2$I) = 0 then null else json_agg(added.%2$I) end'
    end, attname, attname), ', ' order by attnum)
  from pg_catalog.pg_attribute where attrelid = logged and attnum > 0 and not attisdropped and attgenerated = ''
$$;

-- As before, but for the rows of larger statements. Arguments: kind of record (empty: told by the row), its id's column, then
-- the columns that are derived and so left out.
create or replace function app.log_changes() returns trigger language plpgsql as $$
declare
  derived text[] := tg_argv[2:];
  at uuid;
  opened uuid;
  rows_at bigint;
begin
  if tg_op = 'INSERT' then
    for at, rows_at in select workspace_id, count(*) from new_rows group by workspace_id loop
      opened := app.open_change_set(at);
      if rows_at >= 50 then
        -- Rows are parted by their numbers first: bundles of different parts never lie within each other. Claims are parted by
        -- the kind of their records besides.
        execute format($bundle$
          insert into app.change_bundle (workspace_id, position, position_last, lines, change_set_id, table_name, record_kind, class, positions,
            row_ids, record_ids, row_first, row_last, record_first, record_last, content, digest)
          select $1, positions[1], positions[cardinality(positions)], cardinality(positions), $2, $3, log_kind, class, positions, row_ids, record_ids,
            (select id from unnest(row_ids) as id order by id limit 1),
            (select id from unnest(row_ids) as id order by id desc limit 1),
            (select id from unnest(record_ids) as id order by id limit 1),
            (select id from unnest(record_ids) as id order by id desc limit 1),
            content, sha256(convert_to(app.bundle_text($3, log_kind, class, row_ids, record_ids, content), 'UTF8'))
          from (
            select log_kind, class, array_agg(log_place) as positions, array_agg(id) as row_ids,
              array_agg(log_record) as record_ids, json_build_object(%s)::text as content
            from (
              select log_place / $5 as log_part, %s as log_kind, %I as log_record, n.*
              from (select nextval($4) as log_place, * from new_rows where workspace_id = $1 offset 0) n
              order by log_kind, class, log_part, log_place
            ) added
            group by log_kind, class, log_part
          ) told
        $bundle$, app.bundle_columns(tg_relid), case when tg_argv[0] = '' then 'subject_kind::text' else quote_literal(tg_argv[0]) || '::text' end,
          tg_argv[1]) using at, opened, tg_table_name, pg_get_serial_sequence('app.change', 'position')::regclass,
          case when tg_argv[0] = '' then 1000 else 250 end;
      else
        insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, after)
        select at, opened, tg_table_name, id, coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'), (r->>tg_argv[1])::uuid,
          class, r - derived
        from (select n.id, n.class, to_jsonb(n) as r from new_rows n where n.workspace_id = at offset 0) added;
      end if;
    end loop;
  elsif tg_op = 'DELETE' then
    for at in select distinct workspace_id from old_rows loop
      opened := app.open_change_set(at);
      insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, before)
      select at, opened, tg_table_name, id, coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'), (r->>tg_argv[1])::uuid,
        class, r - derived
      from (select o.id, o.class, to_jsonb(o) as r from old_rows o where o.workspace_id = at order by o.position) removed;
    end loop;
  else
    for at in select distinct workspace_id from new_rows loop
      opened := app.open_change_set(at);
      insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, before, after)
      select at, opened, tg_table_name, id, coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'), (r->>tg_argv[1])::uuid,
        class, was - derived, r - derived
      from (
        select n.id, n.class, to_jsonb(n) as r, to_jsonb(o) as was
        from new_rows n join old_rows o on o.workspace_id = n.workspace_id and o.id = n.id
        where n.workspace_id = at order by n.position
      ) altered;
    end loop;
  end if;
  return null;
end
$$;

-- A change is closed as before; its digest covers lines and bundles in their order.
create or replace function app.audit_change() returns trigger language plpgsql as $$
declare
  row_count bigint;
  row_digest bytea;
begin
  select coalesce(sum(told.lines), 0), sha256(coalesce(string_agg(told.digest, ''::bytea order by told.position), ''))
    into row_count, row_digest
  from (
    select position, 1 as lines, sha256(convert_to(jsonb_build_array(
      table_name, row_id, record_kind, record_id, class, before, after)::text, 'UTF8')) as digest
    from app.change where workspace_id = new.workspace_id and change_set_id = new.id
    union all
    select position, lines, digest
    from app.change_bundle where workspace_id = new.workspace_id and change_set_id = new.id
  ) told;
  perform app.append_audit(new.workspace_id, jsonb_build_object(
    'action', 'change', 'actor', new.actor_id, 'actorName', (select name from app.person where id = new.actor_id),
    'changeSet', new.id, 'command', new.command, 'reason', new.reason, 'undoes', new.undoes,
    'workspaceVersion', new.workspace_version, 'rows', row_count, 'rowsDigest', encode(row_digest, 'hex')));
  return null;
end
$$;
