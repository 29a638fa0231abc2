package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.Records.with;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.CheckedStage;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunFailedException;
import dev.sluice.run.RunReport;
import dev.sluice.run.StageReport;
import dev.sluice.samples.docs.Output;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class CleaningTest extends Shop {

  @Test
  void rulesAndFixes(SparkSession spark) throws IOException {
    // #region clean
    CheckedStage<Order> valid = orders.clean("valid orders", rules -> rules
        .keepFirst(desc(Order::placedAt)).per(Order::orderId)
        .trim(Order::note)
        .fill(Order::discount).with(0.0)
        .set(Order::note).to(col(Order::note).lower())
        .require("positive quantity", col(Order::quantity).gt(0))
        .requireUnlessNull("discount below half", col(Order::discount).lt(0.5))
        .warn("has a note", col(Order::note).isNotNull().and(col(Order::note).ne("")))
        .rejectAtMostShare(0.6));
    // #endregion

    var sink = InMemory.sink(Order.class);
    var quarantine = InMemory.sink(Rejected.class);
    // #region quarantine
    valid.sink("valid_orders", sink);
    pipeline.quarantine(quarantine);

    RunReport report = pipeline.run(spark);
    StageReport stage = report.stage("valid orders").orElseThrow();
    boolean allAccountedFor = stage.conserved();     // rows in = accepted + rejected + dropped
    // #endregion

    assertThat(allAccountedFor).isTrue();
    assertThat(report).succeeded().isConserved();
    assertThatRows(Order.class, sink.rows())
        .hasRows(
            with(ORDERS.get(0)).set(Order::discount).to(0.0).set(Order::note).to("gift").build(),
            ORDERS.get(2));
    assertThat(valid)
        .rejects(ORDERS.get(1)).because("discount below half")
        .rejects(ORDERS.get(3)).because("positive quantity")
        .hasRejectedCount(2);
    assertThatRows(Rejected.class, quarantine.rows()).hasCount(2);
    Output.in("docs/guide/cleaning.md", "report").shows(stages(report));
  }

  private static String stages(RunReport report) {
    String text = report.toText();
    String from = text.substring(text.indexOf("Stage "));
    return from.substring(0, from.indexOf("\n\n"));
  }

  @Test
  void rejectedRowsAsAStage(SparkSession spark) {
    CheckedStage<Order> valid =
        orders.clean(
            "valid orders",
            rules -> rules.require("positive quantity", col(Order::quantity).gt(0)));

    // #region rejected
    Stage<Rejected> rejected = valid.rejected();
    // #endregion

    assertThat(valid).rejects(ORDERS.get(3)).because("positive quantity");
    assertThat(rejected.collect(spark))
        .extracting(Rejected::reasons)
        .containsExactly(List.of("positive quantity"));
  }

  @Test
  void aLimit(SparkSession spark) throws IOException {
    orders
        .clean(
            "valid orders",
            rules -> rules.require("positive quantity", col(Order::quantity).gt(0)).rejectAtMost(0))
        .sink("valid_orders", InMemory.sink(Order.class));

    var failure = assertThrows(RunFailedException.class, () -> pipeline.run(spark));

    Output.in("docs/guide/cleaning.md", "limit").shows(failure.getMessage());
  }
}
// @formatter:on
