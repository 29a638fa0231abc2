package dev.sluice.testkit.plan;

import java.util.Arrays;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.PrunedFilteredScan;
import org.apache.spark.sql.sources.RelationProvider;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map;

/** A source of Spark's first interface, as that of JDBC is: it takes columns and filters. */
public final class NumbersSource implements RelationProvider {

  @Override
  public BaseRelation createRelation(SQLContext context, Map<String, String> parameters) {
    return new Numbers(context);
  }

  private static final class Numbers extends BaseRelation implements PrunedFilteredScan {

    private final SQLContext context;

    Numbers(SQLContext context) {
      this.context = context;
    }

    @Override
    public SQLContext sqlContext() {
      return context;
    }

    @Override
    public StructType schema() {
      return StructType.fromDDL("id bigint, half double");
    }

    @Override
    public RDD<Row> buildScan(String[] columns, Filter[] filters) {
      return context
          .sparkSession()
          .range(9)
          .withColumn("half", functions.col("id").divide(2))
          .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
          .rdd();
    }
  }
}
