package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.io.format.Formats;
import dev.sluice.io.format.InDoubt;
import dev.sluice.io.format.JsonFormat;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RuleCount;
import dev.sluice.run.SourceReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JSON objects that can be read, and lose something. */
@SparkTest
class JsonDoubtsTest {

  record Part(String name) {}

  record Item(String name, Part part) {}

  private static final JsonFormat<Item> JSON = Formats.json(Item.class);

  private final SparkKit kit;

  JsonDoubtsTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private List<Rejected> rejected(JsonFormat<Item> format, String... texts) {
    return kit.source(InMemory.texts(format, List.of(texts))).rejected().collect(kit.spark());
  }

  @Test
  void objectsMayHaveMoreAndLessThanTheRecordUnlessSaidOtherwise() {
    assertThat(
        kit.source(
            InMemory.texts(JSON, List.of("{\"other\":1}", "{}", "{\"name\":{\"a\":1}}"))))
        .hasRows(new Item(null, null), new Item(null, null), new Item("{\"a\":1}", null));
  }

  @Test
  void strictlyReadNothingIsLost() {
    assertThat(
        rejected(
            JSON.strict(),
            "{\"name\":\"good\"}",
            "{\"name\":\"renamed part\",\"parts\":{}}",
            "{\"NAME\":\"case\"}",
            "{}", // a row without values, as the writer writes it
            "{\"name\":[1]}",
            "{\"name\":\"x\",\"part\":{\"name\":\"y\",\"size\":1}}",
            "{\"part\":{}}",
            "{\"name\":1.10}"))
        .extracting(Rejected::row, Rejected::reasons)
        .containsExactlyInAnyOrder(
            tuple(
                "{\"name\":\"renamed part\",\"parts\":{}}",
                List.of("has the field 'parts', which Item does not have")),
            tuple(
                "{\"NAME\":\"case\"}", List.of("has the field 'NAME', which Item does not have")),
            tuple("{\"name\":[1]}", List.of("component 'name' '[1]' is no text")),
            tuple(
                "{\"name\":\"x\",\"part\":{\"name\":\"y\",\"size\":1}}",
                List.of("component 'part' has the field 'size', which Part does not have")));
  }

  @Test
  void fieldsThatMayBeNullMayHaveToBeThere() {
    assertThat(
        rejected(
            JSON.missingFields(InDoubt.REJECT),
            "{\"name\":\"a\"}",
            "{\"name\":\"a\",\"part\":null}",
            "{}"))
        .flatExtracting(Rejected::reasons)
        .containsExactlyInAnyOrder("component 'part' is missing", "component 'name' is missing");
  }

  @Test
  void aDoubtMayOnlyBeLogged() {
    try (CapturedLog log = CapturedLog.debugging("dev.sluice.spark.rows.TaskWarnings")) {
      assertThat(
          kit.source(
              InMemory.texts(
                  JSON.unknownFields(InDoubt.WARN).structuresAsText(InDoubt.WARN),
                  List.of("{\"name\":\"a\",\"x\":1}", "{\"name\":\"b\",\"x\":2}"))))
          .hasRows(new Item("a", null), new Item("b", null));
      assertThat(log.texts()).anyMatch(text -> text.contains("has the field 'x', which Item"));
    }
  }

  @Test
  void theReportSaysHowManyRowsAreDoubtful() {
    kit.source(
        InMemory.texts(
            JSON.unknownFields(InDoubt.WARN).missingFields(InDoubt.WARN),
            List.of(
                "{\"name\":\"a\",\"part\":null,\"x\":1,\"y\":2}",
                "{\"name\":\"b\",\"z\":1}",
                "{\"name\":\"c\",\"part\":null}",
                "{\"x\":1,")))
        .sink("items", InMemory.sink(Item.class));

    SourceReport report = kit.pipeline().run(kit.spark()).sources().get(0);

    assertThat(report.rows()).hasValue(4);
    assertThat(report.malformed()).hasValue(1);
    assertThat(report.doubtful())
        .containsExactly(
            RuleCount.of("a field that the record does not have", 2),
            RuleCount.of("no field for a component", 1));
  }

  @Test
  void aDoubtMayFailTheRun() {
    assertThatThrownBy(
        () -> kit.source(
            InMemory.texts(JSON.unknownFields(InDoubt.FAIL), List.of("{\"x\":1}")))
            .collect(kit.spark()))
        .hasStackTraceContaining("json: an object has the field 'x', which Item does not have");
  }
}
