package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.CleanRules;
import dev.sluice.run.RunFailedException;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Names with line ends and signs that control terminals, in every text that shows them. */
@SparkTest
class ForgedLinesTest {

  record Item(int id) {}

  private static final String FORGED = "x\nFORGED  ok\r\u001b[2J\u0085\u2028FORGED\u202e";

  private static Pipeline pipeline(UnaryOperator<CleanRules<Item>> rules) {
    Pipeline pipeline = Pipeline.named(FORGED);
    pipeline
        .source(FORGED + 1, InMemory.rows(Item.class, List.of(new Item(1), new Item(2))))
        .clean(FORGED + 2, rules)
        .named(FORGED + 3)
        .sink(FORGED + 4, InMemory.sink(Item.class));
    return pipeline;
  }

  private static void hasNoForgedLine(String text) {
    assertThat(text.lines()).noneMatch(line -> line.stripLeading().startsWith("FORGED"));
    assertThat(text).doesNotContain("\u001b", "\r", "\u0085", "\u2028", "\u202e");
  }

  @Test
  void plansAndReportsHaveNone(SparkKit kit) {
    Pipeline pipeline = pipeline(c -> c.require(FORGED, col(Item::id).gt(1)));
    var report = pipeline.run(kit.spark());

    hasNoForgedLine(pipeline.describe());
    hasNoForgedLine(pipeline.toMermaid());
    hasNoForgedLine(report.toText());
    assertThat(report.toJson()).doesNotContain("\u001b", "\r", "x\nFORGED");
  }

  @Test
  void aLimitThatIsExceededHasNone(SparkKit kit) {
    Pipeline pipeline = pipeline(c -> c.require(FORGED, col(Item::id).gt(1)).rejectAtMost(0));

    RunFailedException failure =
        catchThrowableOfType(RunFailedException.class, () -> pipeline.run(kit.spark()));

    hasNoForgedLine(failure.getMessage());
    hasNoForgedLine(failure.report().toText());
  }
}
