-- The sum of stakes is judged once for all that waits to be judged, instead of once for each statement: a large import writes
-- stakes by dozens of statements, and each judgement reads what the others have read. Whatever waits is of this transaction, as
-- none commits with a judgement left; the first to be made takes the others with it, which then find nothing to do. The rule
-- itself, its locks and its order are as before.
create or replace function app.require_wholes() returns trigger language plpgsql as $$
declare
  judged uuid[];
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
  with taken as (delete from app.stake_judgement where workspace_id = new.workspace_id returning issuers)
  select array_agg(distinct issuer) into judged from taken cross join unnest(issuers) as each (issuer);
  if judged is null then
    return null;
  end if;
  -- In one order, so that two writers never wait for each other. Planned anew each time: one venture or a hundred thousand.
  execute 'select from app.organisation where workspace_id = $1 and id = any ($2) order by id for no key update'
    using new.workspace_id, judged;
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
  $judge$ into at_fault using new.workspace_id, judged;
  if at_fault.day is not null then
    raise exception 'Stakes come to more than 100 %% on %', at_fault.day
      using errcode = 'check_violation', constraint = 'stake_whole', table = 'stake', schema = 'app',
        detail = format('economic %s, voting %s', at_fault.economic, at_fault.voting);
  end if;
  return null;
end
$$;

-- What waits to be judged is taken by a judgement alone: whoever could remove it would write stakes that nobody sums up.
create policy removed_by_triggers on app.stake_judgement as restrictive for delete
  using (pg_trigger_depth() > 0);
