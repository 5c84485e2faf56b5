-- Health checks: a request to which people of both sides answer, each for themselves, until a day. Nobody reads the answer of
-- another before it is over; then both sides read every answer.

alter domain room.request_kind drop constraint request_kind_check;
alter domain room.request_kind add constraint request_kind_check check (value in ('venture-stakes', 'health-check'));

alter table room.request
  -- When a health check ends by itself.
  add column closes_at timestamptz,
  add constraint request_closes check ((kind = 'health-check') = (closes_at is not null));

alter table room.answer
  add column side text not null default 'partner' check (side in ('firm', 'partner')),
  add column ratings jsonb,
  drop constraint answer_verdict_check,
  add constraint answer_verdict_check check (verdict in ('confirm', 'comment', 'rated')),
  drop constraint answer_check,
  add constraint answer_says check (case verdict when 'comment' then words is not null when 'rated' then words is null else true end),
  add constraint answer_ratings check (
    case when verdict = 'rated' then jsonb_typeof(ratings) is not distinct from 'array' else ratings is null end),
  add constraint answer_of_side check (side = 'partner' or verdict = 'rated');
-- Each person answers a health check once.
create unique index answer_once_a_check on room.answer (workspace_id, request_id, person_id) where verdict = 'rated';

-- Whether what was sent is read by others than who sent it.
create function room.is_told(workspace uuid, request uuid) returns boolean
language sql stable
return exists (
  select from room.request r
  where r.workspace_id = workspace and r.id = request
    and (r.kind <> 'health-check' or r.closed_at is not null or r.closes_at <= clock_timestamp()));

-- A health check is of the alliance, whichever edition stands.
create or replace function room.is_asked_now(workspace uuid, request uuid) returns boolean
language sql stable
return exists (
  select from room.request r
  join room.publication p on p.workspace_id = r.workspace_id and p.id = r.publication_id
  where r.workspace_id = workspace and r.id = request and r.closed_at is null
    and case r.kind when 'health-check' then r.closes_at > clock_timestamp() else p.edition = r.edition_number end);

create or replace function room.judge_answer() returns trigger language plpgsql as $$
declare
  told jsonb;
begin
  if tg_op = 'UPDATE' and old.sent_at is not null then
    raise exception 'An answer that was sent stays as it is'
      using errcode = 'integrity_constraint_violation', constraint = 'answer_sent';
  end if;
  if (new.verdict = 'rated') <> exists (select from room.request
      where workspace_id = new.workspace_id and id = new.request_id and kind = 'health-check') then
    raise exception 'A health check is rated, and nothing else is'
      using errcode = 'check_violation', constraint = 'answer_of_kind';
  end if;
  if tg_op = 'UPDATE' and new.sent_at is not null then
    if not room.is_asked_now(new.workspace_id, new.request_id) then
      raise exception 'What was asked about does not stand any more'
        using errcode = 'integrity_constraint_violation', constraint = 'request_over';
    end if;
    new.sent_at := clock_timestamp();
    told := jsonb_build_object('request', new.request_id, 'answer', new.id, 'verdict', new.verdict,
      'wordsDigest', encode(sha256(convert_to(coalesce(new.ratings::text, new.words, ''), 'UTF8')), 'hex'));
    if new.side = 'firm' then
      perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object('action', 'answer',
        'publication', (select publication_id from room.request
          where workspace_id = new.workspace_id and id = new.request_id)) || told);
    else
      perform room.tell('answer', (select publication_id from room.request
        where workspace_id = new.workspace_id and id = new.request_id), told);
    end if;
  end if;
  return new;
end
$$;

create or replace function app.judge_request() returns trigger language plpgsql as $$
begin
  select number, e.digest into new.edition_number, new.digest from room.edition e
  where workspace_id = new.workspace_id and id = new.edition_id;
  if new.kind = 'health-check'
    and (new.closes_at <= clock_timestamp() or new.closes_at > clock_timestamp() + interval '1 year 1 day') then
    raise exception 'A health check ends within a year'
      using errcode = 'check_violation', constraint = 'check_within_a_year';
  end if;
  if new.kind = 'health-check' and exists (select from room.request
      where workspace_id = new.workspace_id and publication_id = new.publication_id and partner_id = new.partner_id
        and kind = 'health-check' and closed_at is null and closes_at > clock_timestamp()) then
    raise exception 'A health check with this partner is open'
      using errcode = 'unique_violation', constraint = 'request_open_once';
  end if;
  -- The stakes of a venture are confirmed by whoever was shown them.
  if new.kind = 'venture-stakes' and not exists (select from room.item
      where workspace_id = new.workspace_id and edition_id = new.edition_id and kind = 'stake' and form = 'record')
    or not exists (select from room.grant
      where workspace_id = new.workspace_id and publication_id = new.publication_id and withdrawn_at is null
        and expires_at > clock_timestamp()
        and (partner_id = new.partner_id or person_id in (select person_id from room.guest
          where workspace_id = new.workspace_id and room.guest.partner_id = new.partner_id))) then
    raise exception 'The partner is not shown what is asked about'
      using errcode = 'integrity_constraint_violation', constraint = 'request_of_what_is_shown';
  end if;
  return new;
end
$$;

-- A health check that ended by its day may be followed by another about the same edition.
drop index room.request_open_once;
create unique index request_open_once on room.request (workspace_id, edition_id, partner_id, kind)
  where closed_at is null and kind <> 'health-check';

-- Policies ------------------------------------------------------------------------------------------------------------

do $$
declare
  here constant text := 'workspace_id = (select nullif(current_setting(''entente.workspace'', true), '''')::uuid)';
  own_side constant text := 'side = ''firm'' and person_id = (select nullif(current_setting(''entente.actor'', true), '''')::uuid) and (select app.may(''sharing.publish''))';
begin
  drop policy read_by_sharers on room.answer;
  execute format('create policy read_by_sharers on room.answer for select to entente_app using (%s and (select app.may(''sharing.read'')) and (sent_at is not null and room.is_told(workspace_id, request_id) or %s))', here, own_side);
  execute format('create policy rated_by_firm on room.answer for insert to entente_app with check (%s and sent_at is null and %s)', here, own_side);
  execute format('create policy rated_anew_or_sent on room.answer for update to entente_app using (%s and sent_at is null and %s) with check (%s and %s)', here, own_side, here, own_side);
  execute format('create policy rating_thrown_away on room.answer for delete to entente_app using (%s and sent_at is null and %s)', here, own_side);
  drop policy own_or_sent on room.answer;
  execute format('create policy own_or_sent on room.answer for select to entente_room using (%s and (sent_at is not null and room.is_told(workspace_id, request_id) or person_id = (select g.person_id from room.guest g)) and request_id in (select r.id from room.request r))', here);
  drop policy drafted on room.answer;
  execute format('create policy drafted on room.answer for insert to entente_room with check (%s and sent_at is null and side = ''partner'' and person_id = (select g.person_id from room.guest g) and request_id in (select r.id from room.request r))', here);
end
$$;
grant insert, delete on room.answer to entente_app;
grant update (ratings, written_at, sent_at) on room.answer to entente_app;
grant update (ratings) on room.answer to entente_room;
grant select (closes_at) on room.request to entente_room;
