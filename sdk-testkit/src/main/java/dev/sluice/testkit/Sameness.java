package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When two rows count as the same. Immutable.
 *
 * <p>Each row has a <em>shape</em>: all of it that must be equal, made of values whose {@code
 * equals} says what is meant here. Where a tolerance applies the shape has a placeholder, and
 * {@link #near} compares the values themselves.
 */
final class Sameness {

  private static final String SOME_NUMBER_OR_TIME = "≈";

  private final Map<String, Tolerance> byComponent;
  private final Optional<Tolerance> everywhere;
  private final Set<String> ignored;
  private final boolean zerosDiffer;
  private final boolean decimalsToo;

  private Sameness(
      Map<String, Tolerance> byComponent,
      Optional<Tolerance> everywhere,
      Set<String> ignored,
      boolean zerosDiffer,
      boolean decimalsToo) {
    this.decimalsToo = decimalsToo;
    this.byComponent = byComponent;
    this.everywhere = everywhere;
    this.ignored = ignored;
    this.zerosDiffer = zerosDiffer;
  }

  static Sameness exact() {
    return new Sameness(Map.of(), Optional.empty(), Set.of(), false, true);
  }

  /** For one component of the rows. */
  Sameness within(String component, Tolerance tolerance) {
    Map<String, Tolerance> changed = new HashMap<>(byComponent);
    changed.put(component, tolerance);
    return new Sameness(Map.copyOf(changed), everywhere, ignored, zerosDiffer, decimalsToo);
  }

  /**
   * For every floating point number and decimal, however deep, that has no tolerance of its own.
   */
  Sameness within(Tolerance tolerance) {
    return new Sameness(byComponent, Optional.of(tolerance), ignored, zerosDiffer, decimalsToo);
  }

  /**
   * But for the last digits of floating point numbers, which depend on the order in which they are
   * added up. Decimals are exact.
   */
  static Sameness butForRounding() {
    return new Sameness(Map.of(), Optional.of(Tolerance.relative(1e-12)), Set.of(), false, false);
  }

  Sameness ignoring(String component) {
    Set<String> changed = new HashSet<>(ignored);
    changed.add(component);
    return new Sameness(byComponent, everywhere, Set.copyOf(changed), zerosDiffer, decimalsToo);
  }

  Sameness withSameZeros() {
    return new Sameness(byComponent, everywhere, ignored, false, decimalsToo);
  }

  boolean zerosDiffer() {
    return zerosDiffer;
  }

  Sameness withDifferentZeros() {
    return new Sameness(byComponent, everywhere, ignored, true, decimalsToo);
  }

  boolean isExact() {
    return byComponent.isEmpty() && everywhere.isEmpty();
  }

  boolean ignores(String component) {
    return ignored.contains(component);
  }

  boolean same(Record expected, Record actual) {
    return differing(expected, actual).isEmpty();
  }

  /** The components in which two rows of one record differ. */
  List<RecordComponentType> differing(Record expected, Record actual) {
    RecordParts<?> parts = RecordParts.of(expected);
    List<Object> left = parts.values(expected);
    List<Object> right = parts.values(actual);
    List<RecordComponentType> differing = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      RecordComponentType component = parts.record().components().get(i);
      if (!ignored.contains(component.name())) {
        Optional<Tolerance> own = Optional.ofNullable(byComponent.get(component.name()));
        if (!shape(left.get(i), own).equals(shape(right.get(i), own))
            || !near(left.get(i), right.get(i), own)) {
          differing.add(component);
        }
      }
    }
    return differing;
  }

  /** Whether rows of the same shape are the same, given their values. */
  boolean near(List<RecordComponentType> components, List<Object> expected, List<Object> actual) {
    for (int i = 0; i < expected.size(); i++) {
      String name = components.get(i).name();
      if (!ignored.contains(name) && !near(expected.get(i), actual.get(i), own(name))) {
        return false;
      }
    }
    return true;
  }

  /** The tolerance of a component whose value is a number or a time by itself. */
  Optional<Tolerance> tolerance(RecordComponentType component, Object value) {
    return ignored.contains(component.name()) || value == null
        ? Optional.empty()
        : tolerance(value, own(component.name()));
  }

  private Optional<Tolerance> own(String component) {
    return Optional.ofNullable(byComponent.get(component));
  }

  /** What of the row must be equal. */
  Object shape(Record row) {
    RecordParts<?> parts = RecordParts.of(row);
    List<Object> values = parts.values(row);
    List<Object> shape = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      String name = parts.record().components().get(i).name();
      shape.add(
          ignored.contains(name)
              ? ""
              : shape(values.get(i), Optional.ofNullable(byComponent.get(name))));
    }
    return shape;
  }

  /** What of some components of the row must be equal, whatever the tolerances: for keys. */
  static List<Object> key(Record row, List<RecordComponentType> components) {
    RecordParts<?> parts = RecordParts.of(row);
    List<Object> values = parts.values(row);
    return components.stream()
        .map(
            c -> exact().shape(values.get(parts.record().components().indexOf(c)),
                Optional.empty()))
        .toList();
  }

  /** Never null. A list of a class and a value keeps types apart. */
  private Object shape(Object value, Optional<Tolerance> own) {
    if (value == null) {
      return Optional.empty();
    }
    if (tolerance(value, own).isPresent()) {
      return SOME_NUMBER_OR_TIME;
    }
    if (value instanceof Record nested) {
      return RecordParts.of(nested).values(nested).stream().map(v -> shape(v, own)).toList();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(v -> shape(v, own)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> shapes = new HashMap<>();
      map.forEach((k, v) -> shapes.put(exact().shape(k, Optional.empty()), shape(v, own)));
      return Collections.unmodifiableMap(shapes);
    }
    return List.of(value.getClass(), scalar(value));
  }

  private Object scalar(Object value) {
    if (value instanceof Double number) {
      return number == 0 && !zerosDiffer ? 0.0 : number;
    }
    if (value instanceof Float number) {
      return number == 0 && !zerosDiffer ? 0.0f : number;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof Instant instant) {
      return instant.truncatedTo(ChronoUnit.MICROS);
    }
    if (value instanceof LocalDateTime time) {
      return time.truncatedTo(ChronoUnit.MICROS);
    }
    return value instanceof Duration length ? micros(length) : value;
  }

  /** As Spark keeps a length of time: towards minus infinity, where Java truncates towards zero. */
  static Duration micros(Duration length) {
    return Duration.ofSeconds(length.getSeconds(), length.getNano() / 1000 * 1000L);
  }

  /** Whether what the shapes leave out is near enough; the shapes are equal. */
  private boolean near(Object expected, Object actual, Optional<Tolerance> own) {
    if (expected == null) {
      return true;
    }
    Optional<Tolerance> tolerance = tolerance(expected, own);
    if (tolerance.isPresent()) {
      return tolerance.get().near(expected, actual)
          && !(zerosDiffer && isZero(expected) && isZero(actual) && !expected.equals(actual));
    }
    if (expected instanceof Record left && actual instanceof Record right) {
      return allNear(RecordParts.of(left).values(left), RecordParts.of(right).values(right), own);
    }
    if (expected instanceof List<?> left && actual instanceof List<?> right) {
      return allNear(left, right, own);
    }
    return !(expected instanceof Map<?, ?> left && actual instanceof Map<?, ?> right)
        || valuesNear(left, right, own);
  }

  /** A zero that has a sign. */
  private static boolean isZero(Object value) {
    return (value instanceof Double || value instanceof Float)
        && ((Number) value).doubleValue() == 0;
  }

  private boolean allNear(List<?> left, List<?> right, Optional<Tolerance> own) {
    for (int i = 0; i < left.size(); i++) {
      if (!near(left.get(i), right.get(i), own)) {
        return false;
      }
    }
    return true;
  }

  private boolean valuesNear(Map<?, ?> left, Map<?, ?> right, Optional<Tolerance> own) {
    Map<Object, Object> byShape = new HashMap<>();
    right.forEach((k, v) -> byShape.put(exact().shape(k, Optional.empty()), v));
    return left.entrySet().stream()
        .allMatch(
            e -> near(e.getValue(), byShape.get(exact().shape(e.getKey(), Optional.empty())), own));
  }

  private Optional<Tolerance> tolerance(Object value, Optional<Tolerance> own) {
    boolean isFractional =
        value instanceof Double
            || value instanceof Float
            || (value instanceof BigDecimal && decimalsToo);
    return own.or(() -> isFractional ? everywhere : Optional.empty())
        .filter(tolerance -> tolerance.appliesTo(value));
  }
}
