select 100.00 * sum(case when p.type like 'PROMO%' then l.extended_price * (1 - l.discount) else 0 end)
  / sum(l.extended_price * (1 - l.discount))
from line_item l, part p
where l.part_key = p.part_key
  and l.ship_date >= date '1995-09-01'
  and l.ship_date < date '1995-09-01' + interval '1' month
