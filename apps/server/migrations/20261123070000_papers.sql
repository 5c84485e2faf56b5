-- Papers of alliances: what is worked on in each stage. Versions are added and never changed. None is a partner's to read;
-- what the two sides do together goes through requests.

alter table app.record_kind no force row level security;
insert into app.record_kind (kind, class) values ('paper', 'NEVER');
alter table app.record_kind force row level security;

-- One row a version, the whole paper in each. No reference to the alliance: it may be removed and come back, and the papers of
-- one that is not there, or not the reader's to see, are shown to nobody.
create table app.paper (
  workspace_id uuid not null references app.workspace (id),
  alliance_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$' and length(kind) <= 40),
  class app.class not null default 'INTERNAL',
  -- Null where the paper was taken away.
  content jsonb check (jsonb_typeof(content) = 'object' and pg_column_size(content) < 200000),
  due date,
  is_open boolean not null default false,
  holder_id uuid,
  -- An alliance has one such paper at most.
  is_single boolean not null default false,
  actor_id uuid,
  actor_name app.line,
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, id, version),
  -- What we would walk away at, whom else we could ally with and how we would leave is never told to the other side.
  constraint paper_class check (class = case when kind in ('partner-choice', 'negotiation', 'exit-plan')
    then 'NEVER'::app.class else 'INTERNAL'::app.class end),
  constraint paper_taken_away check (content is not null or not (is_open or due is not null or holder_id is not null))
);
create index paper_of_alliance on app.paper (workspace_id, alliance_id, kind);
create index paper_due on app.paper (workspace_id, due) where is_open;

-- Versions of one paper take turns, and each is the next; so do new papers of which there is to be one.
create function app.write_paper() returns trigger language plpgsql as $$
declare
  before app.paper;
begin
  perform pg_advisory_xact_lock(hashtextextended('paper ' || new.workspace_id || ' ' || new.alliance_id, 0));
  select * into before from app.paper p
  where p.workspace_id = new.workspace_id and p.id = new.id order by p.version desc limit 1;
  if new.version <> coalesce(before.version, 0) + 1 then
    raise exception 'Another version was written meanwhile'
      using errcode = 'integrity_constraint_violation', constraint = 'paper_next';
  end if;
  if before.id is not null and (before.alliance_id, before.kind) is distinct from (new.alliance_id, new.kind) then
    raise exception 'A paper stays with its alliance and of its kind'
      using errcode = 'integrity_constraint_violation', constraint = 'paper_kept';
  end if;
  if new.is_single and new.content is not null and exists (
    select from app.paper p
    where p.workspace_id = new.workspace_id and p.alliance_id = new.alliance_id and p.kind = new.kind and p.id <> new.id
      and p.content is not null and not exists (
        select from app.paper later
        where later.workspace_id = p.workspace_id and later.id = p.id and later.version = p.version + 1)) then
    raise exception 'The alliance has such a paper'
      using errcode = 'integrity_constraint_violation', constraint = 'paper_single';
  end if;
  new.actor_id := nullif(current_setting('entente.actor', true), '')::uuid;
  new.actor_name := (select name from app.person where id = new.actor_id);
  new.recorded_at := now();
  return new;
end
$$;
create trigger write_paper before insert on app.paper for each row execute function app.write_paper();

create function app.keep_paper() returns trigger language plpgsql as $$
begin
  raise exception 'A version that was written stays as it is'
    using errcode = 'integrity_constraint_violation', constraint = 'paper_kept';
end
$$;
create trigger keep_paper before update or delete on app.paper for each row execute function app.keep_paper();

-- Who wrote what kind of paper and when; of which alliance, and with which words, is not for those who read the audit alone.
create function app.audit_paper() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'paper', 'paper', new.id, 'paperKind', new.kind, 'version', new.version, 'takenAway', new.content is null));
  return null;
end
$$;
create trigger audit_paper after insert on app.paper for each row execute function app.audit_paper();

-- Policies ------------------------------------------------------------------------------------------------------------

alter table app.paper enable row level security;
alter table app.paper force row level security;
create policy in_workspace on app.paper
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
create policy role_reads on app.paper as restrictive for select using ((select app.may('register.read')));
create policy role_adds on app.paper as restrictive for insert with check ((select app.may('register.write')));
create policy class_reads on app.paper as restrictive
  using (class::text = any ((select app.readable_classes())::text[]));
create policy of_alliance on app.paper as restrictive
  using (exists (select from app.alliance a where a.workspace_id = paper.workspace_id and a.id = alliance_id));
grant select, insert on app.paper to entente_app;
