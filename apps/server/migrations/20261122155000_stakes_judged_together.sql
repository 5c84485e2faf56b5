-- The sum of stakes, judged once for all stakes that a statement wrote instead of once for each. The rule is as before: it is
-- deferred, takes the issuers' rows as locks, and looks at every stake that is committed by then. PostgreSQL defers triggers of
-- rows only, so that each statement leaves one row, which is judged and goes when the transaction ends.
create table app.stake_judgement (
  workspace_id uuid not null references app.workspace (id),
  id uuid not null default gen_random_uuid(),
  issuers uuid[] not null,
  primary key (workspace_id, id)
);
alter table app.stake_judgement enable row level security;
alter table app.stake_judgement force row level security;
create policy in_workspace on app.stake_judgement
  using (workspace_id = (select nullif(current_setting('entente.workspace', true), '')::uuid));
grant select, insert, delete on app.stake_judgement to entente_app;

create function app.await_judgement() returns trigger language plpgsql as $$
begin
  insert into app.stake_judgement (workspace_id, issuers)
  select workspace_id, array_agg(distinct issuer_id) from new_rows where issuer_id is not null group by workspace_id;
  return null;
end
$$;

create function app.require_wholes() returns trigger language plpgsql as $$
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
  -- In one order, so that two writers never wait for each other. Planned anew each time: one venture or a hundred thousand.
  execute 'select from app.organisation where workspace_id = $1 and id = any ($2) order by id for no key update'
    using new.workspace_id, new.issuers;
  -- What each day on which a stake begins or ends adds and takes away, summed up from the first: one pass, whatever the plan.
  execute $judge$
    select day, economic, voting from (
      select issuer_id, day, sum(share) over until_then as economic, sum(voting_share) over until_then as voting
      from (
        select issuer_id, coalesce(lower(certain), '-infinity'::date) as day, share, voting_share from app.stake
        where workspace_id = $1 and issuer_id = any ($2) and stated and not isempty(certain)
        union all
        select issuer_id, upper(certain), -share, -voting_share from app.stake
        where workspace_id = $1 and issuer_id = any ($2) and stated and not isempty(certain) and not upper_inf(certain)
      ) steps
      window until_then as (partition by issuer_id order by day)
    ) sums
    where economic > 100 or voting > 100
    order by day, issuer_id limit 1
  $judge$ into at_fault using new.workspace_id, new.issuers;
  if at_fault.day is not null then
    raise exception 'Stakes come to more than 100 %% on %', at_fault.day
      using errcode = 'check_violation', constraint = 'stake_whole', table = 'stake', schema = 'app',
        detail = format('economic %s, voting %s', at_fault.economic, at_fault.voting);
  end if;
  delete from app.stake_judgement where workspace_id = new.workspace_id and id = new.id;
  return null;
end
$$;

drop trigger stake_whole on app.stake;
drop function app.require_whole();
create trigger await_judgement_of_added after insert on app.stake
  referencing new table as new_rows for each statement execute function app.await_judgement();
create trigger await_judgement_of_changed after update on app.stake
  referencing new table as new_rows for each statement execute function app.await_judgement();
create constraint trigger stake_whole after insert on app.stake_judgement
  deferrable initially deferred for each row execute function app.require_wholes();
