with revenue as (
  select supplier_key, sum(extended_price * (1 - discount)) as total
  from line_item
  where ship_date >= date '1996-01-01' and ship_date < date '1996-01-01' + interval '3' month
  group by supplier_key)
select s.supplier_key, s.name, s.address, s.phone, r.total
from supplier s, revenue r
where s.supplier_key = r.supplier_key
  and r.total = (select max(total) from revenue)
order by s.supplier_key
