package dev.sluice.testkit;

import static dev.sluice.Dsl.col;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.run.RuleCount;
import dev.sluice.run.RunReport;
import dev.sluice.run.RunStatus;
import dev.sluice.run.StageReport;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@SparkTest
class RunReportAssertTest {

  record Order(long orderId, Integer quantity) {}

  private static String firstLine(ThrowingCallable assertion) {
    Throwable thrown = catchThrowable(assertion);
    assertThat(thrown).isInstanceOf(AssertionError.class);
    return thrown.getMessage().lines().findFirst().orElseThrow();
  }

  private static RunReport run(SparkKit kit, InMemorySink<Order> sink) {
    kit.allowingMalformed()
        .json(
            Order.class,
            """
            {"orderId": 1, "quantity": 2}
            {"orderId": 1, "quantity": 2}
            {"orderId": 2, "quantity": 0}
            {"orderId": "x"}
            {"orderId": 3}
            """)
        .clean(
            "valid orders",
            c -> c.dedupe(Order::orderId).require("positive quantity", col(Order::quantity).gt(0)))
        .sink("good", sink);
    return kit.pipeline().run(kit.spark());
  }

  @Test
  void assertsWhatARunDid(SparkKit kit) {
    InMemorySink<Order> sink = InMemory.sink(Order.class);
    assertThat(run(kit, sink))
        .succeeded()
        .readRows("Order", 5)
        .readOnce("Order")
        .malformedRows("Order", 1)
        .receivedRows("valid orders", 4)
        .acceptedRows("valid orders", 1)
        .rejectedRows("valid orders", 2)
        .rejectedRows("valid orders", "positive quantity", 2)
        .droppedRows("valid orders", "duplicate orderId", 1)
        .wroteRows("good", 1)
        .isConserved();
    assertThatRows(Order.class, sink.rows()).hasRows(new Order(1, 2));
  }

  @Test
  void saysWhatWasFoundAndShowsTheReport(SparkKit kit) {
    RunReport report = run(kit, InMemory.sink(Order.class));
    Throwable thrown = catchThrowable(() -> assertThat(report).wroteRows("good", 2));
    assertThat(thrown)
        .hasMessage(
            "run of pipeline 'test': rows written to sink 'good': expected 2, found 1\n\n"
                + report.toText());
    assertThat(firstLine(() -> assertThat(report).receivedRows("valid orders", 5)))
        .isEqualTo(
            "run of pipeline 'test': rows received by stage 'valid orders': expected 5, found 4");
    assertThat(firstLine(() -> assertThat(report).readRows("orders", 5)))
        .isEqualTo("run of pipeline 'test': there is no source 'orders', only ['Order']");
    assertThat(firstLine(() -> assertThat(report).rejectedRows("valid orders", "positve", 1)))
        .isEqualTo(
            "run of pipeline 'test': there is no rule 'positve', only ['positive quantity']");
    assertThat(firstLine(() -> assertThat(report).hasStatus(RunStatus.FAILED)))
        .isEqualTo("run of pipeline 'test': expected the run to be FAILED, it is SUCCEEDED");
  }

  @Test
  void saysThatASourceIsReadAgainForEachSink(SparkKit kit) {
    kit.rows(Order.class, new Order(1, 2), new Order(2, 3))
        .toDataset(kit.spark())
        .write()
        .parquet(kit.path("orders"));
    Stage<Order> orders = kit.source(Files.parquet(Order.class, kit.path("orders")));
    orders.filter(col(Order::quantity).gt(2)).sink("many", InMemory.sink(Order.class));
    orders.filter(col(Order::quantity).lt(3)).sink("few", InMemory.sink(Order.class));
    RunReport report = kit.pipeline().run(kit.spark());
    assertThat(firstLine(() -> assertThat(report).readOnce("Order")))
        .isEqualTo("run of pipeline 'test': readings of source 'Order': expected 1, found 2");
  }

  @Test
  void aNumberThatIsNotKnownIsNeverRight() {
    RunReport report = report(stage(OptionalLong.empty(), 2, 0));
    assertThat(firstLine(() -> assertThat(report).isConserved()))
        .isEqualTo(
            "run of pipeline 'p': rows of stage 's' are not all accounted for: a number that is"
                + " not known in, 2 accepted, 0 rejected, 0 dropped");
  }

  @Test
  void rowsThatVanishAreNotConserved() {
    assertThat(report(stage(OptionalLong.of(3), 2, 1))).isConserved();
    assertThat(firstLine(() -> assertThat(report(stage(OptionalLong.of(3), 2, 0))).isConserved()))
        .contains("3 in, 2 accepted, 0 rejected, 0 dropped");
  }

  private static StageReport stage(OptionalLong in, long accepted, long rejected) {
    return new StageReport(
        "s",
        in,
        OptionalLong.of(accepted),
        OptionalLong.of(rejected),
        List.of(RuleCount.of("r", rejected)),
        List.of(),
        List.of(),
        List.of());
  }

  private static RunReport report(StageReport stage) {
    return new RunReport(
        "p",
        "1",
        RunStatus.SUCCEEDED,
        Instant.EPOCH,
        1,
        List.of(),
        List.of(stage),
        List.of(),
        List.of());
  }

  @Test
  void withoutAStageWithRulesNothingIsConserved(SparkKit kit) {
    kit.rows(Order.class, new Order(1, 2)).sink("all", InMemory.sink(Order.class));
    RunReport report = kit.pipeline().run(kit.spark());

    assertThat(firstLine(() -> assertThat(report).isConserved()))
        .contains("there is no stage with rules");
  }
}
