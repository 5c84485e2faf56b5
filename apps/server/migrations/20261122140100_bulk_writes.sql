-- What writing hundreds of thousands of rows at once needs. No rule becomes weaker.

-- The sum of stakes as before; writers take turns by a lock on the issuer's row. It lies in the row and not in the server's
-- lock table, which has room for a few thousand locks of a transaction.
create or replace function app.require_whole() returns trigger language plpgsql as $$
declare
  at_fault record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'Stakes are written at READ COMMITTED, where the check after the lock sees every committed stake'
      using errcode = 'integrity_constraint_violation', constraint = 'stake_whole_isolation';
  end if;
  if new.workspace_id is distinct from nullif(current_setting('entente.workspace', true), '')::uuid then
    raise exception 'A stake is checked in the workspace it was written in'
      using errcode = 'integrity_constraint_violation', constraint = 'stake_whole_workspace';
  end if;
  perform from app.organisation where workspace_id = new.workspace_id and id = new.issuer_id for no key update;
  select start.day, sum(s.share) as economic, sum(s.voting_share) as voting into at_fault
  from (
    select distinct coalesce(lower(certain), '-infinity'::date) as day from app.stake
    where workspace_id = new.workspace_id and issuer_id = new.issuer_id and stated and not isempty(certain)
  ) start
  join app.stake s
    on s.workspace_id = new.workspace_id and s.issuer_id = new.issuer_id and s.stated and s.certain @> start.day
  group by start.day
  having sum(s.share) > 100 or sum(s.voting_share) > 100
  order by start.day limit 1;
  if found then
    raise exception 'Stakes come to more than 100 %% on %', at_fault.day
      using errcode = 'check_violation', constraint = 'stake_whole', table = 'stake', schema = 'app',
        detail = format('economic %s, voting %s', at_fault.economic, at_fault.voting);
  end if;
  return null;
end
$$;

-- The log as before; the change set is looked up once a statement and workspace, not once a row.
create or replace function app.log_changes() returns trigger language plpgsql as $$
declare
  derived text[] := tg_argv[2:];
begin
  if tg_op = 'INSERT' then
    insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, after)
    select rows.workspace_id, opened.id, tg_table_name, rows.id, coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'),
      (r->>tg_argv[1])::uuid, rows.class, r - derived
    from (select distinct workspace_id from new_rows) at
    cross join lateral app.open_change_set(at.workspace_id) as opened (id)
    join (select n.workspace_id, n.id, n.class, to_jsonb(n) as r, n.position as place from new_rows n) rows
      on rows.workspace_id = at.workspace_id
    order by place;
  elsif tg_op = 'DELETE' then
    insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, before)
    select rows.workspace_id, opened.id, tg_table_name, rows.id, coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'),
      (r->>tg_argv[1])::uuid, rows.class, r - derived
    from (select distinct workspace_id from old_rows) at
    cross join lateral app.open_change_set(at.workspace_id) as opened (id)
    join (select o.workspace_id, o.id, o.class, to_jsonb(o) as r, o.position as place from old_rows o) rows
      on rows.workspace_id = at.workspace_id
    order by place;
  else
    insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, before, after)
    select rows.workspace_id, opened.id, tg_table_name, rows.id, coalesce(nullif(tg_argv[0], ''), r->>'subject_kind'),
      (r->>tg_argv[1])::uuid, rows.class, was - derived, r - derived
    from (select distinct workspace_id from new_rows) at
    cross join lateral app.open_change_set(at.workspace_id) as opened (id)
    join (
      select n.workspace_id, n.id, n.class, to_jsonb(n) as r, to_jsonb(o) as was, n.position as place
      from new_rows n join old_rows o on o.workspace_id = n.workspace_id and o.id = n.id
    ) rows on rows.workspace_id = at.workspace_id
    order by place;
  end if;
  return null;
end
$$;

-- Dates are read as before; the forms that nearly all dates have are tried first, the others only where these fail.
create or replace function app.edtf_single(value text) returns daterange
language plpgsql immutable strict parallel safe as $$
declare
  parts text[] := regexp_match(value, '^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?$');
  in_month text[];
  in_year text[];
  in_many text[];
  year integer;
  month integer;
  day integer;
  first_day date;
  last_day date;
begin
  if parts is null then
    in_month := regexp_match(value, '^([0-9]{4})-([0-9]{2})-XX$');
    in_year := regexp_match(value, '^([0-9]{4})-XX(?:-(XX|[0-9]{2}))?$');
    in_many := regexp_match(value, '^([0-9]{2,3})(X{1,2})$');
  end if;
  year := coalesce(parts[1], in_month[1], in_year[1])::integer;
  month := coalesce(parts[2], in_month[2])::integer;
  day := coalesce(parts[3], nullif(in_year[2], 'XX'))::integer;
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
  if month is null then return daterange(make_date(year, 1, 1), make_date(year, 12, 31), '[]'); end if;
  first_day := make_date(year, month, 1);
  last_day := (first_day + interval '1 month' - interval '1 day')::date;
  if day is null then return daterange(first_day, last_day, '[]'); end if;
  if day > extract(day from last_day) then return null; end if;
  return daterange(first_day + day - 1, first_day + day - 1, '[]');
end
$$;

create or replace function app.edtf_range(value text) returns daterange
language plpgsql immutable strict parallel safe as $$
declare
  slash integer;
  first_part text;
  second_part text;
  first_open boolean;
  second_open boolean;
  first_range daterange;
  second_range daterange;
begin
  -- Open and unknown ends are no dates, and are asked for most of all.
  if value in ('..', 'unknown') then return null; end if;
  slash := strpos(value, '/');
  if slash = 0 then return app.edtf_single(value); end if;
  first_part := left(value, slash - 1);
  second_part := substr(value, slash + 1);
  first_open := first_part in ('', '..');
  second_open := second_part in ('', '..');
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

create or replace function app.certain_interval(period_from text, period_to text) returns daterange
language plpgsql immutable parallel safe as $$
declare
  latest_start date;
  earliest_end date;
begin
  if period_from is null or period_to is null or period_to = 'unknown' then return 'empty'; end if;
  latest_start := upper(app.edtf_range(period_from)) - 1;
  if latest_start is null then return 'empty'; end if;
  if period_to = '..' then return daterange(latest_start, null); end if;
  earliest_end := lower(app.edtf_range(period_to));
  if earliest_end > latest_start then return daterange(latest_start, earliest_end); end if;
  return 'empty';
end
$$;

-- That its workspace is there follows for each of these rows from another reference, which leads to a row of the same
-- workspace and may not be null: to the change set, the source or the record that the row is part of.
do $$
declare
  name text;
begin
  foreach name in array array['change', 'organisation_name', 'house_membership', 'membership', 'stake', 'resource', 'domain',
    'event_subject', 'measure', 'condition', 'workforce', 'claim'] loop
    execute format('alter table app.%I drop constraint %I', name, name || '_workspace_id_fkey');
  end loop;
end
$$;

-- Lines of the log get ids that grow, where PostgreSQL makes such: their index then grows at one end.
do $$
begin
  if to_regprocedure('pg_catalog.uuidv7()') is not null then
    alter table app.change alter column id set default uuidv7();
  end if;
end
$$;
