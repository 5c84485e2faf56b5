-- A source says "at least 30" as often as "more than 30", and the two are not the same.
alter domain app.measure_bound drop constraint measure_bound_check;
alter domain app.measure_bound add check (value in ('=', '>', '>=', '<', '<=', 'about', 'nearly'));
