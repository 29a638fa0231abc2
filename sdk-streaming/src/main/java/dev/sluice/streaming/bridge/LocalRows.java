package dev.sluice.streaming.bridge;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Rows that are in the driver's memory, where computing with them takes no job. */
public final class LocalRows {

  private LocalRows() {}

  /** Computes the rows of a dataset, once, and gives a dataset that has them. */
  public static Dataset<Row> of(Dataset<Row> dataset) {
    var rows = (org.apache.spark.sql.classic.Dataset<Row>) dataset;
    Seq<InternalRow> collected =
        CollectionConverters.asScala(
            Arrays.asList(rows.queryExecution().executedPlan().executeCollect()))
            .toSeq();
    return org.apache.spark.sql.classic.Dataset.ofRows(
        rows.sparkSession(),
        new LocalRelation(rows.queryExecution().analyzed().output(), collected, false,
            Option.empty()));
  }

  /** Whether the rows of a dataset are there, with nothing to compute. */
  public static boolean are(Dataset<Row> dataset) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) dataset).queryExecution()
        .analyzed() instanceof LocalRelation;
  }
}
