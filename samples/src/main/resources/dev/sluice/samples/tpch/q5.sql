select n.name, sum(l.extended_price * (1 - l.discount)) as revenue
from customer c, orders o, line_item l, supplier s, nation n, region r
where c.customer_key = o.customer_key
  and l.order_key = o.order_key
  and l.supplier_key = s.supplier_key
  and c.nation_key = s.nation_key
  and s.nation_key = n.nation_key
  and n.region_key = r.region_key
  and r.name = 'ASIA'
  and o.order_date >= date '1994-01-01'
  and o.order_date < date '1994-01-01' + interval '1' year
group by n.name
order by revenue desc
