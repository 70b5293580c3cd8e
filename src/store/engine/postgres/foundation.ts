/**
 * What stands in a schema before any migration: the row that whoever writes holds, and the counters that number rows. They are rows, not
 * sequences: what is taken back gives its numbers back, so that a plan that was tried out is carried out with the same numbers.
 */
export const foundation = `
create table writer (
  id bigint primary key check (id = 1)
);
insert into writer (id) values (1);

create table row_number (
  table_name text collate "C" primary key,
  last bigint not null
) with (fillfactor = 20);

create function next_number(of_table text) returns bigint language plpgsql volatile as $$
declare
  given bigint;
begin
  update row_number set last = last + 1 where table_name = of_table returning last into given;
  if given is null then
    insert into row_number (table_name, last) values (of_table, 1) returning last into given;
  end if;
  return given;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is sealed: % refused', tg_table_name, lower(tg_op) using errcode = 'integrity_constraint_violation';
end $$;
`;

/** Tables that the engine and the migrations keep for themselves. */
export const ownTables = [
  'writer',
  'row_number',
  'kysely_migration',
  'kysely_migration_lock',
  'appeal_search',
  'text_reading',
];
