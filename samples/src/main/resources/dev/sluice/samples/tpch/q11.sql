select ps.part_key, sum(ps.supply_cost * ps.available_quantity) as worth
from part_supplier ps, supplier s, nation n
where ps.supplier_key = s.supplier_key
  and s.nation_key = n.nation_key
  and n.name = 'GERMANY'
group by ps.part_key
having sum(ps.supply_cost * ps.available_quantity) > (
  select sum(ps.supply_cost * ps.available_quantity) * 0.0001
  from part_supplier ps, supplier s, nation n
  where ps.supplier_key = s.supplier_key
    and s.nation_key = n.nation_key
    and n.name = 'GERMANY')
order by worth desc
