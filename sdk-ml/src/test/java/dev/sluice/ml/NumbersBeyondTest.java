package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.generalized;
import static dev.sluice.ml.train.Learners.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.ml.evaluate.Shadow;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.NotScorableException;
import dev.sluice.ml.train.Family;
import dev.sluice.ml.train.Learner;
import dev.sluice.ml.train.TrainingException;
import dev.sluice.quality.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Labels and scores that are no numbers any more. */
class NumbersBeyondTest {

  record Shop(String id, double size) {}

  record Sales(Shop shop, double sold) {}

  record Expected(String id, double sold) {}

  private static final Model<Shop, Expected> GROWING =
      model(sales(), generalized(Family.poisson()));

  private static List<Sales> sales() {
    return IntStream.range(0, 200)
        .mapToObj(i -> new Sales(new Shop("s" + i, i % 10), i % 10 + i % 3))
        .toList();
  }

  private static Model<Shop, Expected> model(List<Sales> sales, Learner.OfNumbers learner) {
    return Ml.model("sales", Features.of(Shop.class).number(Shop::size).anyRange())
        .from(
            Pipeline.named("sales").source("sales", InMemory.rows(Sales.class, sales)),
            Sales::shop)
        .label(Sales::sold)
        .with(learner)
        .output(o -> row(Expected::new).of(o.in(Shop::id), o.prediction()))
        .fit(Clicks.spark());
  }

  @Test
  void aLabelThatIsNoFiniteNumberIsRefusedInWords() {
    List<Sales> sales = new ArrayList<>(sales());
    sales.add(new Sales(new Shop("a", 1), Double.NaN));
    sales.add(new Sales(new Shop("b", 1), Double.POSITIVE_INFINITY));

    assertThatThrownBy(() -> model(sales, linear()))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "model 'sales' cannot be trained:%n  - the label of 2 rows is no finite number, but NaN or infinite: leave them out by a filter or a rule, or say what they are"
                .formatted());
  }

  @Test
  void aScoreBeyondAllNumbersIsRejectedAlikeInJavaAndInAStage() {
    Shop usual = new Shop("usual", 5);
    Shop far = new Shop("far", 1e9);
    CheckedStage<Shop> shops =
        Pipeline.named("shops").source("shops", InMemory.rows(Shop.class, List.of(usual, far)));
    Pipeline pipeline = shops.pipeline();
    InMemorySink<Expected> scores = InMemory.sink(Expected.class);
    InMemorySink<Rejected> rejected = InMemory.sink(Rejected.class);
    shops.score("expected", GROWING).sink("scores", scores);
    pipeline.quarantine(rejected);
    pipeline.run(Clicks.spark());

    assertThat(scores.rows()).containsExactly(GROWING.score(usual));
    assertThat(rejected.rows()).extracting(Rejected::reasons)
        .containsExactly(List.of(Scorer.OVERFLOW));
    assertThat(GROWING.problems(usual)).isEmpty();
    assertThatThrownBy(() -> GROWING.score(far))
        .isInstanceOf(NotScorableException.class)
        .hasMessageContaining("the score is a finite number");
  }

  @Test
  void aCandidateWhoseScoreIsBeyondAllNumbersHasNone() {
    ModelDocument d = GROWING.document();
    Model<Shop, Expected> model =
        Model.of(
            new ModelDocument(
                d.format(), d.name(), d.created(), d.task(), d.signature(), d.encodings(),
                new LinearHead(LinearHead.Link.IDENTITY, 1, new double[d.head().width()]),
                d.labels(), d.calibration(), d.cells(), d.card(), List.of()),
            Shop.class,
            Expected.class,
            "memory");
    CheckedStage<Shop> shops =
        Pipeline.named("shops")
            .source(
                "shops",
                InMemory.rows(Shop.class, List.of(new Shop("usual", 5), new Shop("far", 1e9))));
    shops.score("expected", model.shadow(GROWING)).sink("all", InMemory.sink(Expected.class));

    Shadow shadow =
        model.shadow(GROWING).in(shops.pipeline().run(Clicks.spark()), "expected").orElseThrow();

    assertThat(shadow.rows()).isEqualTo(1);
    assertThat(shadow.notScored()).isEqualTo(1);
    assertThat(shadow.difference()).isLessThan(10);
  }
}
