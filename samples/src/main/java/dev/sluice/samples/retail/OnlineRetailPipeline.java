package dev.sluice.samples.retail;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.FileSink;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.customers.CohortRetention;
import dev.sluice.samples.retail.model.CustomerSales;
import dev.sluice.samples.retail.model.CustomerValue;
import dev.sluice.samples.retail.model.DailyRevenue;
import dev.sluice.samples.retail.model.InvoiceLine;
import dev.sluice.samples.retail.model.MonthlyRevenue;
import dev.sluice.samples.retail.model.ProductSales;
import dev.sluice.samples.retail.model.Sale;

/**
 * The job on invoice lines as in the UCI data set <i>Online Retail</i>: clean, revenue by day and
 * month, RFM, cohorts, top products and customers.
 */
public final class OnlineRetailPipeline {

  private OnlineRetailPipeline() {}

  /**
   * The pipeline, not yet run.
   *
   * @param input the directory of the CSV files
   * @param output the directory of the outputs
   */
  public static Pipeline of(String input, String output) {
    Pipeline pipeline = Pipeline.named("online-retail");
    Stage<InvoiceLine> lines =
        pipeline.source(
            "invoice lines",
            Files.csv(InvoiceLine.class, input).header().timestampFormat("yyyy-MM-dd HH:mm:ss"));

    Stage<Sale> sales = sales(clean(lines));
    Stage<CustomerSales> customers = RetailReports.customers(sales);
    RetailReports.daily(sales)
        .sink("daily_revenue", csv(DailyRevenue.class, output, "daily_revenue"));
    RetailReports.monthly(sales)
        .sink("monthly_revenue", csv(MonthlyRevenue.class, output, "monthly_revenue"));
    RetailReports.rfm(customers).sink("rfm", csv(CustomerValue.class, output, "rfm"));
    RetailReports.cohorts(sales).sink("cohorts", csv(CohortRetention.class, output, "cohorts"));
    RetailReports.topProducts(sales)
        .sink("top_products", csv(ProductSales.class, output, "top_products"));
    RetailReports.topCustomers(customers)
        .sink("top_customers", csv(CustomerSales.class, output, "top_customers"));
    sales.sink("sales", Files.parquet(Sale.class, output + "/sales").overwrite());
    return pipeline.quarantine(Files.json(Rejected.class, output + "/rejected").overwrite());
  }

  static CheckedStage<InvoiceLine> clean(Stage<InvoiceLine> lines) {
    return lines.clean("valid sales", c -> c
        .trim(InvoiceLine::description)
        .require("not a cancellation", col(InvoiceLine::invoiceNo).startsWith("C").not())
        .require("positive quantity", col(InvoiceLine::quantity).gt(0))
        .require("positive price", col(InvoiceLine::unitPrice).gt(0))
        .require("has a customer", col(InvoiceLine::customerId).isNotNull())
        .warn("has a description", col(InvoiceLine::description).isNotNull()));
  }

  private static Stage<Sale> sales(Stage<InvoiceLine> lines) {
    return lines
        .select(row(Sale::new).of(
            col(InvoiceLine::invoiceNo),
            col(InvoiceLine::stockCode),
            col(InvoiceLine::description),
            col(InvoiceLine::invoiceDate).toDate(),
            col(InvoiceLine::customerId).toLong(),
            col(InvoiceLine::country),
            col(InvoiceLine::quantity),
            col(InvoiceLine::unitPrice).times(col(InvoiceLine::quantity))))
        .named("sales");
  }

  private static <T extends Record> FileSink<T> csv(Class<T> type, String output, String name) {
    return Files.csv(type, output + "/" + name).header().overwrite();
  }
}
