package dev.sluice.samples.tpch;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.record.Precision;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.Order;
import java.math.BigDecimal;

/** Query 22: wealthy customers of seven countries who have never ordered. */
final class GlobalSales {

  private static final String[] COUNTRIES = {"13", "31", "23", "29", "30", "18", "17"};

  private GlobalSales() {}

  record Account(
      long customerKey,
      String country,
      @Precision(value = 15, scale = 2) BigDecimal balance) {}

  record Usual(@Precision(value = 19, scale = 6) BigDecimal balance) {}

  record Idle(
      String country, long customers, @Precision(value = 25, scale = 2) BigDecimal balance) {}

  static Stage<Idle> of(Tables in) {
    Stage<Account> accounts = in.customers()
        .select(row(Account::new).of(
            col(Customer::customerKey),
            col(Customer::phone).substring(1, 2),
            col(Customer::accountBalance)))
        .filter(col(Account::country).in(COUNTRIES));
    Stage<Usual> usual = accounts
        .filter(col(Account::balance).gt(0))
        .aggregate(row(Usual::new).of(avg(Account::balance)));
    return accounts
        .withOne(usual)
        .filter((a, u) -> a.col(Account::balance).gt(u.col(Usual::balance)))
        .antiJoin(in.orders()).on(Account::customerKey).equalTo(Order::customerKey)
        .groupBy(Account::country)
        .aggregate(row(Idle::new).of(key(Account::country), count(), sum(Account::balance)))
        .sort(asc(Idle::country));
  }
}
