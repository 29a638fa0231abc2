package dev.sluice.spark.compile;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Another constant of the same type that the same methods take. */
final class ChangedConstant {

  private ChangedConstant() {}

  /** The changed constant; the very object if it is none. */
  static Object of(Object value) {
    if (value instanceof Integer number) {
      return number + 1;
    } else if (value instanceof Long number) {
      return number + 1;
    } else if (value instanceof Short number) {
      return (short) (number + 1);
    } else if (value instanceof Byte number) {
      return (byte) (number + 1);
    } else if (value instanceof Float number) {
      return number + 1;
    } else if (value instanceof Double number) {
      return Double.isFinite(number) ? number + 1 : 1.0;
    } else if (value instanceof BigDecimal number) {
      return number.add(BigDecimal.ONE);
    } else if (value instanceof Boolean bool) {
      return !bool;
    } else if (value instanceof String text) {
      return text.replace("yyyy", "yy") + " ";
    } else if (value instanceof LocalDate date) {
      return date.plusDays(1);
    } else if (value instanceof Instant time) {
      return time.plusNanos(1_000);
    } else if (value instanceof LocalDateTime time) {
      return time.plusNanos(1_000);
    } else if (value instanceof Duration duration) {
      return duration.plusNanos(1_000);
    } else if (value instanceof ChronoUnit) {
      return ChronoUnit.SECONDS;
    } else if (value instanceof Enum<?> constant) {
      Object[] all = constant.getDeclaringClass().getEnumConstants();
      return all[(constant.ordinal() + 1) % all.length];
    }
    return ofMany(value);
  }

  private static Object ofMany(Object value) {
    if (value instanceof List<?>) {
      return List.of("changed");
    } else if (value instanceof Map<?, ?>) {
      return Map.of("changed", 1);
    } else if (value instanceof TypicalRow.Zip zip) {
      return new TypicalRow.Zip(zip.code() + 1);
    } else if (value.getClass().isArray()) {
      return ofArray(value);
    }
    return value;
  }

  private static Object ofArray(Object values) {
    Object element = Array.get(values, 0);
    Object changed = of(element);
    if (changed == element) {
      return values;
    }
    Object array = Array.newInstance(values.getClass().getComponentType(), 1);
    Array.set(array, 0, changed);
    return array;
  }
}
