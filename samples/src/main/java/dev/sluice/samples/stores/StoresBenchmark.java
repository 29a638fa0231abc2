package dev.sluice.samples.stores;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import dev.sluice.Pipeline;
import dev.sluice.connect.Sink;
import dev.sluice.io.jdbc.JdbcSink;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.io.memory.Datasets;
import dev.sluice.samples.bench.Benchmark;
import dev.sluice.samples.bench.Task;
import dev.sluice.testkit.server.PostgresServer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures PostgreSQL as a store: the same rows by Sluice, by Spark and by JDBC by hand. */
@Command(
    name = "bench-stores",
    description = "Measure writing into PostgreSQL and reading from it, against Spark and by hand",
    showDefaultValues = true)
public final class StoresBenchmark implements Callable<Integer> {

  private static final String BY_HAND = "by hand";

  @Option(names = "--rows", description = "How many rows.", defaultValue = "1000000")
  private long rows;

  @Option(names = "--warmups", description = "Rounds that do not count.", defaultValue = "1")
  private int warmups;

  @Option(names = "--rounds", description = "Rounds that count.", defaultValue = "5")
  private int rounds;

  @Option(names = "--partitions", description = "Partitions of the rows.", defaultValue = "4")
  private int partitions;

  @Option(names = "--in-order", description = "Rows come in the order of their key.")
  private boolean inOrder;

  @Option(
      names = "--only",
      split = ",",
      description = "What to compare: ${COMPLETION-CANDIDATES}.",
      defaultValue = "UPSERT_EMPTY,UPSERT_FULL,APPEND,READ")
  private List<Comparison> only;

  /** Made by the launcher, which also sets the options. */
  public StoresBenchmark() {}

  @Override
  public Integer call() throws Exception {
    SalesTable table = new SalesTable(PostgresServer.shared().createDatabase());
    table.create();
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()) {
      Dataset<Row> sales = sales(spark, partitions);
      for (Comparison comparison : only) {
        benchmark(comparison, spark, table, sales).warmups(warmups).runs(rounds).run(System.out);
      }
      return 0;
    }
  }

  private Dataset<Row> sales(SparkSession spark, int parts) {
    return new Sales(rows, parts, inOrder).kept(spark);
  }

  private Benchmark benchmark(
      Comparison comparison, SparkSession spark, SalesTable table, Dataset<Row> sales)
      throws Exception {
    return switch (comparison) {
      case UPSERT_EMPTY -> upserts(comparison, spark, table, sales).before(emptied(table));
      case UPSERT_FULL -> upserts(comparison, spark, table, sales).before(filled(table));
      case APPEND -> appends(spark, table, sales).before(emptied(table));
      case READ -> reads(spark, table, sales);
      case BATCHES -> batches(spark, table, sales).before(filled(table));
      case PARTITIONS -> parts(spark, table).before(filled(table));
    };
  }

  private static Task emptied(SalesTable table) {
    return () -> {
      table.empty();
      return 0;
    };
  }

  private Task filled(SalesTable table) {
    return () -> {
      table.fill(rows);
      return 0;
    };
  }

  private static Benchmark upserts(
      Comparison comparison, SparkSession spark, SalesTable table, Dataset<Row> sales) {
    JdbcSink<Sale> upsert = table.typed().upsert(Sale::id);
    return Benchmark.named(comparison.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .baseline(BY_HAND, byHand(table, sales, table.url(), 1_000))
        .contender("sluice", written(spark, table, sales, upsert))
        .contender("sluice in one transaction",
            written(spark, table, sales, upsert.inOneTransaction()))
        .contender("sluice without copy", written(spark, table, sales, upsert.withoutCopy()))
        .contender("by hand, rewriting driver", byHand(table, sales, table.rewriting(), 1_000));
  }

  private static Benchmark appends(SparkSession spark, SalesTable table, Dataset<Row> sales) {
    JdbcSink<Sale> append = table.typed().append();
    return Benchmark.named("append")
        .baseline("spark", bySpark(table, sales, table.url()))
        .contender("sluice", written(spark, table, sales, append))
        .contender("sluice by partition", written(spark, table, sales, append.byPartition()))
        .contender("spark, rewriting driver", bySpark(table, sales, table.rewriting()));
  }

  private static Task byHand(SalesTable table, Dataset<Row> sales, String url, int batchSize) {
    return () -> {
      sales.foreachPartition(new UpsertByHand(url, SalesTable.NAME, batchSize));
      return table.sums();
    };
  }

  private static Task bySpark(SalesTable table, Dataset<Row> sales, String url) {
    return () -> {
      sales.write().mode(SaveMode.Append).jdbc(url, SalesTable.NAME, new Properties());
      return table.sums();
    };
  }

  private static Task written(
      SparkSession spark, SalesTable table, Dataset<Row> sales, Sink<Sale> sink) {
    return () -> {
      Pipeline pipeline = Pipeline.named("sales");
      pipeline.source("sales", Datasets.of(Sale.class, sales)).sink("table", sink);
      pipeline.run(spark);
      return table.sums();
    };
  }

  private Benchmark reads(SparkSession spark, SalesTable table, Dataset<Row> sales)
      throws Exception {
    table.empty();
    written(spark, table, sales, table.typed().append()).run();
    JdbcTable<Sale> typed = table.typed();
    return Benchmark.named("read")
        .baseline("spark, 1 part", () -> checksum(bySpark(spark, table, 1)))
        .contender("sluice, 1 part", () -> checksum(read(spark, typed)))
        .contender("spark, 4 parts", () -> checksum(bySpark(spark, table, 4)))
        .contender("sluice, 4 parts", () -> checksum(read(spark, typed.partitionedBy(Sale::id, 4))))
        .contender("sluice, 8 parts",
            () -> checksum(read(spark, typed.partitionedBy(Sale::id, 8))));
  }

  private static Dataset<Row> read(SparkSession spark, JdbcTable<Sale> table) {
    return Pipeline.named("read").source("sales", table).toDataset(spark);
  }

  private Dataset<Row> bySpark(SparkSession spark, SalesTable table, int parts) {
    Properties properties = new Properties();
    properties.putAll(Map.of("fetchsize", "1000")); // as Sluice; Spark's own is all rows at once
    return parts == 1
        ? spark.read().jdbc(table.url(), SalesTable.NAME, properties)
        : spark.read().jdbc(table.url(), SalesTable.NAME, "id", 0, rows, parts, properties);
  }

  /** Of all columns, so that each has to be read; no database computes it. */
  private static Object checksum(Dataset<Row> sales) {
    Column[] columns =
        Arrays.stream(sales.columns()).map(name -> col(name)).toArray(Column[]::new);
    return sales.agg(sum(xxhash64(columns).mod(1_000_000_007))).head().get(0);
  }

  private static Benchmark batches(SparkSession spark, SalesTable table, Dataset<Row> sales) {
    JdbcSink<Sale> upsert = table.typed().upsert(Sale::id).withoutCopy();
    return Benchmark.named("batches")
        .baseline("1000", written(spark, table, sales, upsert))
        .contender("100", written(spark, table, sales, upsert.batchSize(100)))
        .contender("10000", written(spark, table, sales, upsert.batchSize(10_000)))
        .contender("1", written(spark, table, sales, upsert.batchSize(1)));
  }

  private Benchmark parts(SparkSession spark, SalesTable table) {
    JdbcSink<Sale> upsert = table.typed().upsert(Sale::id);
    Benchmark benchmark =
        Benchmark.named("partitions")
            .baseline("1", written(spark, table, sales(spark, 1), upsert));
    for (int parts : new int[]{2, 4, 8, 32}) {
      benchmark =
          benchmark.contender(
              String.valueOf(parts), written(spark, table, sales(spark, parts), upsert));
    }
    return benchmark;
  }
}
