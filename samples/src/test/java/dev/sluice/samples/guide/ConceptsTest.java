package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.RunReport;
import dev.sluice.Stage;
import dev.sluice.io.Files;
import dev.sluice.io.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.samples.docs.Output;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// spotless:off: set by hand, as the guide shows it
class ConceptsTest extends Shop {

  @Test
  void aPipelineFromSourceToSink(@TempDir Path folder) throws IOException {
    String in = folder + "/in";
    String out = folder + "/out";
    Pipeline write = Pipeline.named("write");
    write
        .source("orders", InMemory.rows(Order.class, ORDERS))
        .sink("orders", Files.parquet(Order.class, in + "/orders").overwrite());
    write.run(spark);

    // #region pipeline
    Pipeline pipeline = Pipeline.named("shop");

    Stage<Order> orders = pipeline.source("orders", Files.parquet(Order.class, in + "/orders"));
    CheckedStage<Order> valid = orders.clean("valid orders", rules -> rules
        .require("positive quantity", col(Order::quantity).gt(0)));

    valid.sink("valid_orders", Files.parquet(Order.class, out + "/valid_orders").overwrite());
    pipeline.quarantine(Files.json(Rejected.class, out + "/rejected").overwrite());

    RunReport report = pipeline.run(spark);
    // #endregion

    assertThat(report.sink("valid_orders").orElseThrow().rows()).hasValue(3);
    assertThat(report.sink("quarantine").orElseThrow().rows()).hasValue(1);
    Output.in("docs/guide/concepts.md", "describe")
        .shows(pipeline.describe().replace(folder.toString(), "/data"));
  }
}
// spotless:on
