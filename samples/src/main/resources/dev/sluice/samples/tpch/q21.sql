select s.name, count(*) as orders
from supplier s, line_item l1, orders o, nation n
where s.supplier_key = l1.supplier_key
  and o.order_key = l1.order_key
  and o.status = 'F'
  and l1.receipt_date > l1.commit_date
  and exists (
    select * from line_item l2
    where l2.order_key = l1.order_key and l2.supplier_key <> l1.supplier_key)
  and not exists (
    select * from line_item l3
    where l3.order_key = l1.order_key and l3.supplier_key <> l1.supplier_key
      and l3.receipt_date > l3.commit_date)
  and s.nation_key = n.nation_key
  and n.name = 'SAUDI ARABIA'
group by s.name
order by orders desc, s.name
limit 100
