package dev.sluice.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.Pipeline;
import dev.sluice.io.memory.InMemory;
import dev.sluice.ml.Clicks;
import dev.sluice.ml.model.Card.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users do tells what they want: four kinds of users, each with things of its own. */
class ImplicitFeedbackTest {

  private static final int KINDS = 4;
  private static final int THINGS = 80;

  record Purchase(long customer, String article, int times) {}

  private static FittedRecommender<Long, String> fitted;
  private static final List<Purchase> ROWS = purchases();

  private static List<Purchase> purchases() {
    Random random = new Random(23);
    List<Purchase> rows = new ArrayList<>();
    for (int customer = 0; customer < 400; customer++) {
      for (int i = 0; i < 12; i++) {
        boolean own = random.nextDouble() < 0.9;
        int kind = own ? customer % KINDS : random.nextInt(KINDS);
        int article = random.nextInt(THINGS / KINDS) * KINDS + kind;
        rows.add(new Purchase(customer, "a-" + article, 1 + random.nextInt(3)));
      }
    }
    return rows;
  }

  @BeforeAll
  static void train() {
    fitted =
        Recommenders.of(
            "articles",
            Pipeline.named("shop").source("purchases", InMemory.rows(Purchase.class, ROWS)))
            .user(Purchase::customer)
            .item(Purchase::article)
            .confidence(Purchase::times)
            .rank(KINDS)
            .fit(Clicks.spark());
  }

  private static int kind(String article) {
    return Integer.parseInt(article.substring(2)) % KINDS;
  }

  @Test
  void eachIsRecommendedThingsOfItsOwnKind() {
    long right = 0;
    for (long customer = 0; customer < 400; customer++) {
      for (Recommendation<String> each : fitted.recommender().top(customer, 5)) {
        right += kind(each.item()) == customer % KINDS ? 1 : 0;
      }
    }

    assertThat(right / 2_000.0).isGreaterThan(0.95);
  }

  @Test
  void itIsBetterThanWhatAllBuy() {
    Figure precision = fitted.report().figure("precision@10").orElseThrow();

    assertThat(precision.low()).isGreaterThan(2 * precision.baseline());
  }

  @Test
  void aRatingIsNotPredictedSoThereIsNoError() {
    assertThat(fitted.report().figure("RMSE")).isEmpty();
  }

  @Test
  void whoComesWithTheSamePurchasesIsToldTheSame() {
    List<Rated<String>> own =
        ROWS.stream()
            .filter(row -> row.customer() == 17)
            .map(row -> Rated.of(row.article(), row.times()))
            .toList();
    Taste<String> folded = fitted.recommender().foldIn(own);

    for (int a = 0; a < THINGS; a++) {
      assertThat(folded.predict("a-" + a).value())
          .isCloseTo(fitted.recommender().predict(17L, "a-" + a).value(), within(1e-4));
    }
  }

  @Test
  void anUnknownCustomerGetsWhatMostBuy() {
    List<Recommendation<String>> top = fitted.recommender().top(-1L, 80);

    assertThat(top).hasSize(THINGS);
    assertThat(top.get(0).score()).isGreaterThan(top.get(79).score());
    assertThat(top).allSatisfy(each -> assertThat(each.score()).isBetween(0.0, 1.0));
  }

  @Test
  void aConfidenceIsAboveZero() {
    assertThatThrownBy(() -> fitted.recommender().foldIn(List.of(Rated.of("a-1", 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the confidence of 'a-1' is 0.0, not above 0");
  }

  @Test
  void eachRowMayCountTheSame() {
    RecommenderReport report =
        Recommenders.of(
            "articles",
            Pipeline.named("shop").source("purchases", InMemory.rows(Purchase.class, ROWS)))
            .user(Purchase::customer)
            .item(Purchase::article)
            .eachRowCounts()
            .rank(KINDS)
            .iterations(4)
            .fit(Clicks.spark())
            .report();

    Figure precision = report.figure("precision@10").orElseThrow();
    assertThat(precision.low()).isGreaterThan(2 * precision.baseline());
  }
}
