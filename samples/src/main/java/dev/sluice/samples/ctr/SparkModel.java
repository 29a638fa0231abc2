package dev.sluice.samples.ctr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The same features and the same learner as one writes them with MLlib alone. */
final class SparkModel {

  private static final List<String> CATEGORIES =
      List.of("campaign", "device", "os", "browser", "country", "ageGroup", "gender");

  private SparkModel() {}

  /** Learned of impressions, each with what became of it in {@code clicked}. */
  static PipelineModel of(Dataset<Row> impressions, int iterations) {
    String[] indexed = names(CATEGORIES.stream(), "_index");
    String[] levels = names(Stream.concat(CATEGORIES.stream(), Stream.of("hour", "day")), "_slots");
    return new Pipeline()
        .setStages(
            new PipelineStage[]{
                new SQLTransformer()
                    .setStatement(
                        "SELECT *, log1p(bid) AS bidLog, CAST(hour(at) AS DOUBLE) AS hour,"
                            + " CAST(weekday(at) AS DOUBLE) AS day FROM __THIS__"),
                new StringIndexer()
                    .setInputCols(CATEGORIES.toArray(String[]::new))
                    .setOutputCols(indexed)
                    .setHandleInvalid("keep"),
                new OneHotEncoder()
                    .setInputCols(
                        Stream.concat(Arrays.stream(indexed), Stream.of("hour", "day"))
                            .toArray(String[]::new))
                    .setOutputCols(levels)
                    .setHandleInvalid("keep"),
                new VectorAssembler()
                    .setInputCols(
                        Stream.concat(Arrays.stream(levels), Stream.of("bidLog"))
                            .toArray(String[]::new))
                    .setOutputCol("features"),
                new LogisticRegression()
                    .setLabelCol("label")
                    .setMaxIter(iterations)
                    .setRegParam(1e-4)
                    .setStandardization(false)})
        .fit(impressions.withColumn("label", functions.col("clicked").cast("double")));
  }

  private static String[] names(Stream<String> columns, String suffix) {
    return columns.map(column -> column + suffix).toArray(String[]::new);
  }
}
