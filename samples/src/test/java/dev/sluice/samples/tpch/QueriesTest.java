package dev.sluice.samples.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each query of TPC-H against the same in SQL over the same tables. */
@SparkTest
class QueriesTest {

  private static final double SCALE =
      Double.parseDouble(System.getProperty("sluice.tpch.scale", "0.005"));

  private static Path tables;

  private final SparkSession spark;

  QueriesTest(SparkKit kit) {
    spark = kit.spark();
  }

  @BeforeAll
  static void generate(SparkKit kit) {
    tables = kit.directory().resolve("tpch");
    Tables.write(kit.spark(), SCALE, tables);
  }

  static Stream<Query> queries() {
    return Queries.all().stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void theRowsAreThoseOfSql(Query query) {
    Tables.register(spark, tables);
    Stage<?> stage = query.definition().apply(Tables.in(Pipeline.named(query.name()), tables));

    Dataset<Row> ours = stage.toDataset(spark);
    Dataset<Row> sql = spark.sql(query.sql());

    assertThat(Answer.of(ours.collectAsList())).isEqualTo(Answer.of(sql.collectAsList()));
    assertThat(Stream.of(ours.schema().fields()).map(field -> field.dataType()))
        .as("types of columns")
        .containsExactlyElementsOf(
            Stream.of(sql.schema().fields()).map(field -> field.dataType()).toList());
  }
}
