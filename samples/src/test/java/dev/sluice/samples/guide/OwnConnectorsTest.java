package dev.sluice.samples.guide;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.run.RunFailedException;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** The code of the section about sources and sinks of one's own. */
@SparkTest
class OwnConnectorsTest {

  // @formatter:off
  // #region sink
  interface Pager {
    void send(String text);
  }

  record Alert(String service, int errors) {}

  /** Pages somebody for each row; for few rows, which it brings to this JVM. */
  record PagerSink(Pager pager) implements BatchSink<Alert> {
    @Override public Class<Alert> type() { return Alert.class; }
    @Override public String description() { return "pager"; }
    @Override public WriteMode mode() { return WriteMode.append(); }

    @Override public Written write(Dataset<Row> rows) {
      rows.toJSON().collectAsList().forEach(pager::send);
      return Written.to("pager");
    }
  }
  // #endregion

  // #region source
  record Rate(String currency, double euros) {}

  /** Rates as a bank publishes them: {@code USD=0.92;GBP=1.17} */
  record RateFile(String path) implements BoundedSource<Rate> {
    @Override public Class<Rate> type() { return Rate.class; }
    @Override public String description() { return "rates " + path; }

    @Override public Dataset<Row> read(SparkSession spark) {
      return spark.read().text(path)
          .select(functions.explode(functions.split(functions.col("value"), ";")).as("rate"))
          .selectExpr("split_part(rate, '=', 1) currency", "cast(split_part(rate, '=', 2) as double) euros");
    }
  }
  // #endregion

  // #region sink-test
  @Test
  void pagesForEachAlert(SparkKit kit) {
    Pager pager = mock(Pager.class);
    kit.rows(Alert.class, new Alert("shop", 3), new Alert("ads", 1))
        .sink("alerts", new PagerSink(pager));

    assertThat(kit.pipeline().run(kit.spark())).succeeded();

    verify(pager).send("{\"service\":\"shop\",\"errors\":3}");
    verify(pager).send("{\"service\":\"ads\",\"errors\":1}");
    verifyNoMoreInteractions(pager);
  }

  @Test
  void aPagerThatIsDownFailsTheRun(SparkKit kit) {
    Pager pager = mock(Pager.class);
    doThrow(new IllegalStateException("line is busy")).when(pager).send(anyString());
    kit.rows(Alert.class, new Alert("shop", 3)).sink("alerts", new PagerSink(pager));

    assertThatThrownBy(() -> kit.pipeline().run(kit.spark()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContainingAll("sink 'alerts'", "line is busy");
  }
  // #endregion

  // #region source-test
  @Test
  void readsEachRateOfALine(SparkKit kit) {
    String file = kit.file("rates.txt", "USD=0.92;GBP=1.17\nCHF=1.04\n");

    assertThat(kit.source(new RateFile(file)))
        .hasRows(new Rate("USD", 0.92), new Rate("GBP", 1.17), new Rate("CHF", 1.04));
  }
  // #endregion
  // @formatter:on
}
