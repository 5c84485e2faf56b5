-- A single write costs less of the database's time. Nothing that was refused is accepted, what is derived comes to the same,
-- and the log and the audit hold what they held.

-- Each statement that writes a row plans the expressions of its derived columns and its rules anew, and a function of SQL
-- becomes part of them: that took longer than the row itself. As functions that are planned once a connection the same
-- expressions cost rows that come by the hundred thousand a microsecond more, and a single row a third of its time less.
create or replace function app.edtf_earliest(value text) returns date
language plpgsql immutable parallel safe as $$
begin
  return case
    when value is null or value in ('..', 'unknown') then null
    when value collate "C" ~ '^[0-9]{4}$' and value <> '0000' then make_date(value::integer, 1, 1)
    when value collate "C" ~ '^[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$'
      then make_date(left(value, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer)
    else lower(app.edtf_range(value))
  end;
end
$$;

create or replace function app.edtf_latest(value text) returns date
language plpgsql immutable parallel safe as $$
begin
  return case
    when value is null or value in ('..', 'unknown') then null
    when value collate "C" ~ '^[0-9]{4}$' and value <> '0000' then make_date(value::integer, 12, 31)
    when value collate "C" ~ '^[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$'
      then make_date(left(value, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer)
    else upper(app.edtf_range(value)) - 1
  end;
end
$$;

create or replace function app.certain_interval(period_from text, period_to text) returns daterange
language plpgsql immutable parallel safe as $$
declare
  latest_start date;
  earliest_end date;
begin
  if period_to is null or period_to = 'unknown' then return 'empty'; end if;
  latest_start := app.edtf_latest(period_from);
  if latest_start is null then return 'empty'; end if;
  if period_to = '..' then return daterange(latest_start, null); end if;
  earliest_end := app.edtf_earliest(period_to);
  return case when earliest_end > latest_start then daterange(latest_start, earliest_end) else 'empty' end;
end
$$;

create or replace function app.search_text(value text) returns text
language plpgsql immutable parallel safe as $$
begin
  return case
    when value collate "C" ~ '^[A-Za-z0-9 ]*$' then replace(lower(value collate "C"), ' ', '') collate "und-x-icu"
    when octet_length(value) = char_length(value) then translate(
      lower(value collate "C") collate "und-x-icu",
      E'\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f'
        || ' !"#$%&''()*+,-./:;<=>?@[\]^_`{|}~',
      ''
    )
    else translate(
      regexp_replace(
        lower(
          normalize(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g'), NFKC) collate "und-x-icu"
        ),
        '[^[:alnum:]]', '', 'g'
      ),
      'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴ',
      'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ'
    )
  end;
end
$$;

create or replace function app.is_custom(value jsonb) returns boolean
language plpgsql immutable parallel safe as $$
begin
  return jsonb_typeof(value) = 'object' and value <> '{}' and not jsonb_path_exists(value, '$.* ? (@.type() != "string")');
end
$$;

-- What is told of a change set when it is closed: how many lines it wrote, the digest of their digests, the digests of those of
-- NEVER and CLEAN with their places among all, and of which classes they are.
create function app.lines_told(workspace uuid, told_of uuid, out lines bigint, out digest bytea, out guarded jsonb, out classes text[])
language plpgsql stable as $$
begin
  select coalesce(sum(told.lines), 0), sha256(coalesce(string_agg(told.digest, ''::bytea order by told.position), '')),
    jsonb_agg(jsonb_build_array(told.place, told.lines, encode(told.digest, 'hex'), told.class) order by told.place)
      filter (where told.class in ('NEVER', 'CLEAN')),
    coalesce(array_agg(distinct told.class), '{}')
    into lines, digest, guarded, classes
  from (
    select line.*, row_number() over (order by line.position) - 1 as place
    from (
      select c.position, 1 as lines, c.class::text as class, sha256(convert_to(jsonb_build_array(
        c.table_name, c.row_id, c.record_kind, c.record_id, c.class, c.before, c.after)::text, 'UTF8')) as digest
      from app.change c where c.workspace_id = workspace and c.change_set_id = told_of
      union all
      select b.position, b.lines, b.class::text, b.digest
      from app.change_bundle b where b.workspace_id = workspace and b.change_set_id = told_of
    ) line
  ) told;
end
$$;

-- As before, with the entry of the audit: the lines of a change are read once for both, and before the workspace's row is taken,
-- for which all wait who change the same workspace. Small statements hold it for less time than one that did all.
create or replace function app.raise_version() returns trigger language plpgsql as $$
declare
  closing app.change_set[];
  one app.change_set;
  told record;
  every text[] := '{}';
  seen bigint[];
  raised_to bigint;
begin
  if new.workspace_id = nullif(current_setting('entente.workspace', true), '')::uuid then
    closing := array(
      select s from app.change_set s
      where s.workspace_id = new.workspace_id and s.transaction = pg_current_xact_id() and s.workspace_version is null
      order by s.position);
    -- The first change set of the transaction closed this one with it.
    if cardinality(closing) = 0 and exists (
      select from app.change_set where workspace_id = new.workspace_id and id = new.id and workspace_version is not null) then
      return null;
    end if;
    foreach one in array closing loop
      told := app.lines_told(new.workspace_id, one.id);
      every := every || told.classes;
    end loop;
    seen := app.seen_by(every);
    update app.workspace set version = version + 1,
      seen_versions = array[seen_versions[1] + seen[1], seen_versions[2] + seen[2], seen_versions[3] + seen[3]]
    where id = new.workspace_id and cardinality(closing) > 0
    returning version, seen_versions into raised_to, seen;
  end if;
  if raised_to is null then
    raise exception 'A committed change raises the version of its workspace'
      using errcode = 'integrity_constraint_violation', constraint = 'change_set_raises_version';
  end if;
  foreach one in array closing loop
    if cardinality(closing) > 1 then told := app.lines_told(new.workspace_id, one.id); end if;
    update app.change_set set workspace_version = raised_to, seen_versions = seen, classes = told.classes
    where workspace_id = new.workspace_id and id = one.id;
    perform app.append_audit(new.workspace_id, jsonb_build_object(
      'action', 'change', 'actor', one.actor_id,
      'actorName', (select name from app.person where id = one.actor_id),
      'changeSet', one.id, 'command', one.command, 'undoes', one.undoes,
      'reason', case when told.guarded is null then one.reason end,
      'workspaceVersion', raised_to, 'rows', told.lines, 'rowsDigest', encode(told.digest, 'hex'))
      || case when told.guarded is null then '{}' else jsonb_build_object('guarded', told.guarded) end
      || case when told.guarded is null or one.reason is null then '{}' else jsonb_build_object(
        'reasonDigest', encode(sha256(convert_to(one.reason, 'UTF8')), 'hex')) end);
  end loop;
  return null;
end
$$;

drop trigger audit_change on app.change_set;
drop function app.audit_change();

-- Nothing closes a change but its commit, which writes the entry: the application had a right to, and no reason.
create or replace function app.keep_closed() returns trigger language plpgsql as $$
begin
  raise exception 'A change is closed by its commit, and then stays as it is'
    using errcode = 'integrity_constraint_violation', constraint = 'change_set_closed';
end
$$;
drop trigger keep_closed on app.change_set;
create trigger keep_closed before update on app.change_set for each row
  when (old.workspace_version is not null or pg_trigger_depth() = 0) execute function app.keep_closed();

-- The row of a workspace is the one that each change writes, and each reference to it is a lock on it until the commit. Locked by
-- several at once, its versions of old cannot be told to be past by a look at an index, and pile up by the hundred until the next
-- vacuum, where every change walked through them. That the workspace of these rows is there follows otherwise: a change set does
-- not commit without having raised its version, a row of the register not without a change set, an entry of the audit is added
-- beside an end of the chain, which refers to it, and what is kept of an answer or of a judgement is nobody's but the actor's.
do $$
declare
  name text;
begin
  foreach name in array array['source', 'organisation', 'house', 'alliance', 'person_record', 'event', 'change_set', 'audit_entry',
    'idempotency_key', 'stake_judgement'] loop
    execute format('alter table app.%I drop constraint %I', name, name || '_workspace_id_fkey');
  end loop;
end
$$;
