package dev.sluice.spark.run;

import dev.sluice.Stage;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.CollectBridge;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordCodec;
import dev.sluice.spark.rows.RecordSchemas;
import dev.sluice.spark.rows.RecordValueException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows as records that say what Spark has. The constructor or an accessor of a record may trim,
 * round or give defaults; a sink writes the values without that, so whoever judges them by such
 * records would not see what is wrong.
 */
public final class UnchangedRows {

  private UnchangedRows() {}

  /**
   * Brings the rows of a stage to this JVM as records.
   *
   * @param stage the stage
   * @param spark the session
   * @param <T> the record
   * @return the records, each of which makes the row again that it was made of
   * @throws dev.sluice.PipelineException if a row cannot be computed, if the record cannot hold it,
   *     or if the record's own code changes it
   */
  public static <T extends Record> List<T> collect(Stage<T> stage, SparkSession spark) {
    Dataset<Row> rows = stage.toDataset(spark);
    return CollectedStage.rows(
        stage.pipeline().name(), stage.node(), () -> collect(rows, stage.type()));
  }

  /**
   * Brings rows to this JVM as records, see {@link dev.sluice.spark.rows.RecordRows#collect}.
   *
   * @param rows a dataset that has the record's columns, in any order
   * @param type the record class
   * @param <T> the record
   * @return the records, each of which makes the row again that it was made of
   * @throws RecordValueException if a row has a value that the record cannot hold, or one that the
   *     record's own code changes
   */
  public static <T extends Record> List<T> collect(Dataset<?> rows, Class<T> type) {
    RecordType record = RecordType.of(type).requireValid();
    Dataset<Row> columns =
        rows.toDF()
            .select(
                record.columns().stream()
                    .map(Columns::named)
                    .toArray(Column[]::new));
    if (!RecordSchemas.isOf(columns.schema(), record)) {
      throw new IllegalArgumentException(
          "%s has other columns than the rows: %s"
              .formatted(type.getSimpleName(), columns.schema().simpleString()));
    }
    RecordCodec<T> codec = RecordCodec.of(type);
    return CollectBridge.collect(columns).stream().map(row -> decode(codec, record, row)).toList();
  }

  private static <T extends Record> T decode(RecordCodec<T> codec, RecordType record, Row row) {
    T decoded = codec.decode(row);
    Row again = codec.encode(decoded);
    for (int i = 0; i < row.size(); i++) {
      if (!same(row.get(i), again.get(i))) {
        throw changed(record, record.components().get(i), row.get(i), again.get(i));
      }
    }
    return decoded;
  }

  /** Both as Spark has them. A decimal's scale is the column's, so only its value counts. */
  private static boolean same(Object before, Object after) {
    if (before instanceof Row left && after instanceof Row right) {
      return sameList(
          CollectionConverters.asJava(left.toSeq()), CollectionConverters.asJava(right.toSeq()));
    }
    if (before instanceof scala.collection.Seq<?> left
        && after instanceof scala.collection.Seq<?> right) {
      return sameList(CollectionConverters.asJava(left), CollectionConverters.asJava(right));
    }
    if (before instanceof scala.collection.Map<?, ?> left
        && after instanceof scala.collection.Map<?, ?> right) {
      return sameMap(CollectionConverters.asJava(left), CollectionConverters.asJava(right));
    }
    if (before instanceof BigDecimal left && after instanceof BigDecimal right) {
      return left.compareTo(right) == 0;
    }
    return before instanceof byte[] left && after instanceof byte[] right
        ? Arrays.equals(left, right)
        : Objects.equals(before, after);
  }

  private static boolean sameList(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Keys may be decimals or rows with bytes in them, so they are looked for one by one. */
  private static boolean sameMap(Map<?, ?> left, Map<?, ?> right) {
    return left.size() == right.size()
        && left.entrySet().stream()
            .allMatch(
                l -> right.entrySet().stream()
                    .anyMatch(
                        r -> same(l.getKey(), r.getKey()) && same(l.getValue(), r.getValue())));
  }

  private static RecordValueException changed(
      RecordType record, RecordComponentType component, Object before, Object after) {
    return new RecordValueException(
        "%s.%s: the row has %s, but the record's own constructor or accessor makes %s of it, so a comparison of records would not see what a sink writes. Make the change in the pipeline, or compare the rows as a plain record: assertThat(stage.toDataset(spark), Plain.class)"
            .formatted(record.simpleName(), component.name(), text(before), text(after)));
  }

  private static String text(Object value) {
    return value instanceof String text
        ? "\"" + text + "\""
        : value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
  }
}
