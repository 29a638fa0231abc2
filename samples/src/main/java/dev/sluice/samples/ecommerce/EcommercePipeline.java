package dev.sluice.samples.ecommerce;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.FileSink;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.PricedLine;
import dev.sluice.samples.ecommerce.model.Product;
import java.util.Locale;

/** The e-commerce job: orders, products and customers to seven reports. */
public final class EcommercePipeline {

  private final EcommerceConfig config;
  private final Pipeline pipeline = Pipeline.named("ecommerce");

  private EcommercePipeline(EcommerceConfig config) {
    this.config = config;
  }

  /**
   * The pipeline, not yet run.
   *
   * @param config where it reads and writes
   */
  public static Pipeline of(EcommerceConfig config) {
    EcommercePipeline job = new EcommercePipeline(config);
    job.build();
    return job.pipeline;
  }

  private void build() {
    Stage<PricedLine> priced =
        Enrichment.priced(
            Cleaning.orders(source(Order.class, "orders")),
            Cleaning.products(source(Product.class, "products")),
            Cleaning.customers(source(Customer.class, "customers")));
    Stage<EnrichedLine> lines = Enrichment.enriched(priced);
    Stage<CustomerPattern> customers = Reports.customerPatterns(lines);

    lines.sink(
        name(EcommerceOutput.ENRICHED_LINES),
        to(EnrichedLine.class, EcommerceOutput.ENRICHED_LINES)
            .partitionBy(EnrichedLine::year, EnrichedLine::month));
    write(Reports.dailySales(lines), EcommerceOutput.DAILY_SALES);
    write(Reports.productSales(lines), EcommerceOutput.PRODUCT_SALES);
    write(customers, EcommerceOutput.CUSTOMER_PATTERNS);
    write(Reports.rfm(customers, config.asOf()), EcommerceOutput.RFM);
    write(Reports.cohortRetention(lines), EcommerceOutput.COHORT_RETENTION);
    write(Reports.recentPurchases(lines), EcommerceOutput.RECENT_PURCHASES);
    pipeline.quarantine(Files.parquet(Rejected.class, config.output() + "/rejected").overwrite());
  }

  private <T extends Record> Stage<T> source(Class<T> type, String table) {
    return pipeline.source(table, Files.parquet(type, config.input() + "/" + table));
  }

  private <T extends Record> void write(Stage<T> stage, EcommerceOutput output) {
    stage.sink(name(output), to(stage.type(), output));
  }

  private <T extends Record> FileSink<T> to(Class<T> type, EcommerceOutput output) {
    return Files.parquet(type, output.in(config.output()))
        .overwriteAll()
        .compression(config.compression());
  }

  private static String name(EcommerceOutput output) {
    return output.name().toLowerCase(Locale.ROOT);
  }
}
