package dev.sluice.testkit;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The step after {@code comparing(Line::amount)}. In a component that is a record, list or map the
 * tolerance is for all the numbers or times in it.
 *
 * @param <A> the assertions
 */
public final class FieldComparison<A> {

  private static final Set<Scalar> TIMES =
      EnumSet.of(Scalar.TIMESTAMP, Scalar.TIMESTAMP_NTZ, Scalar.DURATION);
  private static final Set<Scalar> NEITHER =
      EnumSet.of(Scalar.BOOLEAN, Scalar.STRING, Scalar.BINARY, Scalar.DATE);

  private final String record;
  private final RecordComponentType component;
  private final Function<Tolerance, A> then;

  FieldComparison(String record, RecordComponentType component, Function<Tolerance, A> then) {
    this.record = record;
    this.component = component;
    this.then = then;
  }

  /**
   * Numbers may differ by this much, whole ones too.
   *
   * @param difference the greatest one that is allowed; 1.01 is within 0.01 of 1.00
   * @throws IllegalArgumentException if the component is no number
   */
  public A within(double difference) {
    requireNumbers();
    return then.apply(Tolerance.absolute(difference));
  }

  /**
   * Numbers may differ by this part of the expected one.
   *
   * @param part such as {@code 1e-9}, or 0.01 for one percent
   * @throws IllegalArgumentException if the component is no number
   */
  public A withinRelative(double part) {
    requireNumbers();
    return then.apply(Tolerance.relative(part));
  }

  /**
   * Times, and lengths of time, may differ by this much.
   *
   * @throws IllegalArgumentException if the component is neither
   */
  public A within(Duration difference) {
    ColumnType type = component.logicalType();
    if (isOneOf(type, NEITHER)
        || type instanceof ColumnType.Enumeration
        || type instanceof ColumnType.Decimal
        || (type instanceof Scalar scalar && !TIMES.contains(scalar))) {
      throw refused("a tolerance of time");
    }
    return then.apply(Tolerance.time(difference));
  }

  private void requireNumbers() {
    ColumnType type = component.logicalType();
    if (isOneOf(type, NEITHER) || isOneOf(type, TIMES) || type instanceof ColumnType.Enumeration) {
      throw refused("a tolerance of numbers");
    }
  }

  private static boolean isOneOf(ColumnType type, Set<Scalar> scalars) {
    return type instanceof Scalar scalar && scalars.contains(scalar);
  }

  private IllegalArgumentException refused(String tolerance) {
    return new IllegalArgumentException(
        "%s.%s is %s, which %s cannot be for"
            .formatted(record, component.name(), component.rawType().getSimpleName(), tolerance));
  }
}
