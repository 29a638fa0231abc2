select s.name, s.address
from supplier s, nation n
where s.supplier_key in (
    select ps.supplier_key
    from part_supplier ps
    where ps.part_key in (select part_key from part where name like 'forest%')
      and ps.available_quantity > (
        select 0.5 * sum(l.quantity)
        from line_item l
        where l.part_key = ps.part_key
          and l.supplier_key = ps.supplier_key
          and l.ship_date >= date '1994-01-01'
          and l.ship_date < date '1994-01-01' + interval '1' year))
  and s.nation_key = n.nation_key
  and n.name = 'CANADA'
order by s.name
