select l.ship_mode,
  sum(case when o.priority in ('1-URGENT', '2-HIGH') then 1 else 0 end),
  sum(case when o.priority not in ('1-URGENT', '2-HIGH') then 1 else 0 end)
from orders o, line_item l
where o.order_key = l.order_key
  and l.ship_mode in ('MAIL', 'SHIP')
  and l.commit_date < l.receipt_date
  and l.ship_date < l.commit_date
  and l.receipt_date >= date '1994-01-01'
  and l.receipt_date < date '1994-01-01' + interval '1' year
group by l.ship_mode
order by l.ship_mode
