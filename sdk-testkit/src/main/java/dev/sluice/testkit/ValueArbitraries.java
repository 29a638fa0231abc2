package dev.sluice.testkit;

import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random values of the types that components have. */
final class ValueArbitraries {

  private static final double NULLS = 0.1;
  private static final int MOST_ITEMS = 4;
  private static final long MICROS_OF_A_SECOND = 1_000_000;

  /** What texts break on: blanks, quotes, separators, several scripts, what joins or is unseen. */
  private static final String[] LETTERS = {
      "a", "Z", "7", " ", "ä", "ß", "e\u0301", "漢", "ع", "😀", "\u200b", "\u00a0", "'", "\"", "\\",
      "\n", "\r", "\t", ",", ";", "%", "_", "null"
  };

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private ValueArbitraries() {}

  static Arbitrary<Object> of(RecordComponentType component, boolean nulls) {
    Arbitrary<Object> values = of(component.logicalType(), nulls);
    return nulls && component.nullable() ? values.injectNull(NULLS) : values;
  }

  private static Arbitrary<Object> of(ColumnType type, boolean nulls) {
    if (type instanceof Scalar scalar) {
      return of(scalar).asGeneric();
    }
    if (type instanceof ColumnType.Decimal decimal) {
      return decimals(decimal).asGeneric();
    }
    if (type instanceof ColumnType.Enumeration constants) {
      return Arbitraries.of(constants.type().getEnumConstants()).asGeneric();
    }
    if (type instanceof ColumnType.ListOf list) {
      return orNull(of(list.element(), nulls), nulls).list().ofMaxSize(MOST_ITEMS).asGeneric();
    }
    if (type instanceof ColumnType.MapOf map) {
      return Arbitraries.maps(of(map.key(), false), orNull(of(map.value(), nulls), nulls))
          .ofMaxSize(MOST_ITEMS)
          .asGeneric();
    }
    if (type instanceof ColumnType.Struct struct) {
      RecordArbitrary<?> nested = RecordArbitrary.of(struct.type().asSubclass(Record.class));
      return (nulls ? nested : nested.withoutNulls()).asGeneric();
    }
    throw new IllegalArgumentException("no values are known for " + type);
  }

  private static Arbitrary<?> of(Scalar type) {
    return switch (type) {
      case BOOLEAN -> Arbitraries.of(true, false);
      case BYTE -> Arbitraries.bytes();
      case SHORT -> Arbitraries.shorts();
      case INT -> Arbitraries.integers();
      case LONG -> Arbitraries.longs();
      case FLOAT -> Arbitraries.floats().withStandardSpecialValues().withSpecialValue(-0.0f);
      case DOUBLE ->
        Arbitraries.doubles().ofScale(6).withStandardSpecialValues().withSpecialValue(-0.0);
      case STRING -> texts();
      case DATE -> dates();
      case TIMESTAMP -> instants();
      case TIMESTAMP_NTZ -> instants().map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      case DURATION ->
        Arbitraries.longs()
            .between(-100_000_000_000_000L, 100_000_000_000_000L)
            .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
      case BINARY -> Arbitraries.bytes().array(byte[].class).ofMaxSize(8);
    };
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().ofMaxLength(12),
        Arbitraries.of(LETTERS).list().ofMaxSize(8).map(letters -> String.join("", letters)));
  }

  /** With the last day of the Julian calendar, the first of the Gregorian, and a leap day. */
  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.oneOf(
        Arbitraries.longs()
            .between(LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay),
        Arbitraries.of(
            LocalDate.of(1970, 1, 1),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(1582, 10, 4),
            LocalDate.of(1582, 10, 15),
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31)));
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(
            FIRST.getEpochSecond() * MICROS_OF_A_SECOND,
            (LAST.getEpochSecond() + 1) * MICROS_OF_A_SECOND - 1)
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  private static Arbitrary<BigDecimal> decimals(ColumnType.Decimal type) {
    BigInteger most = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
    return Arbitraries.bigIntegers()
        .between(most.negate(), most)
        .map(digits -> new BigDecimal(digits, type.scale()));
  }

  private static Arbitrary<Object> orNull(Arbitrary<Object> values, boolean nulls) {
    return nulls ? values.injectNull(NULLS) : values;
  }
}
