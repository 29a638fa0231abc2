package dev.sluice.spark.run;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.count;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.udf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.expr.Udf;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.InMemory;
import dev.sluice.plan.PlanNode;
import dev.sluice.quality.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which stages of a plan are computed once for several sinks. */
class SharedStagesTest {

  record Item(int id, String name) {}

  record Count(String name, long items) {}

  record Name(String name) {}

  private final Pipeline pipeline = Pipeline.named("shares");
  private int sinks;

  @Test
  void aCostlyStageOfSeveralSinksIsShared() {
    Stage<Count> counts = to(counts(items()).named("counts"));
    to(counts);

    assertThat(shared()).containsExactly("counts");
  }

  @Test
  void aStageUnderTwoNamesIsOneStage() {
    Stage<Count> counts = to(counts(items()));
    to(counts.named("counts"));
    to(counts.named("counts again").filter(col(Count::items).gt(1L)));

    assertThat(shared()).containsExactly("aggregate Count");
  }

  @Test
  void aStageOfOneSinkIsNot() {
    to(counts(items()));

    assertThat(shared()).isEmpty();
  }

  @Test
  void filtersAndProjectionsOverAScanAreNot() {
    Stage<Item> cheap = items().filter(col(Item::id).gt(1));
    to(cheap);
    to(cheap);

    assertThat(shared()).isEmpty();
  }

  @Test
  void aSourceThatParsesTextIsCostlyByItself() {
    Stage<Item> lines = pipeline.source("lines", Files.csv(Item.class, "lines.csv"));
    to(lines.filter(col(Item::id).gt(1)));
    to(lines.filter(col(Item::id).gt(2)));

    assertThat(shared()).containsExactly("lines");
  }

  @Test
  void theLastStageBeforeTheBranchesIsSharedNotThoseBeforeIt() {
    Stage<Count> filtered = counts(items()).filter(col(Count::items).gt(1L)).named("filtered");
    to(filtered.limit(1));
    to(filtered);

    assertThat(shared()).containsExactly("filtered");
  }

  @Test
  void aCheapStageOverASharedOneIsNotSharedAgain() {
    Stage<Count> counts = to(counts(items()).named("counts"));
    Stage<Count> filtered = counts.filter(col(Count::items).gt(1L)).named("filtered");
    to(filtered);
    to(filtered);

    assertThat(shared()).containsExactly("counts");
  }

  @Test
  void aCostlyStageOverASharedOneIsSharedToo() {
    Stage<Count> counts = to(counts(items()).named("counts"));
    Stage<Count> unique = to(counts.dedupe(Count::items).named("unique"));
    to(unique);

    assertThat(shared()).containsExactly("counts", "unique");
  }

  @Test
  void aDiamondWithinOneSinkIsLeftToSpark() {
    Stage<Count> counts = counts(items());
    to(counts.filter(col(Count::items).gt(1L)).union(counts));

    assertThat(shared()).isEmpty();
  }

  @Test
  void aDiamondOfSeveralSinksSharesItsTopAndItsBottom() {
    Stage<Count> top = counts(items()).named("top");
    Stage<Count> bottom =
        top.filter(col(Count::items).gt(1L)).union(top.filter(col(Count::items).le(1L)));
    Stage<Count> unique = to(bottom.distinct().named("bottom"));
    to(unique);
    to(top);

    assertThat(shared()).containsExactly("top", "bottom");
  }

  @Test
  void theRejectedRowsOfAStageAreNoUseOfIt() {
    CheckedStage<Item> clean = items().clean("clean", c -> c.dedupe(Item::id));
    to(clean);
    clean.rejected().sink("rejected", InMemory.sink(Rejected.class));

    assertThat(shared()).isEmpty();
  }

  @Test
  void aLimitIsKeptForTheRejectedRowsAfterIt() {
    CheckedStage<Item> clean =
        items().limit(3).named("some").clean("clean", c -> c.dedupe(Item::id));
    to(clean);
    clean.rejected().sink("rejected", InMemory.sink(Rejected.class));

    assertThat(shared()).containsExactly("some");
  }

  @Test
  void whatAFunctionOfTheUsersMakesIsKeptForTheRejectedRowsAfterIt() {
    CheckedStage<Item> clean =
        items()
            .transform("anything", Item.class, rows -> rows)
            .clean("clean", c -> c.dedupe(Item::id));
    to(clean);
    clean.rejected().sink("rejected", InMemory.sink(Rejected.class));

    assertThat(shared()).containsExactly("anything");
  }

  @Test
  void aUsersFunctionIsCostlyWhereverItStands() {
    Udf<String, String> slow = udf("slow", String.class, String.class, String::strip);
    Stage<Name> selected =
        to(items().select(row(Name::new).of(slow.call(col(Item::name)))).named("selected"));
    to(selected);
    Stage<Item> filtered = to(items().filter(slow.call(col(Item::name)).eq("x")).named("filtered"));
    to(filtered);

    assertThat(shared()).containsExactly("selected", "filtered");
  }

  @Test
  void anyRowsOfALimitAreTheSameForAllSinks() {
    Stage<Item> some = to(items().limit(3).named("some"));
    to(some);

    assertThat(shared()).containsExactly("some");
  }

  private CheckedStage<Item> items() {
    return pipeline.source("items", InMemory.rows(Item.class, List.of()));
  }

  private static Stage<Count> counts(Stage<Item> items) {
    return items.groupBy(Item::name).aggregate(row(Count::new).of(key(Item::name), count()));
  }

  private <T extends Record> Stage<T> to(Stage<T> stage) {
    @SuppressWarnings("unchecked") // a stage's node has the record T
    Class<T> type = (Class<T>) stage.node().origin().record();
    return stage.sink("sink " + sinks++, InMemory.sink(type));
  }

  private List<String> shared() {
    return SharedStages.of(pipeline.plan()).stream().map(PlanNode::name).toList();
  }
}
