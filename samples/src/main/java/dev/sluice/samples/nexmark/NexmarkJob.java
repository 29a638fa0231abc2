package dev.sluice.samples.nexmark;

import dev.sluice.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the queries over generated events and compares each with the same in plain Java. */
@Command(
    name = "nexmark",
    description = "Run the 24 queries of the Nexmark benchmark, as streams and as batches, and compare their rows",
    showDefaultValues = true)
public final class NexmarkJob implements Callable<Integer> {

  private static final int EPOCHS = 4;

  @Option(names = "--events", description = "How many events.", defaultValue = "10000")
  private long events;

  @Option(names = "--seed", description = "Which events.", defaultValue = "42")
  private long seed;

  @Option(names = "--query", description = "One query, such as q5; all if not given.")
  private String query;

  @Spec
  private CommandSpec spec;

  /** Made by the launcher, which also sets the options. */
  public NexmarkJob() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Query<?>> queries = chosen();
    Events arrived = generated();
    out.printf(
        Locale.ROOT,
        "%,d persons, %,d auctions, %,d bids; as a stream in %d epochs%n%n",
        arrived.persons().size(), arrived.auctions().size(), arrived.bids().size(), EPOCHS);
    out.println(QueryLine.HEADER);
    boolean right = true;
    try (SparkSession spark = session();
        Scratch scratch = Scratch.make("nexmark")) {
      for (Query<?> one : queries) {
        QueryLine line =
            QueryLine.of(
                new QueryRun<>(one, arrived, spark, scratch.directory().resolve(one.name())),
                EPOCHS);
        out.println(line);
        right &= line.isRight();
      }
    }
    out.flush();
    return right ? 0 : 1;
  }

  private List<Query<?>> chosen() {
    try {
      return query == null ? Queries.all() : List.of(Queries.named(query));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private Events generated() {
    try {
      return new NexmarkEvents(seed, events).arrived();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  /** Days and hours are those of UTC. */
  private static SparkSession session() {
    return Sessions.embedded("nexmark").config("spark.sql.session.timeZone", "UTC").getOrCreate();
  }
}
