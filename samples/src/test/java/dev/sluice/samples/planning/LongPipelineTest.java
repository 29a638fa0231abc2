package dev.sluice.samples.planning;

import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.spark.rows.RecordRows;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class LongPipelineTest {

  @Test
  void givesTheRowsOfTheQueryWrittenByHand(SparkSession spark) {
    List<Item> byHand = RecordRows.collect(LongQuery.of(spark, 12), Item.class);

    assertThat(LongPipeline.of(12)).hasCount(LongPipeline.ITEMS.size()).hasRows(byHand);
  }
}
