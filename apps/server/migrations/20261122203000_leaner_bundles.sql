-- Rows that are added together are logged at half the price: a bundle tells what all its rows share once, and nothing that it
-- knows beside its content. Bundles that were written before are read as they were; what is digested is still the whole.

-- The columns of a table as a bundle tells them. A column of which no row has a value is null, one that has the same value
-- in all rows is told once, by the first row; `known` are those that the bundle has beside its content.
create function app.bundle_columns(logged regclass, known text[], empty text[], shared text[]) returns text
language sql stable as $$
  select string_agg(format(
    case
      when attname = 'workspace_id' then '%1$L, $1'
      when attname = 'class' then '%1$L, class'
      when attname = 'subject_kind' and logged = 'app.claim'::regclass then '%1$L, log_kind'
      when attname = any (empty) then '%1$L, null'
      when attname = any (shared) then '%1$L, (select to_json(n.%2$I) from new_rows n where n.workspace_id = $1 limit 1)'
      else '%1$L, json_agg(added.%2$I)'
    end, attname, attname), ', ' order by attnum)
  from pg_catalog.pg_attribute
  where attrelid = logged and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all (known)
$$;

-- A statement that tells, of the rows that another adds, which columns have no value and which the same in all rows. Asked
-- of those that are seldom filled, and of those that seldom differ.
create function app.bundle_looks(logged regclass, known text[]) returns text
language sql stable as $$
  select format('select array_remove(array[%s]::text[], null), array_remove(array[%s]::text[], null)
      from new_rows n, (select * from new_rows where workspace_id = $1 limit 1) f where n.workspace_id = $1',
    string_agg(format('case when count(n.%I) = 0 then %L end', attname, attname), ', ') filter (where not attnotnull),
    string_agg(format('case when bool_and(n.%I = f.%I) then %L end', attname, attname, attname), ', ')
      filter (where attnotnull and attname = any (array['version', 'stated', 'created_at', 'updated_at', 'source_id', 'rank', 'period_to', 'end_date'])))
  from pg_catalog.pg_attribute
  where attrelid = logged and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all (known)
$$;

-- The least and the greatest of some ids.
create function app.ends_of(ids uuid[]) returns uuid[] language sql immutable parallel safe
return array[(select id from unnest(ids) as id order by id limit 1), (select id from unnest(ids) as id order by id desc limit 1)];

-- As before, with leaner bundles.
-- Bundles are grouped without sorting their rows, which stand in order.
create or replace function app.log_changes() returns trigger language plpgsql set enable_sort = off as $$
declare
  derived text[] := tg_argv[2:];
  at uuid;
  opened uuid;
  rows_at bigint;
  known text[];
  empty text[];
  shared text[];
begin
  if tg_op = 'INSERT' then
    for at, rows_at in select workspace_id, count(*) from new_rows group by workspace_id loop
      opened := app.open_change_set(at);
      if rows_at >= 50 then
        -- Rows are parted by their numbers: bundles of different parts never lie within each other. Claims are parted by the kind
        -- of their records besides.
        known := array['id', tg_argv[1]];
        execute app.bundle_looks(tg_relid, known) into empty, shared using at;
        execute format($bundle$
          insert into app.change_bundle (workspace_id, position, position_last, lines, change_set_id, table_name, record_kind, class, positions,
            row_ids, record_ids, row_first, row_last, record_first, record_last, content, digest)
          select $1, first, last, cardinality(positions), $2, $3, log_kind, class, positions, row_ids, record_ids,
            rows.ends[1], rows.ends[2], records.ends[1], records.ends[2],
            content, sha256(convert_to(app.bundle_text($3, log_kind, class, row_ids, record_ids, content), 'UTF8'))
          from (
            select log_kind, class, min(log_place) as first, max(log_place) as last, array_agg(log_place) as positions,
              array_agg(id) as row_ids, array_agg(log_record) as record_ids, json_build_object(%s)::text as content
            from (
              select log_place / $5 as log_part, %s as log_kind, %I as log_record, n.*
              from (select nextval($4) as log_place, * from new_rows where workspace_id = $1 offset 0) n
            ) added
            group by log_kind, class, log_part
          ) told
          cross join lateral (select app.ends_of(row_ids) as ends offset 0) rows
          cross join lateral (select %s as ends offset 0) records
          order by first
        $bundle$, app.bundle_columns(tg_relid, known, empty, shared),
          case when tg_argv[0] = '' then 'subject_kind::text' else quote_literal(tg_argv[0]) || '::text' end, tg_argv[1],
          case when tg_argv[1] = 'id' then 'rows.ends' else 'app.ends_of(record_ids)' end)
          using at, opened, tg_table_name, pg_get_serial_sequence('app.change', 'position')::regclass,
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


drop function app.bundle_columns(regclass);

-- The lines of a bundle as before; what stands beside its content is put back into them.
create or replace function app.unbundled(b app.change_bundle) returns setof app.change
language sql stable parallel safe rows 250 as $$
  select b.workspace_id, md5(b.workspace_id || ' ' || line.position)::uuid, line.position, b.change_set_id, b.table_name,
    line.row_id, b.record_kind, line.record_id, b.class, null::jsonb,
    jsonb_build_object('id', line.row_id)
      || case b.table_name when 'claim' then jsonb_build_object('subject_id', line.record_id)
        when 'event_subject' then jsonb_build_object('event_id', line.record_id) else '{}' end
      || told.added
  from app.bundled_rows(b.content) told
  join unnest(b.positions, b.row_ids, b.record_ids) with ordinality as line (position, row_id, record_id, nth)
    on line.nth = told.nth
$$;

-- Ids are chance: to compress them costs as much as the rest of a bundle, and saves next to nothing.
alter table app.change_bundle alter column row_ids set storage external;
alter table app.change_bundle alter column record_ids set storage external;

-- The kind of the records is judged once a statement.
create or replace function app.register_records() returns trigger language plpgsql as $$
begin
  insert into app.record (workspace_id, id, kind)
  select workspace_id, id, (select tg_argv[0]::app.subject_kind) from new_rows;
  return null;
end
$$;
