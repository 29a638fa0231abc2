package dev.sluice.samples.ecommerce;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The e-commerce job straight on Spark's untyped API: what the benchmarks compare with.
 *
 * <p>Every style gives the same seven outputs. Of a product that is unknown or has no price, the
 * price counts as 0.
 *
 * @param style how the job is written
 * @param referenceDate the day to which the recency of customers is counted; if empty, the day
 *     after the last order
 */
public record HandWrittenEcommerce(Style style, Optional<LocalDate> referenceDate) {

  /** How people write such a job. */
  public enum Style {
    /** One action after another, with a {@code count()} for the log after each step. */
    TUTORIAL,
    /** The same without the counts. */
    PLAIN,
    /** With one shuffle for the customer totals, and the shared part computed once. */
    EXPERT
  }

  private static final Logger LOG = LoggerFactory.getLogger(HandWrittenEcommerce.class);

  private static final UserDefinedFunction TIER =
      udf((UDF1<Double, String>) HandWrittenEcommerce::tier, DataTypes.StringType);

  /** Refuses missing arguments. */
  public HandWrittenEcommerce {
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(referenceDate, "referenceDate");
  }

  /**
   * Reads the three tables and writes the seven outputs in place of what is there.
   *
   * @param spark the session; the expert style works in one of its own beside it
   * @param input where the directories {@code orders}, {@code products} and {@code customers} are
   * @param output where the directories of {@link EcommerceOutput} go
   */
  public void run(SparkSession spark, String input, String output) {
    SparkSession session = style == Style.EXPERT ? tuned(spark) : spark;
    Dataset<Row> orders = read(session, input, "orders");
    LocalDate reference = referenceDate.orElseGet(() -> dayAfterLast(orders));
    Dataset<Row> enriched =
        logged(
            "enriched lines",
            enriched(
                cleanOrders(orders),
                cleanProducts(read(session, input, "products")),
                cleanCustomers(read(session, input, "customers"))));

    String lines = EcommerceOutput.ENRICHED_LINES.in(output);
    enriched
        .write()
        .mode(SaveMode.Overwrite)
        .partitionBy("year", "month")
        .option("compression", "snappy")
        .parquet(lines);
    if (style == Style.EXPERT) {
      enriched = session.read().schema(enriched.schema()).parquet(lines);
    }
    write(dailySales(enriched), EcommerceOutput.DAILY_SALES, output);
    write(productSales(enriched), EcommerceOutput.PRODUCT_SALES, output);
    write(customerPatterns(enriched), EcommerceOutput.CUSTOMER_PATTERNS, output);
    write(rfm(enriched, reference), EcommerceOutput.RFM, output);
    write(cohortRetention(enriched), EcommerceOutput.COHORT_RETENTION, output);
    write(recentPurchases(enriched), EcommerceOutput.RECENT_PURCHASES, output);
  }

  private static SparkSession tuned(SparkSession spark) {
    SparkSession session = spark.newSession();
    int cores = spark.sparkContext().defaultParallelism();
    session.conf().set("spark.sql.shuffle.partitions", 4L * cores);
    return session;
  }

  private Dataset<Row> read(SparkSession spark, String input, String table) {
    return logged(table, spark.read().parquet(input + "/" + table));
  }

  private static LocalDate dayAfterLast(Dataset<Row> orders) {
    Row last = orders.agg(max("order_date").cast("string")).first();
    return LocalDate.parse(last.getString(0)).plusDays(1);
  }

  private Dataset<Row> cleanOrders(Dataset<Row> orders) {
    return logged(
        "clean orders",
        orders
            .dropDuplicates("order_id")
            .na()
            .fill(1, new String[]{"quantity"})
            .na()
            .fill(0.0, new String[]{"discount"})
            .where(col("quantity").gt(0)));
  }

  private Dataset<Row> cleanProducts(Dataset<Row> products) {
    return logged("clean products", products.dropDuplicates("product_id"));
  }

  private Dataset<Row> cleanCustomers(Dataset<Row> customers) {
    return logged("clean customers", customers.dropDuplicates("customer_id"));
  }

  private Dataset<Row> enriched(
      Dataset<Row> orders, Dataset<Row> products, Dataset<Row> customers) {
    Dataset<Row> lines =
        orders
            .join(products, orders.col("product_id").equalTo(products.col("product_id")), "left")
            .join(
                customers, orders.col("customer_id").equalTo(customers.col("customer_id")), "left")
            .select(
                col("order_id"),
                orders.col("customer_id"),
                orders.col("product_id"),
                col("quantity"),
                col("discount"),
                col("order_date"),
                col("product_name"),
                coalesce(col("category"), lit("Unknown")).as("category"),
                coalesce(col("price"), lit(0.0)).as("price"),
                col("name").as("customer_name"),
                col("country"))
            .withColumn(
                "total_amount",
                col("quantity").multiply(col("price")).multiply(lit(1.0).minus(col("discount"))));
    return withCustomerTotals(lines)
        .withColumn("customer_tier", TIER.apply(col("customer_total")))
        .withColumn("year", year(col("order_date")))
        .withColumn("month", month(col("order_date")));
  }

  private Dataset<Row> withCustomerTotals(Dataset<Row> lines) {
    if (style == Style.EXPERT) {
      WindowSpec customer = Window.partitionBy("customer_id");
      return lines.withColumn("customer_total", sum("total_amount").over(customer));
    }
    Dataset<Row> totals =
        lines.groupBy("customer_id").agg(sum("total_amount").as("customer_total"));
    return lines.join(totals, "customer_id");
  }

  private static String tier(Double total) {
    if (total >= 10_000) {
      return "VIP";
    }
    if (total >= 5_000) {
      return "Gold";
    }
    return total >= 1_000 ? "Silver" : "Bronze";
  }

  private static Dataset<Row> dailySales(Dataset<Row> lines) {
    return lines
        .groupBy("order_date")
        .agg(
            sum("total_amount").as("revenue"),
            countDistinct("customer_id").as("customers"),
            avg("total_amount").as("average_order_value"));
  }

  private static Dataset<Row> productSales(Dataset<Row> lines) {
    return lines
        .groupBy("product_id", "product_name", "category")
        .agg(
            sum("quantity").as("quantity"),
            sum("total_amount").as("revenue"),
            countDistinct("customer_id").as("customers"))
        .orderBy(col("revenue").desc());
  }

  private static Dataset<Row> customerPatterns(Dataset<Row> lines) {
    return lines
        .groupBy("customer_id", "customer_tier")
        .agg(
            count(lit(1)).as("orders"),
            sum("total_amount").as("total_spent"),
            avg("total_amount").as("average_order_value"),
            min("order_date").as("first_purchase"),
            max("order_date").as("last_purchase"));
  }

  private static Dataset<Row> rfm(Dataset<Row> lines, LocalDate reference) {
    return lines
        .groupBy("customer_id")
        .agg(
            datediff(lit(reference), max("order_date")).as("recency_days"),
            count(lit(1)).as("frequency"),
            sum("total_amount").as("monetary"));
  }

  private static Dataset<Row> cohortRetention(Dataset<Row> lines) {
    WindowSpec customer = Window.partitionBy("customer_id");
    WindowSpec cohort = Window.partitionBy("cohort_month");
    return lines
        .select(col("customer_id"), trunc(col("order_date"), "month").as("active_month"))
        .distinct()
        .withColumn("cohort_month", min("active_month").over(customer))
        .withColumn(
            "month_number", months_between(col("active_month"), col("cohort_month")).cast("int"))
        .groupBy("cohort_month", "month_number")
        .agg(count(lit(1)).as("customers"))
        // in month 0 the whole cohort bought
        .withColumn("cohort_size", max("customers").over(cohort))
        .withColumn("retention", col("customers").divide(col("cohort_size")));
  }

  private static Dataset<Row> recentPurchases(Dataset<Row> lines) {
    WindowSpec latestFirst =
        Window.partitionBy("customer_id").orderBy(col("order_date").desc(), col("order_id").desc());
    return lines
        .withColumn("purchase_rank", row_number().over(latestFirst))
        .where(col("purchase_rank").leq(10))
        .select(
            "customer_id",
            "purchase_rank",
            "order_id",
            "order_date",
            "product_name",
            "total_amount");
  }

  private void write(Dataset<Row> rows, EcommerceOutput output, String root) {
    logged(output.name(), rows)
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "snappy")
        .parquet(output.in(root));
  }

  private Dataset<Row> logged(String step, Dataset<Row> rows) {
    if (style == Style.TUTORIAL) {
      LOG.info("{}: {} rows", step, rows.count());
    }
    return rows;
  }
}
