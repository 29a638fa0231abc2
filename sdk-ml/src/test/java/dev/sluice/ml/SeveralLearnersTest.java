package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;
import static dev.sluice.ml.train.Learners.randomForest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ml.score.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several learners are tried, and the best is taken. */
class SeveralLearnersTest {

  private static final List<Clicks.Click> CLICKS = Clicks.of(1_500, 23);

  @Test
  void theCardListsTheLossOfEach() {
    Model<Clicks.Impression, Clicks.Ctr> model =
        Clicks.training(CLICKS)
            .with(
                logistic().l2(1e-4).iterations(4),
                logistic().l2(1e-2).iterations(4),
                logistic().l2(1).iterations(4),
                randomForest().trees(4).depth(3))
            .output(
                o -> row(Clicks.Ctr::new).of(
                    o.in(Clicks.Impression::id), o.probability(), o.decision(0.3),
                    o.reasons(3)))
            .fit(Clicks.spark());
    Map<String, String> about = model.card().about();

    assertThat(about).hasEntrySatisfying(
        "tried random forest, 4 trees, at most 3 deep, at least 10 rows in a leaf, each of 1.0 of the rows",
        loss -> assertThat(loss).matches("loss 0\\.\\d+ in 3 parts"));
    assertThat(about.keySet()).filteredOn(what -> what.startsWith("tried logistic")).hasSize(3);
    assertThat(about.keySet().stream().filter(what -> what.startsWith("tried "))
        .min(Comparator.comparing(what -> about.get(what))))
        .hasValue("tried " + about.get("learned by"));
  }

  @Test
  void aForestSaysWhy() {
    Model<Clicks.Impression, Clicks.Ctr> model =
        Clicks.training(CLICKS)
            .with(randomForest().trees(4).depth(3))
            .output(
                o -> row(Clicks.Ctr::new).of(
                    o.in(Clicks.Impression::id), o.probability(), o.decision(0.3),
                    o.reasons(3)))
            .fit(Clicks.spark());

    assertThat(model.score(CLICKS.get(0).impression()).why()).hasSize(3);
    assertThat(model.card().weights()).isNotEmpty();
  }
}
