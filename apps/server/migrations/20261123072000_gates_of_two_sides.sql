-- Gates that a partner's people decide on too. Each guest who is named reads a copy of what they are asked, in a room that is open
-- to them, and nothing else of the lifecycle; their words are added and never changed.

create table room.gate (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  publication_id uuid not null,
  -- Copied from the publication.
  alliance_id uuid not null,
  -- The key of the stage, and how it is called, by language.
  stage text not null check (stage ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(stage) <= 80),
  stage_name jsonb not null check (jsonb_typeof(stage_name) = 'object' and pg_column_size(stage_name) < 4000),
  -- What the firm says to whom it asks.
  words app.note,
  due date,
  -- The guest who is asked, and whose guest that is.
  person_id uuid not null,
  partner_id uuid not null,
  -- The step by which they were asked, and its day; their word lies on that day or after it.
  asked_by_step integer not null check (asked_by_step > 0),
  asked_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, publication_id) references room.publication (workspace_id, id)
);
create unique index gate_asked_once on room.gate (workspace_id, alliance_id, stage, person_id) where closed_at is null;

create table room.gate_word (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  gate_id uuid not null,
  person_id uuid not null,
  person_name app.line not null,
  verdict text not null check (verdict in ('approved', 'refused')),
  words app.note,
  -- In the life of the alliance.
  day date not null,
  said_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, id),
  foreign key (workspace_id, gate_id) references room.gate (workspace_id, id),
  constraint gate_word_refusal check (verdict = 'approved' or words is not null)
);
create index gate_word_of_gate on room.gate_word (workspace_id, gate_id, said_at);

create function app.judge_gate() returns trigger language plpgsql as $$
begin
  new.alliance_id := (select alliance_id from room.publication where workspace_id = new.workspace_id and id = new.publication_id);
  new.partner_id := (select partner_id from room.guest
    where workspace_id = new.workspace_id and person_id = new.person_id and ended_at is null);
  new.asked_by := nullif(current_setting('entente.actor', true), '')::uuid;
  new.asked_at := clock_timestamp();
  if new.alliance_id is null or new.partner_id is null or not exists (
      select from room.grant where workspace_id = new.workspace_id and publication_id = new.publication_id
        and withdrawn_at is null and suspended_at is null and expires_at > clock_timestamp()
        and (partner_id = new.partner_id or person_id = new.person_id)) then
    raise exception 'No room of the alliance is open to this guest'
      using errcode = 'integrity_constraint_violation', constraint = 'gate_in_an_open_room';
  end if;
  return new;
end
$$;
create trigger judge_gate before insert on room.gate for each row execute function app.judge_gate();

create function app.keep_gate() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'A gate that is closed stays closed'
      using errcode = 'integrity_constraint_violation', constraint = 'gate_over';
  end if;
  new.closed_at := clock_timestamp();
  return new;
end
$$;
create trigger keep_gate before update on room.gate for each row execute function app.keep_gate();

create function app.audit_gate() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'gate', 'gate', new.id, 'publication', new.publication_id, 'grantee', new.person_id,
    'granteeName', (select name from app.person where id = new.person_id), 'stage', new.stage, 'state', case when new.closed_at is null then 'sent' else 'withdrawn' end));
  return null;
end
$$;
create trigger audit_gate after insert or update on room.gate for each row execute function app.audit_gate();

create function app.notify_gate() returns trigger language plpgsql as $$
begin
  perform app.notify(new.workspace_id, 'asked', new.publication_id, array[new.person_id]);
  return null;
end
$$;
create trigger notify_gate after insert on room.gate for each row execute function app.notify_gate();

-- Who speaks, when and of which day is said by the database; the word is told to the audit with it.
create function room.judge_gate_word() returns trigger language plpgsql as $$
declare
  asked record;
begin
  select publication_id, asked_on, closed_at into asked from room.gate
  where workspace_id = new.workspace_id and id = new.gate_id;
  if asked.publication_id is null or asked.closed_at is not null then
    raise exception 'This gate is not asked about any more'
      using errcode = 'integrity_constraint_violation', constraint = 'gate_over';
  end if;
  new.person_name := (select name from room.guest
    where workspace_id = new.workspace_id and person_id = new.person_id and ended_at is null);
  new.said_at := clock_timestamp();
  new.day := greatest((new.said_at at time zone 'UTC')::date, asked.asked_on);
  perform room.tell('gate-word', asked.publication_id, jsonb_build_object(
    'gate', new.gate_id, 'verdict', new.verdict,
    'wordsDigest', encode(sha256(convert_to(coalesce(new.words, ''), 'UTF8')), 'hex')));
  return new;
end
$$;
create trigger judge_gate_word before insert on room.gate_word for each row execute function room.judge_gate_word();

alter table room.deed drop constraint deed_action_check;
alter table room.deed add constraint deed_action_check check (action in ('read', 'answer', 'signature', 'gate-word'));

create or replace function app.notify_deed() returns trigger language plpgsql as $$
begin
  perform app.notify(new.workspace_id, case new.action when 'signature' then 'signed' else 'answered' end, new.publication_id,
    (select array_agg(made_by) from (
      select made_by from room.publication where workspace_id = new.workspace_id and id = new.publication_id
      union select made_by from room.edition where workspace_id = new.workspace_id and publication_id = new.publication_id
    ) makers join app.role_held h
      on h.workspace_id = new.workspace_id and h.person_id = makers.made_by and h.role <> 'guest'));
  return null;
end
$$;
drop trigger notify_deed on room.deed;
create trigger notify_deed after update of chained_at on room.deed for each row
  when (old.chained_at is null and new.chained_at is not null and new.action in ('answer', 'signature', 'gate-word'))
  execute function app.notify_deed();

-- Policies ------------------------------------------------------------------------------------------------------------

alter table room.gate enable row level security;
alter table room.gate force row level security;
alter table room.gate_word enable row level security;
alter table room.gate_word force row level security;

-- Members: with the alliance, as its steps are. Whoever shares asks; whoever takes steps may end the asking.
create policy read_with_alliance on room.gate for select to entente_app
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (select app.may('register.read'))
    and exists (select from app.alliance a where a.workspace_id = gate.workspace_id and a.id = alliance_id));
create policy asked_by_sharers on room.gate for insert to entente_app
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (select app.may('sharing.publish')));
create policy closed_by_writers on room.gate for update to entente_app
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (select app.may('register.write')));
create policy read_with_gate on room.gate_word for select to entente_app
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and (select app.may('register.read')) and gate_id in (select g.id from room.gate g));

-- Guests: what they themselves are asked, in rooms that are open to them, while they are asked it.
create policy asked_of_oneself on room.gate for select to entente_room
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and closed_at is null and person_id = (select g.person_id from room.guest g)
    and publication_id in (select p.id from room.publication p));
create policy of_own_gates on room.gate_word for select to entente_room
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and gate_id in (select g.id from room.gate g));
create policy said_by_oneself on room.gate_word for insert to entente_room
  with check (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid)
    and person_id = (select g.person_id from room.guest g) and gate_id in (select g.id from room.gate g));

grant select, insert on room.gate to entente_app;
grant update (closed_at) on room.gate to entente_app;
grant select on room.gate_word to entente_app;
grant select (workspace_id, id, publication_id, stage_name, words, due, person_id, asked_on, asked_at, closed_at) on room.gate to entente_room;
grant select, insert on room.gate_word to entente_room;
