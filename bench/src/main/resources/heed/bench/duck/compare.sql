-- Compares the newest of what was said of each row with what was counted; what differs is a row of the answer.
with newest as (
  select * from said semi join (select max(position) as position from said group by hospital, unit, kind, start, measure)
  using (position)
), weighed as (
  select sums.*, ends, day_sums.* exclude (hospital, month, measure), n >= {internal} as shown, n::double as m,
    (sum / 1e4 + 0.5) / (n + 1) as p, sum / 1e4 / n as mean
  from sums
    join windows using (kind, start)
    left join day_sums on kind = 3 and unit = '' and day_sums.hospital = sums.hospital and month = start and day_sums.measure = sums.measure
), effective as (
  select *, n / least(1, greatest(0.05, ((squares / 1e8 + 0.5) / (n + 1) - p * p) / (p * (1 - p)))) as worth from weighed
), curved as (
  select *, worth + 3.8416 as a, 2 * worth * mean + 3.8416 as b, worth * mean * mean as c from effective
), counted as (
  select *, sqrt(greatest(0, b * b - 4 * a * c)) as root from curved
), differing as (
  select hospital, unit, kind, start, measure,
    case
      when s.n is null then 'it was never said'
      when c.n is null then 'nothing of it was counted'
      when s.n <> c.n then 'n is ' || s.n || ', counted ' || c.n
      when s.sum <> c.sum then 'sum is ' || s.sum || ', counted ' || c.sum
      when s.sum_of_squares <> c.squares then 'sum_of_squares is ' || s.sum_of_squares || ', counted ' || c.squares
      when s.as_of <> c.as_of then 'as_of is ' || s.as_of || ', counted ' || c.as_of
      when s.restatements <> c.restatements then 'restatements is ' || s.restatements || ', counted ' || c.restatements
      when s.ends <> c.ends then 'end is ' || s.ends || ', counted ' || c.ends
      when s.minimum <> {internal} then 'minimum is ' || s.minimum
      when s.suppressed <> (c.n > 0 and not shown) then 'suppressed is ' || s.suppressed
      when s.audience <> case when c.n >= {published} then 2 when shown then 1 else 0 end then 'audience is ' || s.audience
      when s.score is distinct from case when shown then (2 * c.sum + c.n) // (2 * c.n) end then 'score is ' || coalesce(s.score::varchar, 'absent')
      when (s.low is null) = shown or (s.high is null) = shown then 'an end of the interval is absent, or should be'
      when abs(s.low - (b - root) / (2 * a) * 1e4) > 0.500001 then 'low is ' || s.low || ', counted ' || (b - root) / (2 * a) * 1e4
      when abs(s.high - (b + root) / (2 * a) * 1e4) > 0.500001 then 'high is ' || s.high || ', counted ' || (b + root) / (2 * a) * 1e4
      when s.days_n is distinct from c.days_n or s.days_n_squared is distinct from c.days_n_squared
        or s.days_sum_squared is distinct from c.days_sum_squared then 'days differ'
      when not s.final and c.ends <= through then 'it is not final'
      when s.final and not coalesce(c.ends <= through, false) then 'it is final, and nothing has closed it'
    end as difference
  from newest s full join counted c using (hospital, unit, kind, start, measure) left join closed using (hospital)
)
select count(*) as compared, count(difference) as differing,
  list(hospital || '|' || unit || '|' || measure || '|' || kind || '|' || start || ': ' || difference)
    filter (difference is not null)[1:20] as examples
from differing;
