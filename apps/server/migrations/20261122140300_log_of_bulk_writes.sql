-- A row becomes JSON once on its way to the log, not once for each part of it that is asked for (`offset 0` keeps the planner
-- from copying the expression), and rows that were added are taken in the order in which they came, which needs no sorting.
create or replace function app.log_changes() returns trigger language plpgsql as $$
declare
  derived text[] := tg_argv[2:];
  at uuid;
  opened uuid;
begin
  if tg_op = 'INSERT' then
    for at in select distinct workspace_id from new_rows loop
      opened := app.open_change_set(at);
      insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, after)
      select at, opened, tg_table_name, id, coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'), (r->>tg_argv[1])::uuid,
        class, r - derived
      from (select n.id, n.class, to_jsonb(n) as r from new_rows n where n.workspace_id = at offset 0) added;
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
