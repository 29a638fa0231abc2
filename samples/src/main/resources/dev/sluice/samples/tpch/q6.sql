select sum(extended_price * discount)
from line_item
where ship_date >= date '1994-01-01'
  and ship_date < date '1994-01-01' + interval '1' year
  and discount between 0.05 and 0.07
  and quantity < 24
