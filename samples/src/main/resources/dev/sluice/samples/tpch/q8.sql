select year, sum(case when nation = 'BRAZIL' then volume else 0 end) / sum(volume)
from (
  select year(o.order_date) as year, l.extended_price * (1 - l.discount) as volume,
    n2.name as nation
  from part p, supplier s, line_item l, orders o, customer c, nation n1, nation n2, region r
  where p.part_key = l.part_key
    and s.supplier_key = l.supplier_key
    and l.order_key = o.order_key
    and o.customer_key = c.customer_key
    and c.nation_key = n1.nation_key
    and n1.region_key = r.region_key
    and r.name = 'AMERICA'
    and s.nation_key = n2.nation_key
    and o.order_date between date '1995-01-01' and date '1996-12-31'
    and p.type = 'ECONOMY ANODIZED STEEL')
group by year
order by year
