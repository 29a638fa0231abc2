select country, count(*), sum(account_balance)
from (
  select substring(c.phone, 1, 2) as country, c.account_balance
  from customer c
  where substring(c.phone, 1, 2) in ('13', '31', '23', '29', '30', '18', '17')
    and c.account_balance > (
      select avg(account_balance) from customer
      where account_balance > 0.00
        and substring(phone, 1, 2) in ('13', '31', '23', '29', '30', '18', '17'))
    and not exists (select * from orders o where o.customer_key = c.customer_key))
group by country
order by country
