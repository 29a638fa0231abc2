package dev.sluice.samples.ecommerce;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import dev.sluice.samples.generator.SeededColumns;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Orders, products and customers of an invented shop, with the faults of real ones.
 *
 * <p>The same number of rows and the same seed give the same data on every machine, from a hundred
 * orders to a hundred million:
 *
 * <pre>{@code
 * new OrderGenerator(1_000_000, 42).write(spark, "data/ecommerce");
 * }</pre>
 *
 * <p>What is wrong in it: of the orders 2 % have no quantity, 1 % a quantity of zero or below, 5 %
 * no discount, 0.5 % an unknown product and 0.5 % an unknown customer; of the products 3 % have no
 * price and 3 % no category; 1 % of the rows of each table come twice. The second row is an exact
 * copy, so a result does not depend on which one is kept.
 *
 * <p>A few products make most of the sales, a tenth of the orders is for the first of a thousand.
 * Customers come over two years, none buys before the day of registration, and many buy before
 * Christmas.
 *
 * <p>Prices are in quarters and discounts in eighths. Sums of such amounts are exact in a double,
 * so no result depends on the order in which Spark adds them.
 *
 * @param rows how many different orders, at least 1
 * @param seed which data set of that size
 */
public record OrderGenerator(long rows, long seed) {

  /** The first day on which there may be an order. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

  /** The last day on which there may be an order. */
  public static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);

  private static final long DAYS = ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1;

  private static final long ROWS_PER_FILE = 2_000_000;

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if there are to be no rows
   */
  public OrderGenerator {
    if (rows < 1) {
      throw new IllegalArgumentException("Give at least 1 row, not " + rows);
    }
  }

  /**
   * Writes the three tables as Parquet, in place of what is there.
   *
   * @param spark the session
   * @param directory where to put the directories {@code orders}, {@code products} and {@code
   *     customers}
   */
  public void write(SparkSession spark, String directory) {
    write(orders(spark), directory + "/orders");
    write(products(spark), directory + "/products");
    write(customers(spark), directory + "/customers");
  }

  /**
   * How many different products there are.
   *
   * @return one for a thousand orders, from 50 to 20,000
   */
  public long productCount() {
    return Math.max(50, Math.min(20_000, rows / 1_000));
  }

  /**
   * How many different customers there are.
   *
   * @return one for twenty orders, from 20 to 1,000,000
   */
  public long customerCount() {
    return Math.max(20, Math.min(1_000_000, rows / 20));
  }

  /**
   * The orders.
   *
   * @param spark the session
   * @return rows as {@link dev.sluice.samples.ecommerce.model.Order} describes them
   */
  public Dataset<Row> orders(SparkSession spark) {
    SeededColumns random = new SeededColumns(seed, col("order_id"));
    Dataset<Row> orders =
        ids(spark, rows, "order_id")
            .withColumn("customer_id", reference(random, "customer", 2, customerCount()))
            .withColumn("product_id", reference(random, "product", 3, productCount()))
            .withColumn("quantity", quantity(random).cast("int"))
            .withColumn("discount", discount(random))
            .withColumn("order_date", orderDate(random));
    return withCopies(orders, random);
  }

  /**
   * The products.
   *
   * @param spark the session
   * @return rows as {@link dev.sluice.samples.ecommerce.model.Product} describes them
   */
  public Dataset<Row> products(SparkSession spark) {
    SeededColumns random = new SeededColumns(seed, col("product_id"));
    Column name =
        concat_ws(
            " ",
            random.oneOf("colour", "Red", "Blue", "Green", "White", "Black"),
            random.oneOf("thing", "Lamp", "Chair", "Kettle", "Blanket", "Radio", "Clock"),
            col("product_id"));
    Column category = random.oneOf("category", "Home", "Garden", "Kitchen", "Office", "Toys");
    Column quarters = floor(random.skewed("price", 4).multiply(3_200)).plus(4);
    Dataset<Row> products =
        ids(spark, productCount(), "product_id")
            .withColumn("product_name", name)
            .withColumn("category", when(random.happens("has a category", 0.97), category))
            .withColumn("price", when(random.happens("has a price", 0.97), quarters.divide(4.0)));
    return withCopies(products, random);
  }

  /**
   * The customers.
   *
   * @param spark the session
   * @return rows as {@link dev.sluice.samples.ecommerce.model.Customer} describes them
   */
  public Dataset<Row> customers(SparkSession spark) {
    SeededColumns random = new SeededColumns(seed, col("customer_id"));
    Column name =
        concat_ws(
            " ",
            random.oneOf("first name", "Ada", "Blaise", "Chen", "Dorothy", "Emmy", "Farid"),
            random.oneOf("last name", "Archer", "Baker", "Cooper", "Dyer", "Fisher", "Mason"));
    Column country = random.oneOf("country", "DE", "ES", "FR", "GB", "IT", "NL", "PL", "SE");
    Dataset<Row> customers =
        ids(spark, customerCount(), "customer_id")
            .withColumn("name", name)
            .withColumn("country", country)
            .withColumn("since", day(registration()));
    return withCopies(customers, random);
  }

  private static Dataset<Row> ids(SparkSession spark, long count, String name) {
    return spark.range(1, count + 1).toDF(name);
  }

  /** The id of a row of another table, the low ones most often; or, rarely, of none. */
  private static Column reference(SeededColumns random, String table, int skew, long count) {
    Column unknown = random.index("which unknown " + table, 1 + count / 100).plus(count + 1);
    Column known = floor(random.skewed(table, skew).multiply(count)).plus(1);
    return when(random.happens("unknown " + table, 0.005), unknown).otherwise(known);
  }

  private static Column quantity(SeededColumns random) {
    return when(random.happens("no quantity", 0.02), lit(null))
        .when(random.happens("wrong quantity", 0.01), random.index("how wrong", 3).multiply(-1))
        .otherwise(floor(random.skewed("quantity", 2).multiply(5)).plus(1));
  }

  private static Column discount(SeededColumns random) {
    return when(random.happens("no discount", 0.05), lit(null))
        .when(random.happens("reduced", 0.3), random.index("eighths", 4).plus(1).divide(8.0))
        .otherwise(lit(0.0));
  }

  /** A day after the customer's registration; a quarter of all moves on to before Christmas. */
  private Column orderDate(SeededColumns random) {
    Column left = lit(DAYS).minus(registration());
    Column date = day(registration().plus(floor(random.uniform("day").multiply(left))));
    Column advent = make_date(year(date), lit(11), lit(15));
    Column adventDay = random.index("day of advent", 40).cast("int");
    return when(
        month(date).leq(10).and(random.happens("buys for Christmas", 0.25)),
        date_add(advent, adventDay))
        .otherwise(date);
  }

  /** The day on which the customer of this row registers, counted from the first day. */
  private Column registration() {
    Column skewed = new SeededColumns(seed, col("customer_id")).skewed("registration", 2);
    return floor(skewed.multiply(DAYS));
  }

  private static Column day(Column number) {
    return date_add(lit(FIRST_DAY), number.cast("int"));
  }

  private static Dataset<Row> withCopies(Dataset<Row> table, SeededColumns random) {
    return table.union(table.where(random.happens("copied", 0.01)));
  }

  private static void write(Dataset<Row> table, String directory) {
    table
        .write()
        .mode(SaveMode.Overwrite)
        .option("maxRecordsPerFile", ROWS_PER_FILE)
        .parquet(directory);
  }
}
