package dev.sluice.spark.rows;

import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.EncoderBridge;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows from outside that are read part by part, each by a task of its own, with nothing of Spark but
 * a range of numbers and a function on it.
 */
public final class RowsByPart {

  private RowsByPart() {}

  /**
   * Opens a part, on an executor.
   *
   * @param <P> what says which part it is
   */
  @FunctionalInterface
  public interface Reader<P extends Serializable> extends Serializable {

    /** The rows of the part. */
    Rows open(P part) throws Exception;
  }

  /** The rows of a part, and what was opened for them. It is closed by the end of the task. */
  public interface Rows extends Iterator<Object[]>, AutoCloseable {

    @Override
    void close();
  }

  /**
   * A dataset of these parts.
   *
   * @param record what a row is; any of its columns may be NULL
   * @param parts the parts, a partition each
   * @param reader gives the values of each row in the order of the record's components: enums by
   *     name, lists and maps of Java
   */
  public static <P extends Serializable> Dataset<Row> of(
      SparkSession spark, RecordType record, List<P> parts, Reader<P> reader) {
    List<P> all = new ArrayList<>(parts);
    StructType columns = RecordSchemas.nullable(record);
    FlatMapFunction<Long, Row> rows = part -> opened(reader, all.get(part.intValue()));
    return spark
        .range(0, all.size(), 1, Math.max(1, all.size()))
        .flatMap(rows, EncoderBridge.rows(columns));
  }

  private static <P extends Serializable> Iterator<Row> opened(Reader<P> reader, P part)
      throws Exception {
    Rows rows = reader.open(part);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> rows.close());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Object[] values = rows.next();
        return RowFactory.create(Arrays.stream(values).map(RowsByPart::inSpark).toArray());
      }
    };
  }

  private static Object inSpark(Object value) {
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>(list.size());
      list.forEach(element -> elements.add(inSpark(element)));
      return CollectionConverters.asScala(elements);
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      map.forEach((key, v) -> entries.put(inSpark(key), inSpark(v)));
      return CollectionConverters.asScala(entries);
    }
    return value;
  }
}
