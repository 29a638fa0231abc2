package dev.sluice.samples.retail;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_dt_interval;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import dev.sluice.samples.generator.SeededColumns;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Invoice lines of an invented wholesaler, with the columns and the faults of the UCI data set
 * <i>Online Retail</i>, for those who do not have it.
 *
 * <p>The same number of rows and the same seed give the same lines on every machine:
 *
 * <pre>{@code
 * new InvoiceLineGenerator(500_000, 42).write(spark, "data/online-retail");
 * }</pre>
 *
 * <p>About as often as in the original: 25 % of the lines have no customer, 1.7 % are cancelled
 * (and have a negative quantity), 0.25 % are goods written off (no customer, price 0, negative
 * quantity), 0.2 % more are free, and 1 % of the lines come twice. Descriptions may have outer
 * spaces, commas, quotes, or be missing.
 *
 * @param rows how many different lines, at least 1
 * @param seed which data set of that size
 */
public record InvoiceLineGenerator(long rows, long seed) {

  private static final long LINES_PER_INVOICE = 20;

  private static final LocalDate FIRST_DAY = LocalDate.of(2010, 12, 1);

  private static final long DAYS = 374;

  private static final long FIRST_INVOICE = 536_365;

  private static final long FIRST_CUSTOMER = 12_346;

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if there are to be no rows
   */
  public InvoiceLineGenerator {
    if (rows < 1) {
      throw new IllegalArgumentException("Give at least 1 row, not " + rows);
    }
  }

  /**
   * Writes the lines as CSV files with a header, in place of what is there.
   *
   * @param spark the session
   * @param directory where the files go
   */
  public void write(SparkSession spark, String directory) {
    lines(spark)
        .write()
        .mode(SaveMode.Overwrite)
        .option("header", true)
        .option("escape", "\"")
        .option("timestampNTZFormat", "yyyy-MM-dd HH:mm:ss")
        .option("ignoreLeadingWhiteSpace", false)
        .option("ignoreTrailingWhiteSpace", false)
        .csv(directory);
  }

  /**
   * The lines.
   *
   * @param spark the session
   * @return rows as {@link dev.sluice.samples.retail.model.InvoiceLine} describes them, with the
   *     column names of the original
   */
  public Dataset<Row> lines(SparkSession spark) {
    SeededColumns line = new SeededColumns(seed, col("id"));
    SeededColumns invoice = new SeededColumns(seed, col("invoice"));
    SeededColumns article = new SeededColumns(seed, col("article"));
    return spark
        .range(rows)
        .withColumn("invoice", floor(col("id").divide(LINES_PER_INVOICE)))
        .withColumn("article", floor(line.skewed("article", 2).multiply(4_000)))
        .withColumn("cancelled", invoice.happens("cancelled", 0.017))
        .withColumn("written_off", not(col("cancelled")).and(line.happens("written off", 0.0025)))
        .select(
            col("id"),
            invoiceNumber().as("InvoiceNo"),
            col("article").plus(20_000).cast("string").as("StockCode"),
            description(article).as("Description"),
            quantity(line).as("Quantity"),
            time(invoice).as("InvoiceDate"),
            price(line, article).as("UnitPrice"),
            customer(invoice).as("CustomerID"),
            country(invoice).as("Country"))
        .transform(lines -> lines.union(lines.where(line.happens("copied", 0.01))))
        .drop("id");
  }

  private static Column invoiceNumber() {
    Column number = col("invoice").plus(FIRST_INVOICE).cast("string");
    return when(col("cancelled"), concat(lit("C"), number)).otherwise(number);
  }

  private static Column description(SeededColumns article) {
    Column text =
        concat_ws(
            " ",
            article.oneOf("colour", "RED", "PINK", "IVORY", "BLUE", "GREEN"),
            article.oneOf("thing", "LANTERN", "TEA SET", "NAPKINS, PACK OF 20", "7\" FRAME"));
    return when(col("written_off").or(article.happens("no text", 0.002)), lit(null))
        .when(article.happens("untrimmed", 0.2), concat(text, lit(" ")))
        .otherwise(text);
  }

  private static Column quantity(SeededColumns line) {
    Column pieces = floor(line.skewed("quantity", 4).multiply(60)).plus(1).cast("int");
    return when(col("cancelled").or(col("written_off")), pieces.multiply(-1)).otherwise(pieces);
  }

  /** The invoices in their order over 374 days from December 2010, each day from 8 to 18. */
  private Column time(SeededColumns invoice) {
    Column day = floor(col("invoice").multiply(DAYS).divide(1 + rows / LINES_PER_INVOICE));
    Column minute = invoice.index("minute", 600).plus(480);
    return date_add(lit(FIRST_DAY), day.cast("int"))
        .cast("timestamp_ntz")
        .plus(make_dt_interval(lit(0), lit(0), minute.cast("int")));
  }

  private static Column price(SeededColumns line, SeededColumns article) {
    Column cents = floor(article.skewed("price", 3).multiply(1_500)).plus(19);
    return when(col("written_off").or(line.happens("free", 0.002)), lit(0.0))
        .otherwise(round(cents.divide(100.0), 2));
  }

  private static Column customer(SeededColumns invoice) {
    Column id = invoice.index("customer", 4_372).plus(FIRST_CUSTOMER).cast("double");
    return when(not(col("written_off")).and(invoice.happens("has a customer", 0.75)), id);
  }

  private static Column country(SeededColumns invoice) {
    Column abroad =
        when(
            invoice.happens("abroad", 0.09), invoice.oneOf("country", "Germany", "France", "EIRE"));
    return coalesce(abroad, lit("United Kingdom"));
  }
}
