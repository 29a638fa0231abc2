package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.Sink;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.run.RunFailedException;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;

/** What a source or a sink can do is its type: what a batch run cannot use is refused before. */
@SparkTest
class ConnectorTypesTest {

  record Event(Integer id, String text) {}

  private static Dataset<Row> events(Dataset<Row> lines) {
    return lines.selectExpr("length(value) as id", "value as text");
  }

  /** Text files that come; there is no end of them. */
  record Feed(String path) implements UnboundedSource<Event> {
    @Override
    public Class<Event> type() {
      return Event.class;
    }

    @Override
    public String description() {
      return "feed";
    }

    @Override
    public Dataset<Row> readStream(StreamContext context) {
      return events(context.spark().readStream().text(path));
    }
  }

  /** The same files, which can also be read as far as they are there. */
  record Archive(String path) implements UnboundedSource<Event>, BoundedSource<Event> {
    @Override
    public Class<Event> type() {
      return Event.class;
    }

    @Override
    public String description() {
      return "archive";
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return events(spark.read().text(path));
    }

    @Override
    public Dataset<Row> readStream(StreamContext context) {
      return events(context.spark().readStream().text(path));
    }
  }

  /** Adds each epoch once, however often it comes. */
  record Ledger(InMemorySink<Event> kept, List<Epoch> epochs) implements EpochSink<Event> {
    @Override
    public Class<Event> type() {
      return Event.class;
    }

    @Override
    public String description() {
      return "ledger";
    }

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public Delivery delivery() {
      return Delivery.EXACTLY_ONCE;
    }

    @Override
    public Written write(Dataset<Row> rows, Epoch epoch) {
      if (epochs.contains(epoch)) {
        return Written.skipped("ledger", epoch + " is there already");
      }
      epochs.add(epoch);
      return kept.write(rows);
    }
  }

  /** Says no more than it has to. */
  record Silent() implements EpochSink<Event> {
    @Override
    public Class<Event> type() {
      return Event.class;
    }

    @Override
    public String description() {
      return "silent";
    }

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public Written write(Dataset<Row> rows, Epoch epoch) {
      return Written.to("silent");
    }
  }

  /** Replaces rows by key. */
  record Keyed(String... key) implements BatchSink<Event> {
    @Override
    public Class<Event> type() {
      return Event.class;
    }

    @Override
    public String description() {
      return "keyed";
    }

    @Override
    public WriteMode mode() {
      return WriteMode.upsert(key);
    }

    @Override
    public Written write(Dataset<Row> rows) {
      return Written.to("keyed");
    }
  }

  /** Delivers rows that are none, and did not say that it would. */
  record Undeclared() implements BoundedSource<Event> {
    @Override
    public Class<Event> type() {
      return Event.class;
    }

    @Override
    public String description() {
      return "undeclared";
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return spark.sql("select 1 as id, 'a' as text, 'raw' as " + MALFORMED);
    }
  }

  private final Ledger ledger = new Ledger(InMemory.sink(Event.class), new ArrayList<>());
  private final Pipeline pipeline = Pipeline.named("events");

  @Test
  void aSourceWithoutEndIsRefusedBeforeABatchRun(SparkKit kit) {
    pipeline.source("events", new Feed(kit.path("in"))).sink("kept", InMemory.sink(Event.class));

    assertThatThrownBy(() -> pipeline.run(kit.spark()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContainingAll(
            "stage 'events' (ConnectorTypesTest.java:",
            "a batch run reads its sources to their end, and feed has none",
            "take a source that is bounded, or run the pipeline as a stream");
  }

  @Test
  void aSourceWithoutEndIsFoundWithoutSpark() {
    pipeline.source("events", new Feed("in")).sink("kept", InMemory.sink(Event.class));

    assertThatThrownBy(pipeline::validate).hasMessageContaining("feed has none");
  }

  @Test
  void aStageOfASourceWithoutEndCannotBeCollected(SparkKit kit) {
    assertThatThrownBy(
        () -> pipeline.source("events", new Feed(kit.path("in"))).collect(kit.spark()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("feed has none");
  }

  @Test
  void aSourceThatIsBothIsReadToItsPresentEnd(SparkKit kit) {
    kit.file("in/1.txt", "a\nbb\n");

    assertThat(pipeline.source("events", new Archive(kit.path("in"))))
        .hasRows(new Event(1, "a"), new Event(2, "bb"));
  }

  @Test
  void aSinkForBatchesOfAStreamIsRefusedBeforeABatchRun() {
    pipeline.source("events", InMemory.rows(Event.class, List.of())).sink("ledger", ledger);

    assertThatThrownBy(pipeline::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContainingAll(
            "'ledger' (ConnectorTypesTest.java:",
            "a batch run cannot write to ledger, which takes only the batches of a stream",
            "take a sink for batches, or run the pipeline as a stream");
  }

  @Test
  void theSameSourceFeedsASinkOfEpochsOnceThoughEachIsRepeated(SparkKit kit) throws Exception {
    kit.file("in/1.txt", "a\nbb\n");
    Archive archive = new Archive(kit.path("in"));
    VoidFunction2<Dataset<Row>, Long> twice =
        (rows, id) -> {
          ledger.write(rows, new Epoch("events/ledger", id));
          ledger.write(rows, new Epoch("events/ledger", id));
        };

    archive
        .readStream(new StreamContext(kit.spark(), "events"))
        .writeStream()
        .foreachBatch(twice)
        .option("checkpointLocation", kit.path("checkpoint"))
        .trigger(Trigger.AvailableNow())
        .start()
        .awaitTermination();

    assertThatRows(Event.class, ledger.kept().rows())
        .hasRows(new Event(1, "a"), new Event(2, "bb"));
  }

  @Test
  void aSinkOfEpochsPromisesTheLeastUnlessItSaysMore() {
    assertThat(new Silent().delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
    assertThat(ledger.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
  }

  private Optional<String> problemOf(Sink<Event> sink, boolean required) {
    var events = pipeline.source("events", InMemory.rows(Event.class, List.of()));
    if (required) {
      events.clean("with id", c -> c.require("has an id", col(Event::id).isNotNull()))
          .sink("keyed", sink);
    } else {
      events.sink("keyed", sink);
    }
    try {
      pipeline.validate();
      return Optional.empty();
    } catch (PipelineException e) {
      return Optional.of(e.getMessage());
    }
  }

  @Test
  void aKeyThatMayBeNullIsRefused() {
    assertThat(problemOf(new Keyed("id"), false))
        .hasValueSatisfying(
            problem -> assertThat(problem)
                .contains(
                    "'keyed' (ConnectorTypesTest.java:",
                    "the key 'id' of Event may be NULL",
                    "in a clean stage before"));
  }

  @Test
  void aKeyThatIsRequiredBeforeIsRight() {
    assertThat(problemOf(new Keyed("id"), true)).isEmpty();
  }

  @Test
  void aKeyThatIsNoComponentIsRefused() {
    assertThat(problemOf(new Keyed("nr"), true))
        .hasValueSatisfying(
            problem -> assertThat(problem)
                .contains("the key 'nr' is no component of Event, which has [id, text]"));
  }

  @Test
  void aSourceThatRejectsAndDidNotSaySoFailsTheRun(SparkKit kit) {
    pipeline.source("events", new Undeclared()).sink("kept", InMemory.sink(Event.class));

    assertThatThrownBy(() -> pipeline.run(kit.spark()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContainingAll(
            "undeclared", "delivers the column __malformed, but its mayReject() is false");
  }
}
