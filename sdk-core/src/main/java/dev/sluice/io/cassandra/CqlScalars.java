package dev.sluice.io.cassandra;

import com.datastax.oss.driver.api.core.data.CqlDuration;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Decimal;
import dev.sluice.record.ColumnType.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The values of columns that are no collections. */
final class CqlScalars {

  private static final CqlValue AS_IS =
      new CqlValue(UnaryOperator.identity(), UnaryOperator.identity());

  /** For each type of the server's the types of components that hold just the same values. */
  private static final Map<String, Map<Scalar, CqlValue>> SAME =
      Map.ofEntries(
          Map.entry("text", Map.of(Scalar.STRING, AS_IS)),
          Map.entry("varchar", Map.of(Scalar.STRING, AS_IS)),
          Map.entry("ascii", Map.of(Scalar.STRING, AS_IS)),
          Map.entry("boolean", Map.of(Scalar.BOOLEAN, AS_IS)),
          Map.entry("tinyint", Map.of(Scalar.BYTE, AS_IS)),
          Map.entry("smallint", Map.of(Scalar.SHORT, AS_IS)),
          Map.entry("int", Map.of(Scalar.INT, AS_IS)),
          Map.entry("bigint", Map.of(Scalar.LONG, AS_IS)),
          Map.entry("float", Map.of(Scalar.FLOAT, AS_IS)),
          Map.entry("double", Map.of(Scalar.DOUBLE, AS_IS)),
          Map.entry("date", Map.of(Scalar.DATE, AS_IS)),
          Map.entry(
              "timestamp",
              Map.of(
                  Scalar.TIMESTAMP,
                  new CqlValue(UnaryOperator.identity(), v -> milliseconds((Instant) v)))),
          Map.entry(
              "time",
              Map.of(
                  Scalar.STRING, new CqlValue(Object::toString, v -> time((String) v)))),
          Map.entry(
              "duration",
              Map.of(
                  Scalar.DURATION,
                  new CqlValue(
                      v -> length((CqlDuration) v),
                      v -> CqlDuration.newInstance(0, 0, ((Duration) v).toNanos())))),
          Map.entry("uuid", Map.of(Scalar.STRING, uuid())),
          Map.entry("timeuuid", Map.of(Scalar.STRING, uuid())),
          Map.entry(
              "inet",
              Map.of(
                  Scalar.STRING,
                  new CqlValue(
                      v -> ((InetAddress) v).getHostAddress(), v -> address((String) v)))),
          Map.entry(
              "varint",
              Map.of(
                  Scalar.LONG,
                  new CqlValue(
                      v -> whole((BigInteger) v), v -> BigInteger.valueOf((Long) v)))),
          Map.entry(
              "blob",
              Map.of(
                  Scalar.BINARY,
                  new CqlValue(v -> bytes((ByteBuffer) v), v -> ByteBuffer.wrap((byte[]) v)))));

  /** Whole numbers, then those with a point: each holds all that stand before it. */
  private static final List<String> WHOLE = List.of("tinyint", "smallint", "int", "bigint");

  private static final Map<Scalar, UnaryOperator<Object>> WIDER =
      Map.of(
          Scalar.SHORT, v -> ((Number) v).shortValue(),
          Scalar.INT, v -> ((Number) v).intValue(),
          Scalar.LONG, v -> ((Number) v).longValue(),
          Scalar.DOUBLE, v -> ((Number) v).doubleValue());

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private CqlScalars() {}

  static Optional<CqlValue> of(String cql, ColumnType type) {
    if (type instanceof Decimal decimal) {
      return switch (cql) {
        case "decimal" -> Optional.of(
            new CqlValue(v -> decimal((BigDecimal) v, decimal), UnaryOperator.identity()));
        case "varint" -> Optional.of(
            new CqlValue(
                v -> decimal(new BigDecimal((BigInteger) v), decimal),
                v -> whole((BigDecimal) v)));
        default -> Optional.empty();
      };
    }
    return type instanceof Scalar scalar
        ? Optional.ofNullable(SAME.getOrDefault(cql, Map.of()).get(scalar))
        : Optional.empty();
  }

  /** Only for reading. */
  static Optional<CqlValue> widening(String cql, Scalar type) {
    int size = WHOLE.indexOf(cql);
    int wanted = List.of(Scalar.BYTE, Scalar.SHORT, Scalar.INT, Scalar.LONG).indexOf(type);
    boolean wider =
        size >= 0 && wanted > size
            || cql.equals("counter") && type == Scalar.LONG
            || type == Scalar.DOUBLE && (cql.equals("float") || size >= 0 && size < 3);
    return wider
        ? Optional.of(
            new CqlValue(
                WIDER.get(type),
                v -> {
                  throw new UnfitValueException("a wider value does not fit");
                }))
        : Optional.empty();
  }

  private static CqlValue uuid() {
    return new CqlValue(Object::toString, v -> uuid((String) v));
  }

  /** Java's own parser takes shorter texts too, and they would come back as others. */
  private static UUID uuid(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equalsIgnoreCase(text)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new UnfitValueException("\"%s\" is no UUID".formatted(text));
  }

  /** No name of a host: that would be looked up. */
  private static InetAddress address(String text) {
    try {
      if (ADDRESS.matcher(text).matches()) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      // said below
    }
    throw new UnfitValueException("\"%s\" is no IP address".formatted(text));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new UnfitValueException("\"%s\" is no time of a day, such as 13:30:05".formatted(text));
    }
  }

  private static Instant milliseconds(Instant value) {
    if (value.getNano() % 1_000_000 != 0) {
      throw new UnfitValueException(
          "a timestamp of Cassandra has milliseconds, and %s has more: say truncatingTimes() to cut them off"
              .formatted(value));
    }
    return value;
  }

  private static Duration length(CqlDuration value) {
    if (value.getMonths() != 0 || value.getDays() != 0) {
      throw new UnfitValueException(
          "a length of months or days, %s, is no fixed time".formatted(value));
    }
    return Duration.ofNanos(value.getNanoseconds());
  }

  private static Long whole(BigInteger value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw new UnfitValueException(
          "%s is too large for a long: make the component a BigDecimal".formatted(value));
    }
  }

  private static BigInteger whole(BigDecimal value) {
    try {
      return value.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new UnfitValueException(
          "%s is no whole number, and the column is a varint".formatted(value));
    }
  }

  private static BigDecimal decimal(BigDecimal value, Decimal type) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > type.scale()
        || plain.precision() - plain.scale() > type.precision() - type.scale()) {
      throw new UnfitValueException(
          "%s does not fit DECIMAL(%d,%d): declare a larger @Precision"
              .formatted(value, type.precision(), type.scale()));
    }
    return value.setScale(type.scale());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
