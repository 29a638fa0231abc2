package dev.sluice.record;

import static java.util.Map.entry;

import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.Enumeration;
import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.ColumnType.Unsupported;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the type of a column from the declared Java type of a record component. */
final class ColumnTypeOfJava {

  private static final Map<Class<?>, Scalar> SCALARS = scalars();

  private static final String MOMENT = "use java.time.Instant for a moment";

  private static final Map<Class<?>, String> INSTEAD =
      Map.ofEntries(
          entry(char.class, "use String"),
          entry(Character.class, "use String"),
          entry(CharSequence.class, "use String"),
          entry(Object.class, "name the type of the values"),
          entry(Number.class, "use one of Integer, Long, Double or BigDecimal"),
          entry(BigInteger.class, "use BigDecimal with @Precision(38)"),
          entry(java.util.Date.class, "only java.time is supported: " + MOMENT),
          entry(java.util.Calendar.class, "only java.time is supported: " + MOMENT),
          entry(java.sql.Date.class, "only java.time is supported: use java.time.LocalDate"),
          entry(java.sql.Timestamp.class, "only java.time is supported: " + MOMENT),
          entry(
              java.sql.Time.class, "a column has no time of day: use String or an int of seconds"),
          entry(LocalTime.class, "a column has no time of day: use String or an int of seconds"),
          entry(ZonedDateTime.class, "a column keeps no zone: " + MOMENT),
          entry(OffsetDateTime.class, "a column keeps no offset: " + MOMENT),
          entry(
              Period.class, "a column has no years, months and days in one: use an int of months"),
          entry(Optional.class, "use the type itself: an absent value is null"));

  private ColumnTypeOfJava() {}

  /** By loops, for a service that scores reads records at its start, and streams take long to load. */
  private static Map<Class<?>, Scalar> scalars() {
    Map<Class<?>, Scalar> scalars = new HashMap<>();
    for (Scalar scalar : Scalar.values()) {
      for (Class<?> type : scalar.javaTypes()) {
        scalars.put(type, scalar);
      }
    }
    return scalars;
  }

  static ColumnType read(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (annotated instanceof AnnotatedParameterizedType parameterized) {
      return readParameterized(parameterized, (ParameterizedType) type);
    }
    if (type instanceof TypeVariable<?>) {
      return unsupported(type, "a type variable has no columns: write the record for one type");
    }
    if (type instanceof WildcardType) {
      return unsupported(type, "write the element type itself, without a wildcard");
    }
    Precision precision = annotated.getAnnotation(Precision.class);
    if (type == BigDecimal.class) {
      return precision == null ? Decimal.DEFAULT : decimal(precision);
    }
    if (precision != null) {
      return unsupported(type, "@Precision is for BigDecimal");
    }
    return type instanceof Class<?> raw ? readClass(raw) : unsupported(type, "use List");
  }

  /** The type of a plain class, as of an argument of a function. */
  static ColumnType read(Class<?> type) {
    return type == BigDecimal.class ? Decimal.DEFAULT : readClass(type);
  }

  private static ColumnType readParameterized(
      AnnotatedParameterizedType annotated, ParameterizedType type) {
    AnnotatedType[] arguments = annotated.getAnnotatedActualTypeArguments();
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == List.class) {
      return new ListOf(read(arguments[0]));
    }
    if (raw == Map.class) {
      ColumnType key = read(arguments[0]);
      return key instanceof MapOf
          ? unsupported(type, "the key of a map cannot be a map")
          : new MapOf(key, read(arguments[1]));
    }
    return raw.isRecord()
        ? unsupported(type, "a generic record has no fixed columns: write a record for this type")
        : readClass(raw);
  }

  private static ColumnType readClass(Class<?> raw) {
    if (SCALARS.containsKey(raw)) {
      return SCALARS.get(raw);
    }
    if (INSTEAD.containsKey(raw)) {
      return unsupported(raw, INSTEAD.get(raw));
    }
    if (raw.isEnum()) {
      return new Enumeration(raw);
    }
    if (raw.isRecord()) {
      return new Struct(raw);
    }
    if (raw == List.class || raw == Map.class) {
      return unsupported(
          raw, "a raw %1$s has no types: write %1$s<…>".formatted(raw.getSimpleName()));
    }
    if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
      return unsupported(raw, "use java.util.List");
    }
    if (Map.class.isAssignableFrom(raw)) {
      return unsupported(raw, "use java.util.Map");
    }
    return unsupported(
        raw,
        raw.isInterface()
            ? "an interface has no columns: use a record or an enum"
            : "use a record, an enum, or one of the types of a column");
  }

  private static ColumnType decimal(Precision declared) {
    int precision = declared.value();
    int scale = declared.scale();
    boolean valid =
        precision >= 1 && precision <= Decimal.MAX_PRECISION && scale >= 0 && scale <= precision;
    return valid
        ? new Decimal(precision, scale)
        : unsupported(
            BigDecimal.class,
            "@Precision(value = %d, scale = %d) must have 1 to %d digits, and a scale of 0 to as many"
                .formatted(precision, scale, Decimal.MAX_PRECISION));
  }

  private static Unsupported unsupported(Type type, String reason) {
    return new Unsupported(type.getTypeName(), reason);
  }
}
