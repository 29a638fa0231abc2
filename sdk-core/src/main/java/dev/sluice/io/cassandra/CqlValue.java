package dev.sluice.io.cassandra;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How values of a column are values of a component, and back. Neither direction is asked about null.
 *
 * @param fromCql from what the driver gives to what a row has: an enum by its name
 * @param toCql from the component's value to what the driver takes
 */
record CqlValue(UnaryOperator<Object> fromCql, UnaryOperator<Object> toCql) {

  /** For columns and components that hold the same values; empty if they do not. */
  static Optional<CqlValue> of(CqlType cql, ColumnType type) {
    if (cql.is("list") && type instanceof ListOf list) {
      return of(cql.arguments().get(0), list.element()).map(CqlValue::list);
    } else if (cql.is("set") && type instanceof ListOf list) {
      return of(cql.arguments().get(0), list.element()).map(CqlValue::set);
    } else if (cql.is("map") && type instanceof MapOf map) {
      return of(cql.arguments().get(0), map.key())
          .flatMap(key -> of(cql.arguments().get(1), map.value()).map(value -> map(key, value)));
    } else if (type instanceof Enumeration) {
      return Set.of("text", "ascii", "varchar").contains(cql.name())
          ? Optional.of(
              new CqlValue(UnaryOperator.identity(), constant -> ((Enum<?>) constant).name()))
          : Optional.empty();
    }
    return CqlScalars.of(cql.name(), type);
  }

  /** The same, where a component may also be wider than its column. */
  static Optional<CqlValue> reading(CqlType cql, ColumnType type) {
    Optional<CqlValue> same = of(cql, type);
    return same.isPresent() || !(type instanceof Scalar wide)
        ? same
        : CqlScalars.widening(cql.name(), wide);
  }

  private static CqlValue list(CqlValue element) {
    return new CqlValue(
        value -> elements((Collection<?>) value, element.fromCql),
        value -> elements((Collection<?>) value, element.toCql));
  }

  private static CqlValue set(CqlValue element) {
    return new CqlValue(
        value -> elements((Collection<?>) value, element.fromCql),
        value -> {
          List<Object> all = elements((Collection<?>) value, element.toCql);
          Set<Object> different = new LinkedHashSet<>(all);
          if (different.size() < all.size()) {
            throw new UnfitValueException("a set has no element twice, and a list here has");
          }
          return different;
        });
  }

  private static List<Object> elements(Collection<?> values, UnaryOperator<Object> conversion) {
    List<Object> converted = new ArrayList<>(values.size());
    for (Object value : values) {
      converted.add(conversion.apply(required(value)));
    }
    return converted;
  }

  private static CqlValue map(CqlValue key, CqlValue value) {
    return new CqlValue(
        of -> entries((Map<?, ?>) of, key.fromCql, value.fromCql),
        of -> entries((Map<?, ?>) of, key.toCql, value.toCql));
  }

  private static Map<Object, Object> entries(
      Map<?, ?> of, UnaryOperator<Object> key, UnaryOperator<Object> value) {
    Map<Object, Object> converted = new LinkedHashMap<>();
    of.forEach((k, v) -> converted.put(key.apply(required(k)), value.apply(required(v))));
    return converted;
  }

  private static Object required(Object value) {
    if (value == null) {
      throw new UnfitValueException("a collection of Cassandra holds no null");
    }
    return value;
  }
}
