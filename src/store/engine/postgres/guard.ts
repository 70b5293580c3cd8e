import { readingKinds } from '../engine-file.ts';

/**
 * Makes functions such that they find the tables of the schema whatever the caller has made: temporary tables of a session come before all others where
 * a search path does not name them, and one named `text_reading` would be taken for the record.
 */
export function safely(schema: string, source: string): string {
  return `set search_path = ${schema}, pg_temp; ${source}; set search_path = ${schema}`;
}

/** For how long after its record something can be read; within a transaction, from its beginning. */
const open = '1 minute';

/** Looks for the newest appeals of a jurisdiction that have words; of one part alone where the tables stand in parts. */
export function newestWithWords(inPart = ''): string {
  return `create or replace function newest_with_words(query text, of_one bigint, open_only boolean, at_most bigint) returns setof bigint
language plpgsql stable security definer set search_path from current as $$
begin
  perform refuse_unrecorded('words', array[query]);
  return query select s.appeal_id from appeal_search as s join appeal as a on a.id = s.appeal_id
    where s.words @@ query::tsquery ${inPart} and a.jurisdiction_id = of_one and a.confidential = 0 and a.voided = 0
      and (not open_only or a.state not in ('replied', 'closed'))
    order by s.appeal_id desc limit at_most;
end $$;`;
}

/**
 * What guards personal texts on a server, once the migrations have made the tables. Whoever is bound by rights reads a text only when it is on record
 * that this login reads it, and the record must have been committed before: `open_texts` gives the numbers of appeals that were recorded by the login
 * in the last minute. What is looked for in texts, words, names and phones goes through functions that ask for the record of just that search; the
 * tables behind them are closed. The server itself writes who and when, and nobody changes it.
 */
export const guard = `
create table text_reading (
  login text collate "C" not null default session_user,
  at timestamptz not null default clock_timestamp(),
  xact xid8 not null default pg_current_xact_id(),
  kind text collate "C" not null check (kind in (${readingKinds.map((kind) => `'${kind}'`).join(', ')})),
  appeals int8multirange not null default '{}',
  asked text collate "C"
);
create index text_reading_login on text_reading (login, at);
create trigger text_reading_no_update before update on "text_reading" for each row execute function refuse_change();
create trigger text_reading_no_delete before delete on "text_reading" for each row execute function refuse_change();
create trigger text_reading_no_truncate before truncate on "text_reading" for each statement execute function refuse_change();

create function digest_of_asked(asked text[]) returns text language sql immutable as $$
  select encode(sha256(convert_to(array_to_string(asked, E'\\x1f'), 'UTF8')), 'hex')
$$;

create function open_texts() returns int8multirange language sql stable security definer set search_path from current as $$
  select coalesce(range_agg(span), '{}') from text_reading as reading cross join unnest(reading.appeals) as span
  where login = session_user and at > now() - interval '${open}' and xact <> coalesce(pg_current_xact_id_if_assigned(), '0')
$$;

create function refuse_unrecorded(of_kind text, asked text[]) returns void language plpgsql stable security definer set search_path from current as $$
begin
  if not exists (
    select 1 from text_reading as reading where reading.login = session_user and reading.kind = of_kind
      and reading.asked = digest_of_asked(refuse_unrecorded.asked)
      and reading.at > now() - interval '${open}' and reading.xact <> coalesce(pg_current_xact_id_if_assigned(), '0')) then
    raise exception 'a search of personal texts that is not on record' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function appeals_with_words(query text) returns setof bigint language plpgsql stable security definer set search_path from current as $$
begin
  perform refuse_unrecorded('words', array[query]);
  return query select appeal_id from appeal_search where words @@ query::tsquery;
end $$;

${newestWithWords()}

create function appeals_with_text(likes text[]) returns setof bigint language plpgsql stable security definer set search_path from current as $$
begin
  perform refuse_unrecorded('text', likes);
  return query select distinct appeal_id from personal_text where text ilike any (likes);
end $$;

create function has_text(of_appeal bigint, likes text[]) returns boolean language plpgsql stable security definer set search_path from current as $$
begin
  perform refuse_unrecorded('text', likes);
  return exists (select 1 from personal_text where appeal_id = of_appeal and text ilike any (likes));
end $$;

create function appeals_of_caller(name text) returns setof bigint language plpgsql stable security definer set search_path from current as $$
begin
  perform refuse_unrecorded('caller', array[name]);
  return query select distinct appeal_id from personal_text
    where field in ('caller', 'corrected.caller') and replace(replace(text, ' ', ''), U&'\\3000', '') = name;
end $$;

create function appeals_of_phones(phones text[]) returns setof bigint language plpgsql stable security definer set search_path from current as $$
begin
  perform refuse_unrecorded('phones', phones);
  return query select distinct appeal_id from appeal_phone where digits = any (phones);
end $$;

create function compact_search() returns void language sql security definer set search_path from current as $$
  select gin_clean_pending_list(i.indexrelid::regclass) from pg_index as i join pg_class as c on c.oid = i.indexrelid and c.relkind = 'i'
    join pg_am as m on m.oid = c.relam and m.amname = 'gin'
    where i.indrelid = 'appeal_search'::regclass or i.indrelid in (select inhrelid from pg_inherits where inhparent = 'appeal_search'::regclass)
$$;

alter table personal_text enable row level security;
create policy personal_text_read on personal_text for select using (appeal_id <@ (select open_texts()));
create policy personal_text_write on personal_text for insert with check (true);
create policy personal_text_purge on personal_text for delete using (true);
alter table operation enable row level security;
create policy operation_read on operation for select using (true);
create policy operation_write on operation for insert with check (by = session_user);
alter table privacy_log enable row level security;
create policy privacy_log_read on privacy_log for select using (true);
create policy privacy_log_write on privacy_log for insert with check (by = session_user);
`;
