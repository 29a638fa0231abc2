select orders, count(*) as customers
from (
  select c.customer_key, count(o.order_key) as orders
  from customer c left join orders o
    on c.customer_key = o.customer_key and o.comment not like '%special%requests%'
  group by c.customer_key)
group by orders
order by customers desc, orders desc
