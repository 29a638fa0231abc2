package dev.sluice.samples.retail;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.samples.retail.model.CustomerSales;
import dev.sluice.samples.retail.model.DailyRevenue;
import dev.sluice.samples.retail.model.InvoiceLine;
import dev.sluice.samples.retail.model.MonthlyRevenue;
import dev.sluice.samples.retail.model.Sale;

/** The stages of the online-retail sample, for tests in other packages. */
public final class RetailStages {

  private RetailStages() {}

  /** Valid lines of invoices. */
  public static CheckedStage<InvoiceLine> clean(Stage<InvoiceLine> lines) {
    return OnlineRetailPipeline.clean(lines);
  }

  /** The revenue of each day. */
  public static Stage<DailyRevenue> daily(Stage<Sale> sales) {
    return RetailReports.daily(sales);
  }

  /** The revenue of each month. */
  public static Stage<MonthlyRevenue> monthly(Stage<Sale> sales) {
    return RetailReports.monthly(sales);
  }

  /** The customers that bought for the most. */
  public static Stage<CustomerSales> topCustomers(Stage<CustomerSales> customers) {
    return RetailReports.topCustomers(customers);
  }
}
