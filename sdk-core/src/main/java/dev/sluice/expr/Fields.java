// Made from the tables in dev.sluice.expr.families of the test sources; FamiliesTest says how.
package dev.sluice.expr;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The types a record component's accessor can have, one functional interface each, so that a bare
 * method reference such as {@code Order::price} chooses the right kind of expression by itself.
 *
 * <p>Users write method references and never name these interfaces. Only an exact reference to an
 * accessor is understood: a lambda has no name, and an accessor with overloads is ambiguous to the
 * compiler.
 */
public final class Fields {

  private Fields() {}

  /**
   * Any accessor of {@code T}: for places that need a column's name and not its type, such as
   * {@code groupBy} and {@code dedupe}.
   */
  @FunctionalInterface
  public interface Named<T> extends Serializable {
    /** The component's value. */
    Object get(T row);
  }

  /**
   * Any accessor of {@code T} with the type of its values, primitives as their boxes: for two
   * columns, or a column and a value, that must agree.
   */
  @FunctionalInterface
  public interface Typed<T, V> extends Serializable {
    /** The component's value. */
    V get(T row);
  }

  /** Any accessor of {@code T} that returns a number, of whichever type. */
  @FunctionalInterface
  public interface Numeric<T> extends Serializable {
    /** The component's value. */
    Number get(T row);
  }

  /** An accessor that returns {@code boolean}. */
  @FunctionalInterface
  public interface PrimitiveBoolean<T> extends Serializable {
    /** The component's value. */
    boolean get(T row);
  }

  /** An accessor that returns {@code Boolean}. */
  @FunctionalInterface
  public interface BoxedBoolean<T> extends Serializable {
    /** The component's value. */
    Boolean get(T row);
  }

  /** An accessor that returns {@code byte}. */
  @FunctionalInterface
  public interface PrimitiveByte<T> extends Serializable {
    /** The component's value. */
    byte get(T row);
  }

  /** An accessor that returns {@code Byte}. */
  @FunctionalInterface
  public interface BoxedByte<T> extends Serializable {
    /** The component's value. */
    Byte get(T row);
  }

  /** An accessor that returns {@code short}. */
  @FunctionalInterface
  public interface PrimitiveShort<T> extends Serializable {
    /** The component's value. */
    short get(T row);
  }

  /** An accessor that returns {@code Short}. */
  @FunctionalInterface
  public interface BoxedShort<T> extends Serializable {
    /** The component's value. */
    Short get(T row);
  }

  /** An accessor that returns {@code int}. */
  @FunctionalInterface
  public interface PrimitiveInt<T> extends Serializable {
    /** The component's value. */
    int get(T row);
  }

  /** An accessor that returns {@code Integer}. */
  @FunctionalInterface
  public interface BoxedInt<T> extends Serializable {
    /** The component's value. */
    Integer get(T row);
  }

  /** An accessor that returns {@code long}. */
  @FunctionalInterface
  public interface PrimitiveLong<T> extends Serializable {
    /** The component's value. */
    long get(T row);
  }

  /** An accessor that returns {@code Long}. */
  @FunctionalInterface
  public interface BoxedLong<T> extends Serializable {
    /** The component's value. */
    Long get(T row);
  }

  /** An accessor that returns {@code float}. */
  @FunctionalInterface
  public interface PrimitiveFloat<T> extends Serializable {
    /** The component's value. */
    float get(T row);
  }

  /** An accessor that returns {@code Float}. */
  @FunctionalInterface
  public interface BoxedFloat<T> extends Serializable {
    /** The component's value. */
    Float get(T row);
  }

  /** An accessor that returns {@code double}. */
  @FunctionalInterface
  public interface PrimitiveDouble<T> extends Serializable {
    /** The component's value. */
    double get(T row);
  }

  /** An accessor that returns {@code Double}. */
  @FunctionalInterface
  public interface BoxedDouble<T> extends Serializable {
    /** The component's value. */
    Double get(T row);
  }

  /** An accessor that returns {@code BigDecimal}. */
  @FunctionalInterface
  public interface Decimal<T> extends Serializable {
    /** The component's value. */
    BigDecimal get(T row);
  }

  /** An accessor that returns {@code String}. */
  @FunctionalInterface
  public interface Text<T> extends Serializable {
    /** The component's value. */
    String get(T row);
  }

  /** An accessor that returns {@code LocalDate}. */
  @FunctionalInterface
  public interface Date<T> extends Serializable {
    /** The component's value. */
    LocalDate get(T row);
  }

  /** An accessor that returns {@code Instant}. */
  @FunctionalInterface
  public interface Timestamp<T> extends Serializable {
    /** The component's value. */
    Instant get(T row);
  }

  /** An accessor that returns {@code LocalDateTime}. */
  @FunctionalInterface
  public interface DateTime<T> extends Serializable {
    /** The component's value. */
    LocalDateTime get(T row);
  }

  /** An accessor that returns {@code Duration}. */
  @FunctionalInterface
  public interface Interval<T> extends Serializable {
    /** The component's value. */
    Duration get(T row);
  }

  /** An accessor that returns {@code byte[]}. */
  @FunctionalInterface
  public interface Binary<T> extends Serializable {
    /** The component's value. */
    byte[] get(T row);
  }

  /** An accessor that returns {@code E extends Enum<E>}. */
  @FunctionalInterface
  public interface Enumeration<T, E extends Enum<E>> extends Serializable {
    /** The component's value. */
    E get(T row);
  }

  /** An accessor that returns {@code List<E>}. */
  @FunctionalInterface
  public interface Items<T, E> extends Serializable {
    /** The component's value. */
    List<E> get(T row);
  }

  /** An accessor that returns {@code Map<K, V>}. */
  @FunctionalInterface
  public interface Entries<T, K, V> extends Serializable {
    /** The component's value. */
    Map<K, V> get(T row);
  }

  /** An accessor that returns {@code R extends Record}. */
  @FunctionalInterface
  public interface Nested<T, R extends Record> extends Serializable {
    /** The component's value. */
    R get(T row);
  }
}
