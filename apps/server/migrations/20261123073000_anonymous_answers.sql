-- Health checks that are anonymous: while one is open each answer is its writer's own row; when it is over the database parts the
-- answers into single ratings and comments without a name, in random order, and deletes the rows that had names.

alter table room.request
  add column anonymous boolean not null default false,
  -- Criteria of fit that are asked beside the dimensions: words that whoever asks chose for both sides to read.
  add column criteria jsonb not null default '[]',
  -- Which criteria of the choice of partners these are, in the same order; no guest reads it.
  add column criterion_keys text[] not null default '{}',
  add constraint request_anonymous check (not anonymous or kind = 'health-check'),
  add constraint request_criteria check (jsonb_typeof(criteria) = 'array' and pg_column_size(criteria) < 8000
    and jsonb_array_length(criteria) = cardinality(criterion_keys) and cardinality(criterion_keys) <= 12
    and (kind = 'health-check' or criteria = '[]'));

-- One rating or one comment, of nobody. Rows of one answer have nothing in common.
create table room.unnamed_rating (
  workspace_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  side text not null check (side in ('firm', 'partner')),
  dimension text not null,
  score integer check (score between 1 and 5),
  comment app.note,
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references room.request (workspace_id, id),
  constraint unnamed_rating_says_one check (num_nonnulls(score, comment) = 1)
);
create index unnamed_rating_of_request on room.unnamed_rating (workspace_id, request_id);

-- How many of each side answered an anonymous check that is over. To write it opens the answers.
create table room.tally (
  workspace_id uuid not null,
  request_id uuid not null,
  firm integer not null,
  partner integer not null,
  primary key (workspace_id, request_id),
  foreign key (workspace_id, request_id) references room.request (workspace_id, id)
);

-- Whether an anonymous check is over, so that its answers lose their names.
create function room.is_unsealed(workspace uuid, request uuid) returns boolean
language sql stable
return exists (
  select from room.request r
  where r.workspace_id = workspace and r.id = request and r.anonymous
    and (r.closed_at is not null or r.closes_at <= clock_timestamp()));

-- Nobody reads an anonymous answer with its name but who wrote it.
create or replace function room.is_told(workspace uuid, request uuid) returns boolean
language sql stable
return exists (
  select from room.request r
  where r.workspace_id = workspace and r.id = request and not r.anonymous
    and (r.kind <> 'health-check' or r.closed_at is not null or r.closes_at <= clock_timestamp()));

create or replace function room.judge_answer() returns trigger language plpgsql as $$
declare
  asked record;
  told jsonb;
begin
  if tg_op = 'UPDATE' and old.sent_at is not null then
    raise exception 'An answer that was sent stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'answer_sent';
  end if;
  select kind, anonymous, criteria, publication_id into asked from room.request
  where workspace_id = new.workspace_id and id = new.request_id;
  if (new.verdict = 'rated') <> (asked.kind is not distinct from 'health-check') then
    raise exception 'A health check is rated, and nothing else is'
      using errcode = 'check_violation', constraint = 'answer_of_kind';
  end if;
  if exists (select from jsonb_to_recordset(new.ratings) as r (dimension text)
      where dimension like 'fit:%' and split_part(dimension, ':', 2)::integer > jsonb_array_length(asked.criteria)) then
    raise exception 'This criterion was not asked'
      using errcode = 'check_violation', constraint = 'answer_of_kind';
  end if;
  if asked.anonymous then
    -- Whoever opens the answers waits for those who are writing, and nobody writes after them.
    perform pg_advisory_xact_lock_shared(hashtextextended(new.request_id::text, 0));
  end if;
  if (tg_op = 'UPDATE' and new.sent_at is not null or asked.anonymous)
    and not room.is_asked_now(new.workspace_id, new.request_id) then
    raise exception 'What was asked about does not stand any more'
      using errcode = 'integrity_constraint_violation', constraint = 'request_over';
  end if;
  if tg_op = 'UPDATE' and new.sent_at is not null then
    new.sent_at := clock_timestamp();
    told := jsonb_build_object('request', new.request_id, 'verdict', new.verdict);
    -- A digest of a few ratings is soon guessed: of an anonymous answer the audit holds that it was given.
    if not asked.anonymous then
      told := told || jsonb_build_object('answer', new.id,
        'wordsDigest', encode(sha256(convert_to(coalesce(new.ratings::text, new.words, ''), 'UTF8')), 'hex'));
    end if;
    if new.side = 'firm' then
      perform app.append_audit(new.workspace_id, app.actor_said()
        || jsonb_build_object('action', 'answer', 'publication', asked.publication_id) || told);
    else
      perform room.tell('answer', asked.publication_id, told);
    end if;
  end if;
  return new;
end
$$;

-- A side shows nothing with fewer than three answers, and a dimension nothing with fewer than three ratings; what is never shown
-- is not kept.
create function room.open_answers() returns trigger language plpgsql as $$
declare
  least constant integer := 3;
  removed integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.request_id::text, 0));
  select count(*) filter (where side = 'firm'), count(*) filter (where side = 'partner') into new.firm, new.partner
  from room.answer where workspace_id = new.workspace_id and request_id = new.request_id and sent_at is not null;
  with said as (
    select a.id as answer, a.side, r.dimension, r.score, r.comment
    from room.answer a cross join lateral jsonb_to_recordset(a.ratings) as r (dimension text, score integer, comment text)
    where a.workspace_id = new.workspace_id and a.request_id = new.request_id and a.sent_at is not null
      and case a.side when 'firm' then new.firm else new.partner end >= least
  ), parted as (
    select side, dimension, score, null as comment from said
    where score is not null and (side, dimension) in (
      select side, dimension from said where score is not null group by side, dimension
      having count(distinct answer) >= least)
    union all
    select side, dimension, null, comment from said where comment is not null
  ), drawn as materialized (
    select gen_random_uuid() as id, parted.* from parted
  )
  insert into room.unnamed_rating (workspace_id, id, request_id, side, dimension, score, comment)
  select new.workspace_id, id, new.request_id, side, dimension, score, comment from drawn order by id;
  -- Drafts that were not sent go too.
  delete from room.answer where workspace_id = new.workspace_id and request_id = new.request_id and sent_at is not null;
  get diagnostics removed = row_count;
  if removed <> new.firm + new.partner then
    raise exception 'Answers kept their names' using errcode = 'integrity_constraint_violation';
  end if;
  delete from room.answer where workspace_id = new.workspace_id and request_id = new.request_id;
  return new;
end
$$;
create trigger open_answers before insert on room.tally for each row execute function room.open_answers();

create function app.open_closed_check() returns trigger language plpgsql as $$
begin
  insert into room.tally (workspace_id, request_id) values (new.workspace_id, new.id) on conflict do nothing;
  return null;
end
$$;
create trigger open_closed_check after update of closed_at on room.request for each row
  when (new.anonymous and old.closed_at is null and new.closed_at is not null) execute function app.open_closed_check();

create function app.keep_closed_check() returns trigger language plpgsql as $$
begin
  raise exception 'An anonymous health check that is over stays over'
    using errcode = 'integrity_constraint_violation', constraint = 'request_over';
end
$$;
create trigger keep_closed_check before update of closed_at on room.request for each row
  when (old.anonymous and old.closed_at is not null and new.closed_at is distinct from old.closed_at)
  execute function app.keep_closed_check();

-- Policies ------------------------------------------------------------------------------------------------------------

alter table room.unnamed_rating enable row level security;
alter table room.unnamed_rating force row level security;
alter table room.tally enable row level security;
alter table room.tally force row level security;

do $$
declare
  here constant text := 'workspace_id = (select nullif(current_setting(''entente.workspace'', true), '''')::uuid)';
begin
  -- The trigger that takes the names away acts with the rights of whoever reads first; by itself no statement comes here.
  execute format('create policy unnamed_under_members on room.answer for select to entente_app using (%s and pg_trigger_depth() > 0 and room.is_unsealed(workspace_id, request_id))', here);
  execute format('create policy unnamed_under_guests on room.answer for select to entente_room using (%s and pg_trigger_depth() > 0 and room.is_unsealed(workspace_id, request_id))', here);
  execute format('create policy deleted_under_members on room.answer for delete to entente_app using (%s and pg_trigger_depth() > 0 and room.is_unsealed(workspace_id, request_id))', here);
  execute format('create policy deleted_under_guests on room.answer for delete to entente_room using (%s and pg_trigger_depth() > 0 and room.is_unsealed(workspace_id, request_id))', here);
  execute format('create policy written_under_members on room.unnamed_rating for insert to entente_app with check (%s and pg_trigger_depth() > 0)', here);
  execute format('create policy written_under_guests on room.unnamed_rating for insert to entente_room with check (%s and pg_trigger_depth() > 0 and request_id in (select r.id from room.request r))', here);
  execute format('create policy opened_by_sharers on room.tally for insert to entente_app with check (%s and (select app.may(''sharing.read'')) and room.is_unsealed(workspace_id, request_id))', here);
  execute format('create policy opened_by_guests on room.tally for insert to entente_room with check (%s and room.is_unsealed(workspace_id, request_id))', here);
  -- With the request.
  execute format('create policy read_by_sharers on room.unnamed_rating for select to entente_app using (%s and (select app.may(''sharing.read'')))', here);
  execute format('create policy read_with_request on room.unnamed_rating for select to entente_room using (%s and request_id in (select r.id from room.request r))', here);
  execute format('create policy read_by_sharers on room.tally for select to entente_app using (%s and (select app.may(''sharing.read'')))', here);
  execute format('create policy read_with_request on room.tally for select to entente_room using (%s and request_id in (select r.id from room.request r))', here);
end
$$;

grant select, insert on room.unnamed_rating to entente_app, entente_room;
grant select, insert (workspace_id, request_id) on room.tally to entente_app, entente_room;
grant select (anonymous, criteria) on room.request to entente_room;
