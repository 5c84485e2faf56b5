-- Moves that a firm thinks of, kept. Whom a firm considers beside its partner is no partner's to read.

alter table app.record_kind no force row level security;
insert into app.record_kind (kind, class) values ('candidate-move', 'NEVER');
alter table app.record_kind force row level security;

-- One document a move. No reference to the firm or to the alliance it became: either may be removed and come back, and a
-- move of a firm that is not there, or not the reader's to see, is shown to nobody.
create table app.candidate_move (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  class app.class not null default 'NEVER' constraint candidate_move_class check (class in ('NEVER', 'INTERNAL')),
  organisation_id uuid,
  house_id uuid,
  version integer not null default 1,
  -- Partner, form, beginning, shares, resources and domain.
  content jsonb not null check (jsonb_typeof(content) = 'object' and pg_column_size(content) < 100000),
  discarded boolean not null default false,
  -- What it became.
  alliance_id uuid,
  kept_by uuid,
  kept_by_name app.line,
  kept_at timestamptz not null default now(),
  primary key (workspace_id, id),
  constraint candidate_move_of_one_firm check (num_nonnulls(organisation_id, house_id) = 1)
);
create index candidate_move_of_organisation on app.candidate_move (workspace_id, organisation_id, kept_at);
create index candidate_move_of_house on app.candidate_move (workspace_id, house_id, kept_at);

create function app.begin_candidate_move() returns trigger language plpgsql as $$
begin
  new.version := 1;
  new.discarded := false;
  new.alliance_id := null;
  new.kept_by := nullif(current_setting('entente.actor', true), '')::uuid;
  new.kept_by_name := (select name from app.person where id = new.kept_by);
  new.kept_at := now();
  return new;
end
$$;
create trigger begin_candidate_move before insert on app.candidate_move
  for each row execute function app.begin_candidate_move();

-- What became an alliance stays so while the alliance is there; once that was taken back, the move is open again.
create function app.judge_candidate_move() returns trigger language plpgsql as $$
begin
  if exists (select from app.alliance a where a.workspace_id = old.workspace_id and a.id = old.alliance_id) then
    raise exception 'The move has become an alliance'
      using errcode = 'integrity_constraint_violation', constraint = 'candidate_move_settled';
  end if;
  new.version := old.version + 1;
  return new;
end
$$;
create trigger judge_candidate_move before update on app.candidate_move
  for each row execute function app.judge_candidate_move();

-- Who did what and when; with whom the move would be is not for those who read the audit alone.
create function app.audit_candidate_move() returns trigger language plpgsql as $$
begin
  perform app.append_audit(new.workspace_id, app.actor_said() || jsonb_build_object(
    'action', 'candidate', 'candidate', new.id, 'state', case
      when new.discarded then 'discarded'
      when tg_op = 'UPDATE' and new.alliance_id is distinct from old.alliance_id then 'turned'
      else 'kept' end));
  return null;
end
$$;
create trigger audit_candidate_move after insert or update on app.candidate_move
  for each row execute function app.audit_candidate_move();

-- Policies ------------------------------------------------------------------------------------------------------------

alter table app.candidate_move enable row level security;
alter table app.candidate_move force row level security;
create policy in_workspace on app.candidate_move
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
create policy role_reads on app.candidate_move as restrictive for select using ((select app.may('register.read')));
create policy role_adds on app.candidate_move as restrictive for insert with check ((select app.may('register.write')));
create policy role_changes on app.candidate_move as restrictive for update using ((select app.may('register.write')));
create policy class_reads on app.candidate_move as restrictive
  using (class::text = any ((select app.readable_classes())::text[]));
create policy of_firm on app.candidate_move as restrictive
  using (exists (select from app.organisation o where o.workspace_id = candidate_move.workspace_id and o.id = organisation_id)
    or exists (select from app.house h where h.workspace_id = candidate_move.workspace_id and h.id = house_id));
grant select, insert on app.candidate_move to entente_app;
grant update (discarded, alliance_id) on app.candidate_move to entente_app;
