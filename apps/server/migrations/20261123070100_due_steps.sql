-- Which lifecycles ask for something is found without reading every step.

create index lifecycle_step_moves on app.lifecycle_step (workspace_id, alliance_id, nth desc)
  where kind in ('begun', 'advanced', 'revisited', 'ended', 'given-up');
create index lifecycle_step_asks on app.lifecycle_step (workspace_id, alliance_id)
  where kind in ('planned', 'approvers-named', 'waived');
