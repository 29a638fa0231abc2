select nation, year, sum(amount)
from (
  select n.name as nation, year(o.order_date) as year,
    l.extended_price * (1 - l.discount) - ps.supply_cost * l.quantity as amount
  from part p, supplier s, line_item l, part_supplier ps, orders o, nation n
  where s.supplier_key = l.supplier_key
    and ps.supplier_key = l.supplier_key
    and ps.part_key = l.part_key
    and p.part_key = l.part_key
    and o.order_key = l.order_key
    and s.nation_key = n.nation_key
    and p.name like '%green%')
group by nation, year
order by nation, year desc
