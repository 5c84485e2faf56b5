-- What the history of a record is found by: the undos of a change set, and the rows that were removed.
create index change_set_undoes on app.change_set (workspace_id, undoes) where undoes is not null;
create index change_removed on app.change (workspace_id, position) where after is null and table_name <> 'claim';
