package dev.sluice.ml.recommend;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.ml.Clicks;
import dev.sluice.ml.model.Card.Figure;
import dev.sluice.record.ColumnName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Purchases of a real shop: what is recommended to a customer is bought more often than what all buy. */
@EnabledIfEnvironmentVariable(named = "ONLINE_RETAIL", matches = ".+",
    disabledReason = "the data is not part of the project")
class OnlineRetailRecommendationsTest {

  record Line(
      @ColumnName("StockCode") String article,
      @ColumnName("Quantity") Integer quantity,
      @ColumnName("CustomerID") String customer) {}

  @Test
  void customersBuyMoreOfWhatIsRecommendedToThemThanOfWhatAllBuy() {
    Stage<Line> lines =
        Pipeline.named("retail")
            .source("lines", Files.csv(Line.class, System.getenv("ONLINE_RETAIL")).header())
            .filter(col(Line::quantity).gt(0));

    RecommenderReport report =
        Recommenders.of("articles", lines)
            .user(Line::customer)
            .item(Line::article)
            .eachRowCounts()
            .rank(32)
            .confidenceWeight(10)
            .fit(Clicks.spark())
            .report();

    Figure precision = report.figure("precision@10").orElseThrow();
    assertThat(precision.low()).as(report.text()).isGreaterThan(1.5 * precision.baseline());
    assertThat(report.leftOut()).containsKey("the user is NULL");
    System.out.println(report.text());
  }
}
