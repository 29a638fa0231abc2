package dev.sluice.samples.tpch;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the queries over generated tables, and compares their rows with those of SQL. */
@Command(
    name = "tpch",
    description = "Run the 22 queries of TPC-H, and compare their rows with those of the same queries in SQL",
    showDefaultValues = true)
public final class TpchJob implements Callable<Integer> {

  @Option(names = "--scale", description = "Size of the tables; 1 has six million line items.",
      defaultValue = "0.1")
  private double scale;

  @Option(names = "--data",
      description = "Where the tables are kept; they are generated if they are not there.",
      defaultValue = "target/tpch")
  private Path data;

  @Option(names = "--query", description = "One query, such as q5; all if not given.")
  private String query;

  @Option(names = "--verify", description = "Compare each with SQL.")
  private boolean verify;

  @Spec
  private CommandSpec spec;

  /** Made by the launcher, which also sets the options. */
  public TpchJob() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Query> queries = chosen();
    int right = 0;
    try (SparkSession spark = session()) {
      Path tables = data.resolve("scale-" + scale);
      generate(spark, tables, out);
      if (verify) {
        Tables.register(spark, tables);
      }
      for (Query one : queries) {
        right += run(one, spark, tables, out) ? 1 : 0;
      }
    }
    out.printf("tpch: %d/%d%n", right, queries.size());
    out.flush();
    return right == queries.size() ? 0 : 1;
  }

  private void generate(SparkSession spark, Path tables, PrintWriter out) {
    if (!Files.exists(tables.resolve("line_item").resolve("_SUCCESS"))) {
      out.printf("generating tables of scale %s in %s%n", scale, tables);
      out.flush();
      Tables.write(spark, scale, tables);
    }
  }

  private boolean run(Query one, SparkSession spark, Path tables, PrintWriter out) {
    long start = System.nanoTime();
    Tables in = Tables.in(Pipeline.named(one.name()), tables);
    Answer answer = Answer.of(one.definition().apply(in).toDataset(spark).collectAsList());
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean right = !verify || answer.equals(Answer.of(spark.sql(one.sql()).collectAsList()));
    out.printf(
        Locale.ROOT,
        "%-28s %,7d rows  %6.2f s%s%n",
        one, answer.rows().size(), seconds, verify ? right ? "  as SQL" : "  NOT AS SQL" : "");
    out.flush();
    return right;
  }

  private List<Query> chosen() {
    if (!(scale > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--scale must be more than 0, not " + scale);
    }
    try {
      return query == null ? Queries.all() : List.of(Queries.named(query));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private static SparkSession session() {
    return Sessions.embedded("tpch").getOrCreate();
  }
}
