-- Counts the responses again. {…} stands for what the rules say; [… # …] is there once for each measure, with its number.

-- What may count at all.
create view admitted as
select * from feedback
where given_at between arrived_at - {lateness} and arrived_at + 3600000;

-- Nearly every id comes once: only the others have to be looked at in their order.
create temp table repeated as
select hospital, id, max(arrived_at) - min(arrived_at) as apart
from admitted group by hospital, id having count(*) > 1;

-- A higher revision replaces what stands; a withdrawal ends it for ever. Anything else is a repetition.
create temp table entered as
with in_order as (
  select *,
    max(revision) filter (not withdrawn) over earlier as standing,
    bool_or(withdrawn) over earlier as gone
  from admitted semi join repeated using (hospital, id)
  window earlier as (partition by hospital, id order by position rows between unbounded preceding and 1 preceding)
)
select *, row_number() over (partition by hospital, id order by position) as nth
from in_order
where not coalesce(gone, false) and (withdrawn or revision > coalesce(standing, 0));

create temp table firsts as
select position, hospital, unit, given_at, arrived_at[, p#]
from admitted anti join repeated using (hospital, id) where not withdrawn
union all
select position, hospital, unit, given_at, arrived_at[, p#]
from entered where nth = 1 and not withdrawn;

-- The calendar: zones differ by quarters of an hour, so those are few and tell it for all.
create temp table calendar as
with quarters as (
  select distinct given_at // 900000 as quarter from admitted
), here as (
  select quarter, timezone('{zone}', to_timestamp(quarter * 900)) as local from quarters
)
select quarter,
  quarter * 900000 - epoch_ms(local) + epoch_ms(date_trunc('hour', local)) as hour,
  epoch_ms(timezone('{zone}', date_trunc('day', local))) as day,
  epoch_ms(timezone('{zone}', date_trunc('week', local))) as week,
  epoch_ms(timezone('{zone}', date_trunc('month', local))) as month,
  epoch_ms(timezone('{zone}', date_trunc('day', local) + interval 1 day)) as day_end,
  epoch_ms(timezone('{zone}', date_trunc('week', local) + interval 7 days)) as week_end,
  epoch_ms(timezone('{zone}', date_trunc('month', local) + interval 1 month)) as month_end
from here;

create temp table windows as
select distinct 0 as kind, hour as start, hour + 3600000 as ends from calendar
union all select distinct 1, day, day_end from calendar
union all select distinct 2, week, week_end from calendar
union all select distinct 3, month, month_end from calendar;

-- First responses: days of units first, of which weeks, months and whole hospitals are made. Hours are of hospitals alone.
create temp table days as
select hospital, unit, day, week, month[,
  count(p#) as n#, sum(p#)::bigint as s#, sum(p# * p#)::bigint as q#, max(arrived_at) filter (p# is not null) as a#]
from firsts join calendar on quarter = given_at // 900000
group by all;

create temp table panes as
select 0 as kind, hospital, '' as unit, hour as start[,
  count(p#) as n#, sum(p#)::bigint as s#, sum(p# * p#)::bigint as q#, max(arrived_at) filter (p# is not null) as a#]
from firsts join calendar on quarter = given_at // 900000
group by hospital, hour
union all
select 1, hospital, unit, day[, n#, s#, q#, a#]
from days where unit <> ''
union all
select 1, hospital, '', day[, sum(n#)::bigint, sum(s#)::bigint, sum(q#)::bigint, max(a#)]
from days group by hospital, day
union all
select 2, hospital, unit, week[, sum(n#)::bigint, sum(s#)::bigint, sum(q#)::bigint, max(a#)]
from days where unit <> '' group by hospital, unit, week
union all
select 2, hospital, '', week[, sum(n#)::bigint, sum(s#)::bigint, sum(q#)::bigint, max(a#)]
from days group by hospital, week
union all
select 3, hospital, unit, month[, sum(n#)::bigint, sum(s#)::bigint, sum(q#)::bigint, max(a#)]
from days where unit <> '' group by hospital, unit, month
union all
select 3, hospital, '', month[, sum(n#)::bigint, sum(s#)::bigint, sum(q#)::bigint, max(a#)]
from days group by hospital, month;

-- Corrections and withdrawals: what each takes out of its rows and what it puts in. A row that is left as it was is not touched.
create temp table changes as
with sides as (
  select e.position, e.arrived_at, 'out' as side, b.hospital, b.unit, b.given_at, [b.p#]: as points
  from entered e join entered b on e.hospital = b.hospital and e.id = b.id and e.nth = b.nth + 1
  union all
  select position, arrived_at, 'in', hospital, unit, given_at, [p#]:
  from entered where nth > 1 and not withdrawn
), answers as (
  select position, arrived_at, side, hospital, unit, given_at, unnest(points) as points, unnest(range(len(points))) as measure
  from sides
), cells as (
  select a.*, day, unnest([hour, day, week, month]) as start, unnest(range(4)) as kind
  from answers a join calendar on quarter = given_at // 900000 where points is not null
), placed as (
  select position, arrived_at, side, hospital, unit, kind, start, measure, points, null::bigint as day from cells where unit <> '' and kind > 0
  union all
  select position, arrived_at, side, hospital, '', kind, start, measure, points, case when kind = 3 then day end from cells
)
select coalesce(b.hospital, a.hospital) as hospital, coalesce(b.unit, a.unit) as unit, coalesce(b.kind, a.kind) as kind,
  coalesce(b.start, a.start) as start, coalesce(b.measure, a.measure) as measure,
  coalesce(b.arrived_at, a.arrived_at) as as_of,
  (a.points is not null)::bigint - (b.points is not null)::bigint as n,
  coalesce(a.points, 0) - coalesce(b.points, 0) as sum,
  coalesce(a.points * a.points, 0) - coalesce(b.points * b.points, 0) as squares
from (select * from placed where side = 'out') b
  full join (select * from placed where side = 'in') a using (position, hospital, unit, kind, start, measure)
where a.points is distinct from b.points or a.day is distinct from b.day;

create temp table sums as
select hospital, unit, kind, start, measure,
  sum(n)::bigint as n, sum(sum)::bigint as sum, sum(squares)::bigint as squares,
  max(as_of) as as_of, sum(restated)::bigint as restatements
from (
  select hospital, unit, kind, start, measure, n, sum, squares, as_of, 1 as restated from changes
  [union all select hospital, unit, kind, start, #, n#, s#, q#, a#, 0 from panes where n# > 0 ]
)
group by all;

-- The month of a whole hospital also says how alike the answers of a day are.
create temp table day_sums as
select hospital, month, measure, sum(n)::bigint as days_n, sum(n * n)::bigint as days_n_squared, sum(sum * sum)::bigint as days_sum_squared
from sums join (select distinct day, month from calendar) on day = start
where kind = 1 and unit = ''
group by all;

-- What arrivals alone have closed, by partition.
create temp table closed as
select hospital, max(newest) over (partition by part) - {lateness} as through
from (select hospital, any_value(position >> 40) as part, max(arrived_at) as newest
  from (select hospital, position, arrived_at from firsts union all select hospital, position, arrived_at from entered)
  group by hospital);
