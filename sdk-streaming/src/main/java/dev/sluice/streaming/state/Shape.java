package dev.sluice.streaming.state;

import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.RowCodec;
import dev.sluice.spark.rows.RecordCodec;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What stands in columns: records, or rows of Spark that nobody has to look into.
 *
 * @param <V> the Java class of a row
 */
interface Shape<V> {

  /** A word for it. */
  String name();

  /** Its name and columns, as far as they are known before it is used. */
  default String text() {
    return name();
  }

  /** What is wrong with it; the other methods are called of what has no problems. */
  default List<String> problems() {
    return List.of();
  }

  /**
   * Its columns.
   *
   * @param input the columns of the rows that go in
   */
  StructType schema(StructType input);

  RowCodec<V> codec();

  static <V extends Record> Shape<V> records(Class<V> type) {
    return new Records<>(type);
  }

  /** Rows whose columns follow from those that go in. */
  static Shape<Row> rows(String name, UnaryOperator<StructType> schema) {
    return new Rows(name, schema);
  }

  /** Rows as records. */
  record Records<V extends Record>(Class<V> type) implements Shape<V> {

    @Override
    public String name() {
      return type.getSimpleName();
    }

    @Override
    public String text() {
      return problems().isEmpty()
          ? "%s (%s)".formatted(name(), RecordSchemas.of(RecordType.of(type)).toDDL())
          : name();
    }

    @Override
    public List<String> problems() {
      return RecordType.of(type).problems();
    }

    @Override
    public StructType schema(StructType input) {
      return RecordSchemas.of(RecordType.of(type));
    }

    @Override
    public RowCodec<V> codec() {
      return RecordCodec.of(type);
    }
  }

  /** Rows as they are. */
  record Rows(String name, UnaryOperator<StructType> columns) implements Shape<Row> {

    @Override
    public StructType schema(StructType input) {
      return columns.apply(input);
    }

    @Override
    public RowCodec<Row> codec() {
      return new AsIs();
    }
  }

  /** Leaves rows as they are. */
  record AsIs() implements RowCodec<Row> {

    @Override
    public Row encode(Row row) {
      return row;
    }

    @Override
    public Row decode(Row row) {
      return row;
    }
  }
}
