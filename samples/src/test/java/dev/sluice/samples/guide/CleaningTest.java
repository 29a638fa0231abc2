package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.CheckedStage;
import dev.sluice.RunFailedException;
import dev.sluice.RunReport;
import dev.sluice.Stage;
import dev.sluice.StageReport;
import dev.sluice.io.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.docs.Output;
import java.io.IOException;
import org.junit.jupiter.api.Test;

// spotless:off: set by hand, as the guide shows it
class CleaningTest extends Shop {

  @Test
  void rulesAndFixes() throws IOException {
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
    assertThat(sink.rows()).extracting(Order::orderId).containsExactlyInAnyOrder(1L, 3L);
    assertThat(quarantine.rows()).hasSize(2);
    Output.in("docs/guide/cleaning.md", "report").shows(stages(report));
  }

  private static String stages(RunReport report) {
    String text = report.toText();
    String from = text.substring(text.indexOf("Stage "));
    return from.substring(0, from.indexOf("\n\n"));
  }

  @Test
  void rejectedRowsAsAStage() {
    CheckedStage<Order> valid =
        orders.clean(
            "valid orders",
            rules -> rules.require("positive quantity", col(Order::quantity).gt(0)));

    // #region rejected
    Stage<Rejected> rejected = valid.rejected();
    // #endregion

    assertThat(rejected.collect(spark))
        .extracting(Rejected::reasons)
        .containsExactly(java.util.List.of("positive quantity"));
  }

  @Test
  void aLimit() throws IOException {
    orders
        .clean(
            "valid orders",
            rules -> rules.require("positive quantity", col(Order::quantity).gt(0)).rejectAtMost(0))
        .sink("valid_orders", InMemory.sink(Order.class));

    var failure = assertThrows(RunFailedException.class, () -> pipeline.run(spark));

    Output.in("docs/guide/cleaning.md", "limit").shows(failure.getMessage());
  }
}
// spotless:on
