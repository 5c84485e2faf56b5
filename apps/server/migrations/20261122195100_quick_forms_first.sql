-- What nearly all texts and dates of a register look like is recognised first, at a tenth of the price; what is accepted, and
-- what it comes to, stays the same.

-- The days of a year or of a day by itself; other dates are read in full. Not strict, so that it becomes part of the
-- statements that call it.
create or replace function app.edtf_earliest(value text) returns date
language sql immutable parallel safe
return case
  when value is null or value in ('..', 'unknown') then null
  when value collate "C" ~ '^[0-9]{4}$' and value <> '0000' then make_date(value::integer, 1, 1)
  when value collate "C" ~ '^[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$'
    then make_date(left(value, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer)
  else lower(app.edtf_range(value))
end;

create or replace function app.edtf_latest(value text) returns date
language sql immutable parallel safe
return case
  when value is null or value in ('..', 'unknown') then null
  when value collate "C" ~ '^[0-9]{4}$' and value <> '0000' then make_date(value::integer, 12, 31)
  when value collate "C" ~ '^[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$'
    then make_date(left(value, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer)
  else upper(app.edtf_range(value)) - 1
end;

create or replace function app.certain_interval(period_from text, period_to text) returns daterange
language sql immutable parallel safe
return case
  when period_to is null or period_to = 'unknown' or app.edtf_latest(period_from) is null then 'empty'::daterange
  when period_to = '..' then daterange(app.edtf_latest(period_from), null)
  when app.edtf_earliest(period_to) > app.edtf_latest(period_from)
    then daterange(app.edtf_latest(period_from), app.edtf_earliest(period_to))
  else 'empty'::daterange
end;

create function app.is_edtf(value text) returns boolean
language sql immutable parallel safe
return case
  when value collate "C" ~ '^[0-9]{4}$' and value <> '0000' then true
  else app.edtf_range(value) is not null
end;

do $$
declare
  c record;
begin
  for c in select conname, contypid::regtype as name from pg_constraint
    where contypid in ('app.edtf'::regtype, 'app.edtf_end'::regtype) and contype = 'c' loop
    execute format('alter domain %s drop constraint %I', c.name, c.conname);
  end loop;
end
$$;
alter domain app.edtf add check (value is null or app.is_edtf(value));
alter domain app.edtf_end add check (value in ('..', 'unknown') or app.is_edtf(value));

-- Letters, digits and blanks of ASCII need nothing of what other texts need.
create or replace function app.search_text(value text) returns text
language sql immutable parallel safe
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

alter table app.claim drop constraint claim_field_check;
alter table app.claim add constraint claim_field_check check (
  (field collate "C" ~ '^[a-z][A-Za-z]*$' and char_length(field) <= 40)
  or (field ~ '^([a-z][A-Za-z]{0,39}|remark\.[a-z0-9]+(-[a-z0-9]+)*|custom\.[a-z][a-z0-9-]{0,39})$'
    and char_length(field) <= 100));

-- That the workspace of a record is there follows from the row that the record is: triggers alone write here.
alter table app.record drop constraint record_workspace_id_fkey;
alter policy read_in_workspace on app.record
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
alter policy written_by_triggers on app.record
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid) and pg_trigger_depth() > 0);
