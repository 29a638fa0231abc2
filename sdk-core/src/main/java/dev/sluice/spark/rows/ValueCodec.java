package dev.sluice.spark.rows;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How a Java value stands in a Spark {@code Row}, and back: records are rows, enums are texts,
 * lists and maps are Scala's. Neither direction is asked about null.
 *
 * @param toRow from the Java value to the row's
 * @param fromRow from the row's value to the Java one
 */
public record ValueCodec(UnaryOperator<Object> toRow, UnaryOperator<Object> fromRow) {

  private static final ValueCodec AS_IS =
      new ValueCodec(UnaryOperator.identity(), UnaryOperator.identity());

  /** The codec of a type; {@code component} ({@code Order.status}) is for messages. */
  public static ValueCodec of(ColumnType type, String component) {
    if (type instanceof Enumeration enumeration) {
      return enumeration(enumeration.type(), component);
    }
    if (type instanceof Decimal decimal) {
      return new ValueCodec(
          v -> exact((BigDecimal) v, decimal, component), UnaryOperator.identity());
    }
    if (type instanceof Struct struct) {
      RecordCodec<?> nested = RecordCodec.of(struct.type().asSubclass(Record.class));
      return new ValueCodec(v -> nested.encodeRecord((Record) v), v -> nested.decode((Row) v));
    }
    if (type instanceof ListOf list) {
      ValueCodec element = of(list.element(), component);
      return new ValueCodec(
          v -> CollectionConverters.asScala(convert((List<?>) v, element.toRow)),
          v -> Collections.unmodifiableList(convert(javaList(v), element.fromRow)));
    }
    if (type instanceof MapOf map) {
      ValueCodec key = of(map.key(), component);
      ValueCodec value = of(map.value(), component);
      return new ValueCodec(
          v -> CollectionConverters.asScala(convert((Map<?, ?>) v, key.toRow, value.toRow)),
          v -> Collections.unmodifiableMap(convert(javaMap(v), key.fromRow, value.fromRow)));
    }
    return AS_IS;
  }

  /** Spark would round it; zeros behind the digits of the column are nothing to lose. */
  private static BigDecimal exact(BigDecimal value, Decimal type, String component) {
    int before = type.precision() - type.scale();
    boolean tooLarge = value.precision() - value.scale() > before && value.signum() != 0;
    boolean tooFine =
        value.scale() > type.scale() && value.stripTrailingZeros().scale() > type.scale();
    if (tooLarge || tooFine) {
      throw new RecordValueException(
          "%s: %s does not fit DECIMAL(%d,%d), which keeps %d digits before and %4$d after the point: %sdeclare a larger @Precision"
              .formatted(
                  component,
                  value,
                  type.precision(),
                  type.scale(),
                  before,
                  tooLarge
                      ? ""
                      : "round it with setScale(%d, RoundingMode.HALF_UP), or "
                          .formatted(type.scale())));
    }
    return value;
  }

  private static ValueCodec enumeration(Class<?> type, String component) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return new ValueCodec(
        constant -> ((Enum<?>) constant).name(),
        name -> {
          Object constant = constants.get(name);
          if (constant == null) {
            throw new RecordValueException(
                "%s: \"%s\" is not a constant of %s, which has %s. Add it, or make the component a String"
                    .formatted(component, name, type.getSimpleName(), constants.keySet()));
          }
          return constant;
        });
  }

  private static List<Object> convert(Collection<?> values, UnaryOperator<Object> conversion) {
    List<Object> converted = new ArrayList<>(values.size());
    for (Object value : values) {
      converted.add(value == null ? null : conversion.apply(value));
    }
    return converted;
  }

  private static Map<Object, Object> convert(
      Map<?, ?> entries, UnaryOperator<Object> keys, UnaryOperator<Object> values) {
    Map<Object, Object> converted = new LinkedHashMap<>();
    entries.forEach(
        (key, value) -> converted.put(keys.apply(key), value == null ? null : values.apply(value)));
    return converted;
  }

  /** Rows that Spark made hold Scala collections, rows that a Java program made may hold Java's. */
  private static List<?> javaList(Object value) {
    if (value instanceof scala.collection.Seq<?> seq) {
      return CollectionConverters.asJava(seq);
    }
    return value instanceof Object[] array ? Arrays.asList(array) : (List<?>) value;
  }

  private static Map<?, ?> javaMap(Object value) {
    return value instanceof scala.collection.Map<?, ?> map
        ? CollectionConverters.asJava(map)
        : (Map<?, ?>) value;
  }
}
