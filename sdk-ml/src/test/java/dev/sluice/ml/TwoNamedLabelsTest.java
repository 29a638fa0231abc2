package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.train.Training;
import dev.sluice.ml.train.TrainingException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Labels that have names, of which there are but two. */
class TwoNamedLabelsTest {

  record Mail(String id, double capitals) {}

  record Read(Mail mail, String folder) {}

  record Guess(String id, String folder, double sure, double spam) {}

  private static final List<Read> READ =
      IntStream.range(0, 400)
          .mapToObj(i -> new Read(new Mail("m" + i, i % 40), i % 40 > 20 ? "spam" : "inbox"))
          .toList();

  private static Training<Read, Mail, Guess> training(String asked) {
    return Ml.model("mail", Features.of(Mail.class).number(Mail::capitals))
        .from(
            Pipeline.named("mail").source("read", InMemory.rows(Read.class, READ)), Read::mail)
        .label(Read::folder)
        .with(logistic().l2(1e-4))
        .output(
            o -> row(Guess::new).of(
                o.in(Mail::id), o.label(), o.probability(), o.probabilityOf(asked)));
  }

  @Test
  void eachIsGuessedWhereItIsLikelier() {
    Model<Mail, Guess> model = training("spam").fit(Clicks.spark());

    Guess spam = model.score(new Mail("a", 39));
    Guess inbox = model.score(new Mail("b", 0));

    assertThat(spam.folder()).isEqualTo("spam");
    assertThat(spam.sure()).isEqualTo(spam.spam()).isGreaterThan(0.9);
    assertThat(inbox.folder()).isEqualTo("inbox");
    assertThat(inbox.sure()).isCloseTo(1 - inbox.spam(), within(1e-12)).isGreaterThan(0.9);
  }

  @Test
  void aLabelThatNoRowHasIsRefused() {
    Training<Read, Mail, Guess> training = training("archive");

    assertThatThrownBy(() -> training.fit(Clicks.spark()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(
            "the output has the probability of 'archive', which no row that trains has as its label: they have [inbox, spam]");
  }
}
