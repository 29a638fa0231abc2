package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.col;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.BoolExpr;
import dev.sluice.expr.Fields;
import dev.sluice.io.file.FileSink;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.customers.CohortRetention;
import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.CustomerPattern;
import dev.sluice.samples.ecommerce.model.DailySales;
import dev.sluice.samples.ecommerce.model.EnrichedLine;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.PricedLine;
import dev.sluice.samples.ecommerce.model.Product;
import dev.sluice.samples.ecommerce.model.ProductSales;
import dev.sluice.samples.ecommerce.model.RecentPurchase;
import dev.sluice.samples.ecommerce.model.Rfm;
import java.util.Locale;
import java.util.Optional;

/** The e-commerce job: orders, products and customers to seven reports. */
public final class EcommercePipeline {

  private static final int PARTS = 4;

  private final EcommerceConfig config;
  private final Optional<EcommerceDatabase> database;
  private final Pipeline pipeline = Pipeline.named("ecommerce");

  private EcommercePipeline(EcommerceConfig config, Optional<EcommerceDatabase> database) {
    this.config = config;
    this.database = database;
  }

  /**
   * The pipeline, not yet run.
   *
   * @param config where it reads and writes
   */
  public static Pipeline of(EcommerceConfig config) {
    return of(config, Optional.empty());
  }

  /**
   * The pipeline, not yet run.
   *
   * @param config where it reads and writes
   * @param database the one that it reads customers from and upserts its reports into, so that
   *     running it again changes nothing; everything is in files if it is empty
   */
  public static Pipeline of(EcommerceConfig config, Optional<EcommerceDatabase> database) {
    EcommercePipeline job = new EcommercePipeline(config, database);
    job.build();
    return job.pipeline;
  }

  private void build() {
    Stage<PricedLine> priced =
        Enrichment.priced(
            Cleaning.orders(source(Order.class, "orders")),
            Cleaning.products(source(Product.class, "products")),
            Cleaning.customers(customers()));
    Stage<EnrichedLine> lines = Enrichment.enriched(priced);
    Stage<CustomerPattern> customers = Reports.customerPatterns(lines);

    lines.sink(
        name(EcommerceOutput.ENRICHED_LINES),
        to(EnrichedLine.class, EcommerceOutput.ENRICHED_LINES)
            .partitionBy(EnrichedLine::year, EnrichedLine::month));
    write(
        keyed(Reports.dailySales(lines), "sales of a day", col(DailySales::orderDate).isNotNull()),
        EcommerceOutput.DAILY_SALES,
        DailySales::orderDate);
    write(Reports.productSales(lines), EcommerceOutput.PRODUCT_SALES, ProductSales::productId);
    write(customers, EcommerceOutput.CUSTOMER_PATTERNS, CustomerPattern::customerId);
    write(Reports.rfm(customers, config.asOf()), EcommerceOutput.RFM, Rfm::customerId);
    write(
        keyed(
            Reports.cohortRetention(lines),
            "cohorts of a month",
            col(CohortRetention::cohortMonth).isNotNull()),
        EcommerceOutput.COHORT_RETENTION,
        CohortRetention::cohortMonth,
        CohortRetention::monthNumber);
    write(
        Reports.recentPurchases(lines),
        EcommerceOutput.RECENT_PURCHASES,
        RecentPurchase::customerId,
        RecentPurchase::purchaseRank);
    pipeline.quarantine(Files.parquet(Rejected.class, config.output() + "/rejected").overwrite());
  }

  private <T extends Record> Stage<T> source(Class<T> type, String table) {
    return pipeline.source(table, Files.parquet(type, config.input() + "/" + table));
  }

  private Stage<Customer> customers() {
    return database.isEmpty()
        ? source(Customer.class, "customers")
        : pipeline.source(
            "customers", database.get().customers().partitionedBy(Customer::customerId, PARTS));
  }

  /** A table has no row without its key; a file has. */
  private <T extends Record> Stage<T> keyed(Stage<T> stage, String name, BoolExpr<T> hasKey) {
    return database.isEmpty() ? stage : stage.clean(name, c -> c.require("has a key", hasKey));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  private <T extends Record> void write(
      Stage<T> stage, EcommerceOutput output, Fields.Named<T>... key) {
    stage.sink(
        name(output),
        database.isEmpty()
            ? to(stage.type(), output)
            : database.get().table(stage.type(), name(output)).upsert(key).createIfMissing());
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
