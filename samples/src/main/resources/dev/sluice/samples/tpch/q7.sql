select supplier_nation, customer_nation, year, sum(volume)
from (
  select n1.name as supplier_nation, n2.name as customer_nation, year(l.ship_date) as year,
    l.extended_price * (1 - l.discount) as volume
  from supplier s, line_item l, orders o, customer c, nation n1, nation n2
  where s.supplier_key = l.supplier_key
    and o.order_key = l.order_key
    and c.customer_key = o.customer_key
    and s.nation_key = n1.nation_key
    and c.nation_key = n2.nation_key
    and ((n1.name = 'FRANCE' and n2.name = 'GERMANY')
      or (n1.name = 'GERMANY' and n2.name = 'FRANCE'))
    and l.ship_date between date '1995-01-01' and date '1996-12-31')
group by supplier_nation, customer_nation, year
order by supplier_nation, customer_nation, year
