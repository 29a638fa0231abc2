package dev.sluice.samples.tpch;

import dev.sluice.Pipeline;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Compares what the queries cost before their first job, in the language and in SQL: from the
 * definition, or the text, until Spark has the plan that it would execute. Both read the same
 * tables of the catalog. They take turns, in processor time of the thread that plans, which says
 * more than the clock of a shared machine.
 */
public final class QueryPlanning {

  /** The plans of small tables are planned as long as those of large ones. */
  private static final double SCALE = 0.001;

  private final SparkSession spark;
  private final int warmups;
  private final int runs;

  /**
   * In a session.
   *
   * @param warmups rounds over all queries that do not count
   * @param runs rounds that count
   */
  public QueryPlanning(SparkSession spark, int warmups, int runs) {
    this.spark = spark;
    this.warmups = warmups;
    this.runs = runs;
  }

  /**
   * Prints a line for each query, in milliseconds, and the geometric means of the ratios.
   *
   * @throws IOException if the tables cannot be kept
   */
  public void run(PrintStream out) throws IOException {
    Path tables = Files.createTempDirectory("tpch");
    Tables.write(spark, SCALE, tables);
    Tables.register(spark, tables);
    List<Rounds> queries = Queries.all().stream().map(Rounds::new).toList();
    for (int round = -warmups; round < runs; round++) {
      for (Rounds query : queries) {
        query.run(spark, round);
      }
    }
    out.println(
        "       sql: analysed  planned    defined  analysed  planned    analysed/sql  planned/sql  least");
    queries.forEach(query -> out.println(query.line()));
    out.printf(
        Locale.ROOT,
        "geometric mean of the ratios: analysed %.2f, planned %.2f, of the least %.2f%n",
        mean(queries, Rounds::analysed), mean(queries, Rounds::planned),
        mean(queries, Rounds::least));
  }

  private static double mean(List<Rounds> queries, ToDoubleFunction<Rounds> ratio) {
    double sum = queries.stream().mapToDouble(query -> Math.log(ratio.applyAsDouble(query))).sum();
    return Math.exp(sum / queries.size());
  }

  /** When one query was so far, in milliseconds of the processor from its start. */
  private record Times(double defined, double analysed, double planned) {}

  /** All that was measured of a query. */
  private static final class Rounds {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Query query;
    private final String text;
    private final List<Times> sql = new ArrayList<>();
    private final List<Times> sluice = new ArrayList<>();

    Rounds(Query query) {
      this.query = query;
      this.text = query.sql();
    }

    /** One of each; those that do not count, before 0, are forgotten. */
    void run(SparkSession spark, int round) {
      if (round == 0) {
        sql.clear();
        sluice.clear();
      }
      if (round % 2 == 0) {
        sql.add(bySql(spark));
        sluice.add(bySluice(spark));
      } else {
        sluice.add(bySluice(spark));
        sql.add(bySql(spark));
      }
    }

    private Times bySql(SparkSession spark) {
      long start = THREADS.getCurrentThreadCpuTime();
      return planned(start, start, spark.sql(text));
    }

    private Times bySluice(SparkSession spark) {
      long start = THREADS.getCurrentThreadCpuTime();
      var stage = query.definition().apply(Tables.known(Pipeline.named(query.name())));
      long defined = THREADS.getCurrentThreadCpuTime();
      return planned(start, defined, stage.toDataset(spark));
    }

    private static Times planned(long start, long defined, Dataset<Row> rows) {
      long analysed = THREADS.getCurrentThreadCpuTime();
      ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().executedPlan();
      long planned = THREADS.getCurrentThreadCpuTime();
      return new Times((defined - start) / 1e6, (analysed - start) / 1e6, (planned - start) / 1e6);
    }

    double analysed() {
      return median(sluice, Times::analysed) / median(sql, Times::analysed);
    }

    double planned() {
      return median(sluice, Times::planned) / median(sql, Times::planned);
    }

    double least() {
      return least(sluice) / least(sql);
    }

    private static double least(List<Times> times) {
      return times.stream().mapToDouble(Times::planned).min().orElseThrow();
    }

    private static double median(List<Times> times, ToDoubleFunction<Times> of) {
      double[] sorted = times.stream().mapToDouble(of).sorted().toArray();
      return sorted[sorted.length / 2];
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-4s  %13.2f  %7.2f    %7.2f  %8.2f  %7.2f    %12.2f  %11.2f  %5.2f",
          query.name(),
          median(sql, Times::analysed),
          median(sql, Times::planned),
          median(sluice, Times::defined),
          median(sluice, Times::analysed),
          median(sluice, Times::planned),
          analysed(),
          planned(),
          least());
    }
  }
}
