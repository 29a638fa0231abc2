package dev.sluice.testkit;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Source;
import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.JsonFiles;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.bridge.SparkInternals;
import dev.sluice.testkit.stream.StreamDriver;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Inputs for a test, as stages of a pipeline that is thrown away after it.
 *
 * <pre>{@code
 * Stage<Order> orders = kit.rows(Order.class, new Order(1, 2, 3, 4), new Order(2, 2, 3, null));
 * Stage<Product> products = kit.csv(Product.class, """
 *     productId,productName,price
 *     3,pen,1.5
 *     """);
 * assertThat(Lines.of(orders, products)).hasRows(new Line(1, "pen", 6.0));
 * }</pre>
 *
 * <p>All stages of a kit belong to one pipeline, so they can be joined. {@link SparkTest} injects a
 * kit for each test; {@link #of} makes one without JUnit.
 */
public final class SparkKit {

  private final SparkSession spark;
  private final Path directory;
  private final Pipeline pipeline;
  private final FixtureFiles files;
  private final boolean malformedAllowed;
  private final Deque<StreamDriver> drivers;

  private SparkKit(
      SparkSession spark,
      Path directory,
      Pipeline pipeline,
      FixtureFiles files,
      boolean malformedAllowed,
      Deque<StreamDriver> drivers) {
    this.spark = spark;
    this.directory = directory;
    this.pipeline = pipeline;
    this.files = files;
    this.malformedAllowed = malformedAllowed;
    this.drivers = drivers;
  }

  /**
   * A kit for a session of your own.
   *
   * @param spark the session
   * @param directory where the kit may write files; it deletes none
   */
  public static SparkKit of(SparkSession spark, Path directory) {
    return new SparkKit(
        spark,
        directory,
        Pipeline.named("test"),
        new FixtureFiles(directory),
        false,
        new ArrayDeque<>());
  }

  /** The session. */
  public SparkSession spark() {
    return spark;
  }

  /**
   * A directory for the files of this test, deleted after it. A kit of a constructor or
   * {@code @BeforeAll} has one for the class.
   */
  public Path directory() {
    return directory;
  }

  /** A path in {@link #directory()} as text, as sources and sinks take it; nothing is made. */
  public String path(String name) {
    return directory.resolve(name).toString();
  }

  /** The pipeline of the stages that this kit makes. */
  public Pipeline pipeline() {
    return pipeline;
  }

  /**
   * This kit for inputs in which some lines are no rows on purpose: its {@link #csv}, {@link #json}
   * and {@link #source} let a source reject them, as it would in a run. Everything else is shared.
   *
   * <pre>{@code
   * CheckedStage<Order> orders = kit.allowingMalformed().csv(Order.class, """
   *     orderId,quantity
   *     1,two
   *     """);
   * assertThat(orders).rejectsText("1,two").and().isEmpty();
   * }</pre>
   */
  public SparkKit allowingMalformed() {
    return new SparkKit(spark, directory, pipeline, files, true, drivers);
  }

  /**
   * Rows given as records.
   *
   * @param type the record; none of the rows is null
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final <T extends Record> CheckedStage<T> rows(Class<T> type, T... rows) {
    return rows(type, List.of(rows));
  }

  /** Rows given as records. */
  public <T extends Record> CheckedStage<T> rows(Class<T> type, List<T> rows) {
    return input(InMemory.rows(type, rows));
  }

  /**
   * Rows of a CSV text whose first line names the columns. It is read as a file would be: blanks
   * around a value belong to it.
   *
   * <p>For other layouts, or for a pipeline of your own, see {@link #csvFile}.
   *
   * @throws IllegalArgumentException naming the lines that are no rows of the record, since a test
   *     whose input has a typo would show nothing; see {@link #allowingMalformed}
   */
  public <T extends Record> CheckedStage<T> csv(Class<T> type, String text) {
    return input(csvFile(type, text).header());
  }

  /**
   * Rows of a text of JSON objects, one a line; read as a file would be.
   *
   * @throws IllegalArgumentException naming the lines that are no rows of the record; see {@link
   *     #allowingMalformed}
   */
  public <T extends Record> CheckedStage<T> json(Class<T> type, String text) {
    return input(jsonFile(type, text));
  }

  /** In another order where the profile says so. */
  private <T extends Record> CheckedStage<T> input(BoundedSource<T> source) {
    return source(
        SparkInternals.setting(spark, SparkProfile.SHUFFLE)
            .<BoundedSource<T>>map(seed -> new ShuffledSource<>(source, Long.parseLong(seed)))
            .orElse(source));
  }

  /**
   * Rows of any source, as a stage of {@link #pipeline()} that is named after the record.
   *
   * @throws IllegalArgumentException if it reads what {@link #csvFile} or {@link #jsonFile} wrote,
   *     naming the lines that are no rows of the record; see {@link #allowingMalformed}
   */
  public <T extends Record> CheckedStage<T> source(Source<T> source) {
    CheckedStage<T> stage = pipeline.source(source.type().getSimpleName(), source);
    if (!malformedAllowed && files.areReadBy(source)) {
      WellFormed.require(stage, spark);
    }
    return stage;
  }

  /**
   * A CSV file with this text, as a source that can still be told about separators, headers and the
   * like. In a pipeline of your own it rejects the lines that are no rows, as in production: assert
   * {@code malformedRows(…)} of the report, or add {@code failFast()}.
   */
  public <T extends Record> CsvFiles<T> csvFile(Class<T> type, String text) {
    return Files.csv(type, files.write(type, "csv", text));
  }

  /**
   * A JSON file with this text, as a source that can still be given options. In a pipeline of your
   * own it rejects the lines that are no rows, see {@link #csvFile}.
   */
  public <T extends Record> JsonFiles<T> jsonFile(Class<T> type, String text) {
    return Files.json(type, files.write(type, "json", text));
  }

  /**
   * A pipeline as a stream that goes in the steps of the test, see {@link StreamDriver}. It is closed
   * after the test; a kit without JUnit leaves that to the caller.
   *
   * @throws dev.sluice.PipelineException if the pipeline cannot run as a stream
   */
  public StreamDriver stream(Pipeline pipeline) {
    StreamDriver driver =
        StreamDriver.of(pipeline, spark, directory.resolve("stream-" + drivers.size()));
    drivers.push(driver);
    return driver;
  }

  /**
   * Shows that a pipeline gives the same rows as a stream and as a batch, however its rows come, see
   * {@link ReplayProof}.
   *
   * <pre>{@code
   * kit.sameInBatchAndStream(auction).rows("bids", bids).check();
   * }</pre>
   */
  public ReplayProof sameInBatchAndStream(Pipeline pipeline) {
    return ReplayProof.of(this, pipeline);
  }

  /** Stops the streams that it has made. */
  void close() {
    // who has no streams need not have the classes of them
    while (!drivers.isEmpty()) {
      drivers.pop().close();
    }
  }

  /**
   * Why is my row missing? Follows a row through a pipeline, from each source that has it, and says
   * what every stage made of it, and which rule, filter or join dropped it.
   *
   * <pre>{@code
   * System.out.println(kit.trace(pipeline, new Order(3, 0, "pen")));
   * }</pre>
   *
   * <p>Each stage is computed with the row and without it, and the difference is shown. So stages
   * with code of your own are followed as well, and a row counts as dropped exactly where it makes
   * no difference. Results must not be random. Equal rows are followed together. It takes a small
   * Spark job for each stage.
   *
   * @param row as the source gives it, before any stage
   * @throws dev.sluice.PipelineException if the pipeline has problems
   * @throws IllegalArgumentException if no source has the row; it shows the nearest ones
   */
  public RowTrace trace(Pipeline pipeline, Record row) {
    pipeline.validate();
    List<RowTracer.End> ends =
        pipeline.plan().sinks().stream()
            .map(
                sink -> new RowTracer.End(
                    "sink '%s' (%s)".formatted(sink.name(), sink.site()), sink.stage()))
            .toList();
    return new RowTracer(pipeline.name(), ends, row, spark).fromSources();
  }

  /**
   * Follows a row up to a stage, from each source that has it; see {@link #trace(Pipeline,
   * Record)}.
   */
  public RowTrace trace(Stage<?> stage, Record row) {
    return tracer(stage, row).fromSources();
  }

  /** Follows a row of one stage up to another; see {@link #trace(Pipeline, Record)}. */
  public <T extends Record> RowTrace trace(Stage<?> stage, Stage<T> from, T row) {
    return tracer(stage, row).from(List.of(from.node()));
  }

  private RowTracer tracer(Stage<?> stage, Record row) {
    // a stage with problems is refused here, with all of them
    stage.toDataset(spark);
    return new RowTracer(
        stage.pipeline().name(),
        List.of(new RowTracer.End(RowTracer.place(stage.node()), stage.node())),
        row,
        spark);
  }

  /**
   * Writes a text in UTF-8 to a file whose name or directory matters, and gives its path.
   *
   * <pre>{@code
   * kit.file("in/day=2026-05-01/a.csv", "1,pen\n");
   * Stage<Order> orders = kit.source(Files.csv(Order.class, kit.path("in")));
   * }</pre>
   *
   * @param name where, below {@link #directory()}; directories on the way are made
   * @param text replaces what the file had before
   * @throws IllegalArgumentException if the name leads out of the directory
   * @throws UncheckedIOException if the file cannot be written
   */
  public String file(String name, String text) {
    return files.write(name, text);
  }

  /** The directory, for messages. */
  @Override
  public String toString() {
    return "SparkKit in " + directory;
  }
}
