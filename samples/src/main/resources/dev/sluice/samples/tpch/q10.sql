select c.customer_key, c.name, sum(l.extended_price * (1 - l.discount)) as revenue,
  c.account_balance, n.name, c.address, c.phone, c.comment
from customer c, orders o, line_item l, nation n
where c.customer_key = o.customer_key
  and l.order_key = o.order_key
  and o.order_date >= date '1993-10-01'
  and o.order_date < date '1993-10-01' + interval '3' month
  and l.return_flag = 'R'
  and c.nation_key = n.nation_key
group by c.customer_key, c.name, c.account_balance, c.phone, n.name, c.address, c.comment
order by revenue desc
limit 20
