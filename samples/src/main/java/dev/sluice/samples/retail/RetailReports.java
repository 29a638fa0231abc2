package dev.sluice.samples.retail;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.countDistinct;
import static dev.sluice.Dsl.desc;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.set;
import static dev.sluice.Dsl.sum;

import dev.sluice.Stage;
import dev.sluice.samples.customers.ActiveMonth;
import dev.sluice.samples.customers.CohortRetention;
import dev.sluice.samples.customers.Cohorts;
import dev.sluice.samples.retail.model.CustomerSales;
import dev.sluice.samples.retail.model.CustomerValue;
import dev.sluice.samples.retail.model.DailyRevenue;
import dev.sluice.samples.retail.model.LastDay;
import dev.sluice.samples.retail.model.MonthlyRevenue;
import dev.sluice.samples.retail.model.ProductSales;
import dev.sluice.samples.retail.model.Sale;

/** What is made of valid sales. */
final class RetailReports {

  private static final int TOP = 100;

  private RetailReports() {}

  static Stage<DailyRevenue> daily(Stage<Sale> sales) {
    return sales
        .groupBy(Sale::day)
        .aggregate(row(DailyRevenue::new).of(
            key(Sale::day),
            countDistinct(Sale::invoiceNo),
            countDistinct(Sale::customerId),
            sum(Sale::revenue)));
  }

  static Stage<MonthlyRevenue> monthly(Stage<Sale> sales) {
    return sales
        .enrich(Sale.class, set(Sale::day).to(col(Sale::day).firstOfMonth()))
        .groupBy(Sale::day)
        .aggregate(row(MonthlyRevenue::new).of(
            key(Sale::day),
            countDistinct(Sale::invoiceNo),
            countDistinct(Sale::customerId),
            sum(Sale::revenue)));
  }

  static Stage<ProductSales> topProducts(Stage<Sale> sales) {
    return sales
        .groupBy(Sale::stockCode)
        .aggregate(row(ProductSales::new).of(
            key(Sale::stockCode),
            max(Sale::description),
            sum(Sale::quantity),
            sum(Sale::revenue)))
        .sort(desc(ProductSales::revenue))
        .limit(TOP);
  }

  static Stage<CustomerSales> customers(Stage<Sale> sales) {
    return sales
        .groupBy(Sale::customerId)
        .aggregate(row(CustomerSales::new).of(
            key(Sale::customerId),
            max(Sale::country),
            max(Sale::day),
            countDistinct(Sale::invoiceNo),
            sum(Sale::revenue)))
        .named("customers");
  }

  static Stage<CustomerSales> topCustomers(Stage<CustomerSales> customers) {
    return customers.sort(desc(CustomerSales::revenue)).limit(TOP);
  }

  static Stage<CustomerValue> rfm(Stage<CustomerSales> customers) {
    Stage<LastDay> last = customers.aggregate(row(LastDay::new).of(max(CustomerSales::lastDay)));
    return customers
        .crossJoin(last)
        .select((c, l) -> row(CustomerValue::new).of(
            c.col(CustomerSales::customerId),
            c.col(CustomerSales::country),
            c.col(CustomerSales::lastDay),
            c.col(CustomerSales::lastDay)
                .daysUntil(l.col(LastDay::day).plusDays(1))
                .orElse(0),
            c.col(CustomerSales::invoices),
            c.col(CustomerSales::revenue)));
  }

  static Stage<CohortRetention> cohorts(Stage<Sale> sales) {
    return Cohorts.retention(
        sales.select(
            row(ActiveMonth::new).of(col(Sale::customerId), col(Sale::day).firstOfMonth())));
  }
}
