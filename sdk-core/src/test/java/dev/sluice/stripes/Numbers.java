package dev.sluice.stripes;

import dev.sluice.connect.BoundedSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The numbers below one, each with a name. */
record Numbers(int below) implements BoundedSource<Numbers.Number> {

  record Number(int value, String name) {}

  @Override
  public Class<Number> type() {
    return Number.class;
  }

  @Override
  public String description() {
    return "numbers below " + below;
  }

  @Override
  public Dataset<Row> read(SparkSession spark) {
    return spark.range(below).selectExpr("cast(id as int) value", "concat('n', id) name");
  }
}
