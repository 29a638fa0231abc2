select return_flag, status, sum(quantity), sum(extended_price),
  sum(extended_price * (1 - discount)),
  sum(extended_price * (1 - discount) * (1 + tax)),
  avg(quantity), avg(extended_price), avg(discount), count(*)
from line_item
where ship_date <= date '1998-12-01' - interval '90' day
group by return_flag, status
order by return_flag, status
