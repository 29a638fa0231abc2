package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.samples.docs.Output;
import dev.sluice.testkit.SparkKit;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class ConceptsTest extends Shop {

  @Test
  void aPipelineFromSourceToSink(SparkKit kit, SparkSession spark) throws IOException {
    String in = kit.path("in");
    String out = kit.path("out");
    kit.rows(Order.class, ORDERS)
        .sink("orders", Files.parquet(Order.class, in + "/orders").overwrite());
    kit.pipeline().run(spark);

    // #region pipeline
    Pipeline pipeline = Pipeline.named("shop");

    Stage<Order> orders = pipeline.source("orders", Files.parquet(Order.class, in + "/orders"));
    CheckedStage<Order> valid = orders.clean("valid orders", rules -> rules
        .require("positive quantity", col(Order::quantity).gt(0)));

    valid.sink("valid_orders", Files.parquet(Order.class, out + "/valid_orders").overwrite());
    pipeline.quarantine(Files.json(Rejected.class, out + "/rejected").overwrite());

    RunReport report = pipeline.run(spark);
    // #endregion

    assertThat(report)
        .succeeded()
        .wroteRows("valid_orders", 3)
        .wroteRows("quarantine", 1)
        .isConserved();
    Output.in("docs/guide/concepts.md", "describe")
        .shows(pipeline.describe().replace(kit.directory().toString(), "/data"));
  }
}
// @formatter:on
