package dev.sluice.streams.rules;

import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import dev.sluice.connect.ResourceId;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import dev.sluice.spark.rows.RecordEncoders;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A source without rows that says what a test wants. */
final class TestSource {

  private TestSource() {}

  /** A topic that can be followed. */
  record Topic<T extends Record>(Class<T> type, String name) implements UnboundedSource<T> {

    @Override
    public String description() {
      return "topic " + name;
    }

    @Override
    public Set<ResourceId> reads() {
      return Set.of(new ResourceId("topic", name));
    }

    @Override
    public Dataset<Row> readStream(StreamContext context) {
      return context.spark().readStream().format("rate").load()
          .selectExpr("'' AS campaign", "0.0D AS price", "timestamp AS at");
    }
  }

  /** A table, some of whose rows may be none. */
  record Texts<T extends Record>(Class<T> type) implements BoundedSource<T> {

    @Override
    public String description() {
      return "texts of " + type.getSimpleName();
    }

    @Override
    public boolean mayReject() {
      return true;
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return spark.createDataset(List.<T>of(), RecordEncoders.of(type)).toDF()
          .selectExpr("*", "CAST(NULL AS STRING) AS " + MALFORMED);
    }
  }

  /** What is asked by a text, and never is. */
  record Store<T extends Record>(Class<T> type) implements LookupStore<String, T> {

    @Override
    public Class<String> keyType() {
      return String.class;
    }

    @Override
    public String description() {
      return "store of " + type.getSimpleName();
    }

    @Override
    public LookupSession<String, T> open() {
      throw new AssertionError("nothing is to be asked");
    }
  }
}
