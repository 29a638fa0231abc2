select c.name, c.customer_key, o.order_key, o.order_date, o.total_price, sum(l.quantity)
from customer c, orders o, line_item l
where o.order_key in (
    select order_key from line_item group by order_key having sum(quantity) > 300)
  and c.customer_key = o.customer_key
  and o.order_key = l.order_key
group by c.name, c.customer_key, o.order_key, o.order_date, o.total_price
order by o.total_price desc, o.order_date
limit 100
