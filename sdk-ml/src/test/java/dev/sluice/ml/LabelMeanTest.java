package dev.sluice.ml;

import static dev.sluice.Dsl.row;
import static dev.sluice.ml.train.Learners.logistic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.PipelineException;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.LabelMeanEncoding;
import dev.sluice.ml.score.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A category of thousands of levels as the mean of its label, cross-fitted. */
class LabelMeanTest {

  record Visit(String noise, String shop, double hint) {}

  record Sale(Visit visit, boolean sold, String colour) {}

  record Likely(double probability) {}

  private static final int ROWS = 12_000;
  private static final int NOISES = 4_000;
  private static final int SHOPS = 300;

  /** What is sold depends on the shop and a little on the hint; a third of the shops are not known. */
  private static List<Sale> made() {
    Random random = new Random(3);
    double[] shops = random.doubles(SHOPS, -2, 2).toArray();
    List<Sale> sales = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int shop = random.nextInt(SHOPS);
      double hint = random.nextGaussian();
      boolean known = shop % 3 > 0;
      double odds = 0.5 * hint + (known ? shops[shop] : -1);
      sales.add(
          new Sale(
              new Visit(
                  "n" + random.nextInt(NOISES), known ? "shop" + shop : null, hint),
              random.nextDouble() < 1 / (1 + Math.exp(-odds)),
              "red"));
    }
    return sales;
  }

  private static CheckedStage<Sale> sales() {
    return Pipeline.named("sales").source("sales", InMemory.rows(Sale.class, made()));
  }

  private static Model<Visit, Likely> trained(Features<Visit> features) {
    return Ml.model("sales", features)
        .from(sales(), Sale::visit)
        .label(Sale::sold)
        .with(logistic().l2(1e-4).iterations(10))
        .output(o -> row(Likely::new).of(o.probability()))
        .fit(Clicks.spark());
  }

  private static double auc(Model<?, ?> model, String of) {
    return model.card().figures().stream()
        .filter(figure -> figure.name().equals("AUC") && figure.of().equals(of))
        .mapToDouble(Card.Figure::value)
        .findFirst()
        .orElseThrow();
  }

  private static Features<Visit> hint() {
    return Features.of(Visit.class).number(Visit::hint);
  }

  private static final Model<Visit, Likely> PLAIN = trained(hint());
  private static final Model<Visit, Likely> BY_SHOP =
      trained(hint().category(Visit::shop).atLeast(5).asMeanOfLabel());

  @Test
  void anIdThatSaysNothingIsTakenForNothing() {
    Model<Visit, Likely> noisy =
        trained(hint().category(Visit::noise).atLeast(1).asMeanOfLabel(0));

    assertThat(auc(noisy, "test")).isGreaterThan(auc(PLAIN, "test") - 0.02);
    assertThat(auc(noisy, "train")).isLessThan(auc(noisy, "test") + 0.06);
  }

  @Test
  void aLevelThatSaysSomethingHelps() {
    assertThat(auc(BY_SHOP, "test")).isGreaterThan(auc(PLAIN, "test") + 0.08);
  }

  @Test
  void nullHasAMeanOfItsOwnAndWhatIsNewHasThatOfAll() {
    LabelMeanEncoding encoding =
        (LabelMeanEncoding) BY_SHOP.document().encodings().get(1);

    assertThat(encoding.ofNull()).isLessThan(encoding.overall() - 0.1);
    assertThat(BY_SHOP.score(new Visit("n", "new", 0)).probability())
        .isGreaterThan(BY_SHOP.score(new Visit("n", null, 0)).probability());
  }

  @Test
  void oneOfSeveralLabelsHasNoMean() {
    assertThatThrownBy(
        () -> Ml.model("colours", hint().category(Visit::shop).asMeanOfLabel())
            .from(sales(), Sale::visit)
            .label(Sale::colour)
            .with(logistic())
            .output(o -> row(Likely::new).of(o.probability()))
            .fit(Clicks.spark()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(
            "shop is asked for as the mean of the label, which must be true or false or a number: take asMeanOfLabel() away");
  }
}
