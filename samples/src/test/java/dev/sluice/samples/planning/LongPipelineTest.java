package dev.sluice.samples.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.samples.LocalSpark;
import dev.sluice.spark.RecordRows;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class LongPipelineTest {

  @Test
  void givesTheRowsOfTheQueryWrittenByHand() {
    SparkSession spark = LocalSpark.session();
    List<Item> byHand = RecordRows.collect(LongQuery.of(spark, 12), Item.class);

    assertThat(LongPipeline.of(12).collect(spark))
        .hasSize(LongPipeline.ITEMS.size())
        .containsExactlyInAnyOrderElementsOf(byHand);
  }
}
