package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.expr.StrExpr;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.train.Learners;
import dev.sluice.ml.train.Modelling;
import dev.sluice.ml.train.Training;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot stand in a model's output is said by {@code validate}, without Spark. */
class OutputProblemsTest {

  record Visit(String id, String site) {}

  record Outcome(Visit visit, boolean bought) {}

  record Answer(String id, double probability) {}

  private final Pipeline pipeline = Pipeline.named("visits");

  private Modelling.Rows<Outcome, Visit> rows() {
    return Ml.model("buyers", Features.of(Visit.class).category(Visit::site))
        .from(
            pipeline.source("visits", InMemory.rows(Outcome.class, List.of())), Outcome::visit);
  }

  private void refused(Training<Outcome, Visit, Answer> training, String problem) {
    training.sink("model", "none.json");

    assertThatThrownBy(pipeline::validate)
        .isInstanceOf(PipelineException.class)
        .satisfies(
            refusal -> assertThat(refusal.getMessage())
                .contains("OutputProblemsTest.java:", problem));
  }

  @Test
  void whatIsComputedStandsBehindTheModel() {
    refused(
        rows().label(Outcome::bought).with(Learners.logistic())
            .output(o -> row(Answer::new).of(StrExpr.of(o.in(Visit::id)).trim(), o.probability())),
        "a model's output takes o.in(…) and scores as they are, not trim(id)");
  }

  @Test
  void aLambdaNamesNoComponent() {
    refused(
        rows().label(Outcome::bought).with(Learners.logistic())
            .output(o -> row(Answer::new).of(o.in(visit -> visit.id()), o.probability())),
        "a lambda has no column name: write a method reference");
  }
}
