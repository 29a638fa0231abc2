package dev.sluice.spark.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedStagesTest {

  record Item(int id) {}

  private static Plan doubled(int times) {
    Pipeline pipeline = Pipeline.named("doubled");
    Stage<Item> stage = pipeline.source("items", InMemory.rows(Item.class, List.of(new Item(1))));
    for (int i = 0; i < times; i++) {
      stage = stage.union(stage);
    }
    stage.sink("out", InMemory.sink(Item.class));
    return pipeline.plan();
  }

  @Test
  void aPlanThatDoublesTenTimesIsAdvisedAgainst() {
    assertThat(RepeatedStages.advice(doubled(10)))
        .singleElement()
        .asString()
        .startsWith("Stage items (RepeatedStagesTest.java:")
        .contains("stands 1024 times in the plan of sink out");
  }

  @Test
  void countingDoesNotOverflow() {
    assertThat(RepeatedStages.advice(doubled(80))).singleElement().asString().contains("92233720");
  }

  @Test
  void aFewRepetitionsAreNoMatter() {
    assertThat(RepeatedStages.advice(doubled(5))).isEmpty();
  }
}
