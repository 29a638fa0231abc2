package dev.sluice.spark.compile;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordCodec;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;

/** Constants as Spark's columns. */
final class Literals {

  private Literals() {}

  static Column column(Object value) {
    if (value instanceof Enum<?> constant) {
      return functions.lit(constant.name());
    } else if (value instanceof List<?> list) {
      return functions.array(list.stream().map(Literals::column).toArray(Column[]::new));
    } else if (value instanceof Map<?, ?> map) {
      return functions.map(
          map.entrySet().stream()
              .flatMap(entry -> Stream.of(column(entry.getKey()), column(entry.getValue())))
              .toArray(Column[]::new));
    } else if (value instanceof Record row) {
      return struct(row);
    }
    return functions.lit(value);
  }

  private static Column struct(Record row) {
    List<RecordComponentType> components = RecordType.of(row.getClass()).components();
    List<Object> values = RecordCodec.components(row);
    return functions.struct(
        IntStream.range(0, components.size())
            .mapToObj(i -> value(values.get(i), components.get(i)))
            .toArray(Column[]::new));
  }

  private static Column value(Object value, RecordComponentType component) {
    DataType type = RecordSchemas.of(component.logicalType());
    return (value == null ? functions.lit(null) : column(value)).cast(type).as(component.column());
  }
}
