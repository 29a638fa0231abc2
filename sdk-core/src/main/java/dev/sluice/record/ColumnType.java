package dev.sluice.record;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The type of a column as the plan knows it: what a Java type of a record component means, without
 * Spark's own type classes. A reader walks it with {@code instanceof}.
 *
 * <table>
 * <caption>Java types and their columns</caption>
 * <tr><th>Java</th><th>here</th><th>Spark SQL</th></tr>
 * <tr><td>{@code boolean}, {@code byte} … {@code double} and their boxes, {@code String}</td><td>{@link Scalar}</td><td>the type of the same name</td></tr>
 * <tr><td>{@code LocalDate}, {@code Instant}, {@code LocalDateTime}, {@code Duration}</td><td>{@link Scalar}</td><td>{@code DATE}, {@code TIMESTAMP}, {@code TIMESTAMP_NTZ}, {@code INTERVAL DAY TO SECOND}</td></tr>
 * <tr><td>{@code byte[]}</td><td>{@link Scalar#BINARY}</td><td>{@code BINARY}</td></tr>
 * <tr><td>{@code BigDecimal}</td><td>{@link Decimal}</td><td>{@code DECIMAL(p,s)}</td></tr>
 * <tr><td>an enum</td><td>{@link Enumeration}</td><td>{@code STRING}, the constant's name</td></tr>
 * <tr><td>{@code List<E>}</td><td>{@link ListOf}</td><td>{@code ARRAY<…>}</td></tr>
 * <tr><td>{@code Map<K, V>}</td><td>{@link MapOf}</td><td>{@code MAP<…>}</td></tr>
 * <tr><td>a record</td><td>{@link Struct}</td><td>{@code STRUCT<…>}</td></tr>
 * </table>
 */
public sealed interface ColumnType extends Serializable {

  /**
   * The type of a class without type parameters; {@link Unsupported} if it has none.
   *
   * @param type a class, such as the argument of a function
   * @return its column type; a decimal has the default precision
   */
  static ColumnType of(Class<?> type) {
    return ColumnTypeOfJava.read(type);
  }

  /** The types that this one is made of, each with its own parts; none of a scalar. */
  default Stream<ColumnType> parts() {
    if (this instanceof ListOf list) {
      return Stream.of(list.element());
    } else if (this instanceof MapOf map) {
      return Stream.of(map.key(), map.value());
    } else if (this instanceof Struct struct) {
      return struct.recordType().components().stream().map(RecordComponentType::logicalType);
    }
    return Stream.empty();
  }

  /**
   * Whether values of another type are in values of this one, at any depth.
   *
   * @param other the type looked for
   * @return true also for the type itself
   */
  default boolean contains(ColumnType other) {
    return equals(other) || parts().anyMatch(part -> part.contains(other));
  }

  /** A type without parts. */
  enum Scalar implements ColumnType {
    /** True or false. */
    BOOLEAN(boolean.class, Boolean.class),
    /** A whole number of 8 bits. */
    BYTE(byte.class, Byte.class),
    /** A whole number of 16 bits. */
    SHORT(short.class, Short.class),
    /** A whole number of 32 bits. */
    INT(int.class, Integer.class),
    /** A whole number of 64 bits. */
    LONG(long.class, Long.class),
    /** A binary floating point number of 32 bits. */
    FLOAT(float.class, Float.class),
    /** A binary floating point number of 64 bits. */
    DOUBLE(double.class, Double.class),
    /** A text. */
    STRING(String.class),
    /** A calendar day: {@link LocalDate}. */
    DATE(LocalDate.class),
    /** A moment, kept in microseconds: {@link Instant}. */
    TIMESTAMP(Instant.class),
    /** A date and time of no zone, kept in microseconds: {@link LocalDateTime}. */
    TIMESTAMP_NTZ(LocalDateTime.class),
    /** A length of time, kept in microseconds: {@link Duration}. */
    DURATION(Duration.class),
    /** Bytes: {@code byte[]}. */
    BINARY(byte[].class);

    private final List<Class<?>> javaTypes;

    Scalar(Class<?>... javaTypes) {
      this.javaTypes = List.of(javaTypes);
    }

    /** The Java types of such a column: the primitive one first, if there is one. */
    List<Class<?>> javaTypes() {
      return javaTypes;
    }
  }

  /**
   * A decimal number: {@link java.math.BigDecimal}.
   *
   * @param precision digits in all, 1 to 38
   * @param scale digits after the point, 0 to the precision
   */
  record Decimal(int precision, int scale) implements ColumnType {

    /** What a {@code BigDecimal} without {@link Precision} is. */
    public static final Decimal DEFAULT = new Decimal(38, 18);

    /** The most digits a decimal can have. */
    public static final int MAX_PRECISION = 38;
  }

  /**
   * A Java enum, stored as the name of its constant.
   *
   * @param type the enum class
   */
  record Enumeration(Class<?> type) implements ColumnType {
    /** Checks the part. */
    public Enumeration {
      Objects.requireNonNull(type, "type");
    }
  }

  /**
   * A list. Its elements can be null.
   *
   * @param element the type of the elements
   */
  record ListOf(ColumnType element) implements ColumnType {
    /** Checks the part. */
    public ListOf {
      Objects.requireNonNull(element, "element");
    }
  }

  /**
   * A map. Its values can be null, its keys cannot.
   *
   * @param key the type of the keys
   * @param value the type of the values
   */
  record MapOf(ColumnType key, ColumnType value) implements ColumnType {
    /** Checks the parts. */
    public MapOf {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A record in a record. It names the class and looks the record up when asked, so that a record
   * that contains itself can be described, and then refused by {@link RecordType#problems()}.
   *
   * @param type the record class
   */
  record Struct(Class<?> type) implements ColumnType {
    /** Checks the part. */
    public Struct {
      Objects.requireNonNull(type, "type");
    }

    /**
     * The nested record.
     *
     * @return the record's description
     */
    public RecordType recordType() {
      return RecordType.of(type);
    }
  }

  /**
   * A Java type that cannot be a column. A record that has one is never run: {@link
   * RecordType#problems()} lists it.
   *
   * @param javaType the type as the source code has it
   * @param reason why it cannot be a column, and what to write instead
   */
  record Unsupported(String javaType, String reason) implements ColumnType {
    /** Checks the parts. */
    public Unsupported {
      Objects.requireNonNull(javaType, "javaType");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
