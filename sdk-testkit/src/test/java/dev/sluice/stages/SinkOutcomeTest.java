package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.SinkReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sink wrote, or why it wrote nothing, is in the report. */
@SparkTest
class SinkOutcomeTest {

  record Item(int id) {}

  /** A store that counts for itself. */
  record Counting(Written written) implements BatchSink<Item> {
    @Override
    public Class<Item> type() {
      return Item.class;
    }

    @Override
    public String description() {
      return "counting store";
    }

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public Written write(Dataset<Row> rows) {
      rows.write().format("noop").mode("overwrite").save();
      return written;
    }
  }

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private RunReport runInto(BatchSink<Item> sink) {
    kit.rows(Item.class, new Item(1), new Item(2)).sink("items", sink);
    return kit.pipeline().run(kit.spark());
  }

  private static SinkReport of(RunReport report) {
    return report.sink("items").orElseThrow();
  }

  private RunReport ofASecondRun() {
    runInto(Files.parquet(Item.class, kit.path("out")).ignoreIfExists());
    return kit.pipeline().run(kit.spark());
  }

  @Test
  void aSinkThatLeftAloneWhatIsThereSaysWhy() {
    SinkReport sink = of(ofASecondRun());

    assertThat(sink.status()).isEqualTo(RunStatus.SKIPPED);
    assertThat(sink.skipped())
        .hasValue("there is something at %s already".formatted(kit.path("out")));
  }

  @Test
  void theReasonIsShownToPeople() {
    assertThat(ofASecondRun().toText())
        .contains("\nSink items skipped: there is something at " + kit.path("out"));
  }

  @Test
  void theReasonAndThePlaceAreInTheJson() throws Exception {
    JsonNode sink = new ObjectMapper().readTree(ofASecondRun().toJson()).get("sinks").get(0);

    assertThat(sink.get("skipped").textValue()).startsWith("there is something at ");
    assertThat(sink.get("location").textValue()).isEqualTo(kit.path("out"));
  }

  @Test
  void aSkippedSinkWroteZeroOfEverything() {
    SinkReport sink = of(ofASecondRun());

    assertThat(sink.rows()).hasValue(0);
    assertThat(sink.files()).hasValue(0);
    assertThat(sink.bytes()).hasValue(0);
  }

  @Test
  void aSinkThatWroteHasNoReason() {
    SinkReport sink = of(runInto(InMemory.sink(Item.class)));

    assertThat(sink.skipped()).isEmpty();
    assertThat(sink.rows()).hasValue(2);
  }

  @Test
  void whatTheSinkItselfCountedGoesBeforeWhatSparkDid() {
    Written written = Written.to("store/items").withRows(7).withFiles(3).withBytes(99);

    SinkReport sink = of(runInto(new Counting(written)));

    assertThat(sink.location()).hasValue("store/items");
    assertThat(sink.rows()).hasValue(7);
    assertThat(sink.files()).hasValue(3);
    assertThat(sink.bytes()).hasValue(99);
  }

  @Test
  void whatTheSinkDoesNotKnowSparkKnows() {
    SinkReport sink = of(runInto(new Counting(Written.to("store/items").withBytes(99))));

    assertThat(sink.rows()).isEqualTo(OptionalLong.of(2));
  }

  @Test
  void aTestCanAssertThatASinkWrote() {
    assertThat(runInto(InMemory.sink(Item.class))).wrote("items");
  }

  @Test
  void aTestCanAssertThatASinkSkipped() {
    assertThat(ofASecondRun()).skipped("items");
  }

  @Test
  void anAssertionThatASinkWroteSaysWhyItDidNot() {
    RunReport report = ofASecondRun();

    assertThatThrownBy(() -> assertThat(report).wrote("items"))
        .hasMessageContaining(
            "expected sink 'items' to be SUCCEEDED, it is SKIPPED: there is something at ");
  }

  @Test
  void anAssertionThatASinkSkippedFailsIfItWrote() {
    RunReport report = runInto(InMemory.sink(Item.class));

    assertThatThrownBy(() -> assertThat(report).skipped("items"))
        .hasMessageContaining("expected sink 'items' to be SKIPPED, it is SUCCEEDED");
  }
}
