-- The development of alliances, step by step. What stands in the way of an alliance is no partner's to read.

alter table app.record_kind no force row level security;
insert into app.record_kind (kind, class) values ('lifecycle', 'NEVER');
alter table app.record_kind force row level security;

-- One row a step, never changed. No reference to the alliance: it may be removed and come back, and the steps of one that is not
-- there, or not the reader's to see, are shown to nobody.
create table app.lifecycle_step (
  workspace_id uuid not null references app.workspace (id),
  alliance_id uuid not null,
  nth integer not null check (nth > 0),
  id uuid not null default gen_random_uuid(),
  class app.class not null default 'INTERNAL' constraint lifecycle_step_class check (class in ('NEVER', 'INTERNAL')),
  kind text not null check (kind in ('begun', 'recorded', 'judged', 'waived', 'planned', 'approvers-named', 'gate-judged',
    'advanced', 'revisited', 'ended', 'given-up')),
  -- In the life of the alliance; when it was recorded is another matter.
  day date not null,
  -- What the step says, but for its kind and day.
  content jsonb not null check (jsonb_typeof(content) = 'object' and pg_column_size(content) < 100000),
  actor_id uuid,
  actor_name app.line,
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, alliance_id, nth),
  constraint lifecycle_step_id unique (workspace_id, id),
  constraint lifecycle_step_begun check ((nth = 1) = (kind = 'begun'))
);

-- Steps of one alliance take turns, and each is the next. All of them have the class of the first: nobody sees every other one.
create function app.take_lifecycle_step() returns trigger language plpgsql as $$
declare
  last_step app.lifecycle_step;
begin
  perform pg_advisory_xact_lock(hashtextextended('lifecycle ' || new.workspace_id || ' ' || new.alliance_id, 0));
  select * into last_step from app.lifecycle_step s
  where s.workspace_id = new.workspace_id and s.alliance_id = new.alliance_id order by s.nth desc limit 1;
  if new.nth <> coalesce(last_step.nth, 0) + 1 then
    raise exception 'Another step was taken meanwhile'
      using errcode = 'integrity_constraint_violation', constraint = 'lifecycle_step_next';
  end if;
  new.class := coalesce(last_step.class, new.class);
  new.actor_id := nullif(current_setting('entente.actor', true), '')::uuid;
  new.actor_name := (select name from app.person where id = new.actor_id);
  new.recorded_at := now();
  if new.kind = 'gate-judged' then
    new.content := new.content || jsonb_build_object('approver', new.actor_id);
  end if;
  return new;
end
$$;
create trigger take_lifecycle_step before insert on app.lifecycle_step
  for each row execute function app.take_lifecycle_step();

create function app.keep_lifecycle_step() returns trigger language plpgsql as $$
begin
  raise exception 'A step that was taken stays as it is'
    using errcode = 'integrity_constraint_violation', constraint = 'lifecycle_step_kept';
end
$$;
create trigger keep_lifecycle_step before update or delete on app.lifecycle_step
  for each row execute function app.keep_lifecycle_step();

-- Who did what and when; of which alliance, and with which words, is not for those who read the audit alone.
create function app.audit_lifecycle_step() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_strip_nulls(jsonb_build_object(
    'action', 'lifecycle', 'lifecycleStep', new.id, 'stepKind', new.kind, 'stage', new.content->>'stage')));
  return null;
end
$$;
create trigger audit_lifecycle_step after insert on app.lifecycle_step
  for each row execute function app.audit_lifecycle_step();

-- Policies ------------------------------------------------------------------------------------------------------------

alter table app.lifecycle_step enable row level security;
alter table app.lifecycle_step force row level security;
create policy in_workspace on app.lifecycle_step
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
create policy role_reads on app.lifecycle_step as restrictive for select using ((select app.may('register.read')));
create policy role_adds on app.lifecycle_step as restrictive for insert with check ((select app.may('register.write')));
create policy class_reads on app.lifecycle_step as restrictive
  using (class::text = any ((select app.readable_classes())::text[]));
create policy of_alliance on app.lifecycle_step as restrictive
  using (exists (select from app.alliance a where a.workspace_id = lifecycle_step.workspace_id and a.id = alliance_id));
grant select, insert on app.lifecycle_step to entente_app;
