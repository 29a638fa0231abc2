package dev.sluice.io.format;

import static java.util.Map.entry;

import dev.sluice.record.ColumnType.Scalar;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema's name says of a column that has to do with time.
 *
 * @param types the components that can have its values; none if no component has such a type
 * @param unit of its numbers; empty if its values are texts
 */
record DebeziumMeaning(Set<Scalar> types, Optional<ChronoUnit> unit) {

  private static final String CONNECT = "org.apache.kafka.connect.data.";
  private static final String DEBEZIUM = "io.debezium.time.";

  private static final Map<String, DebeziumMeaning> BY_NAME =
      Map.ofEntries(
          entry(CONNECT + "Date", date(ChronoUnit.DAYS)),
          entry(DEBEZIUM + "Date", date(ChronoUnit.DAYS)),
          entry(DEBEZIUM + "IsoDate", date(null)),
          entry(CONNECT + "Timestamp", moment(ChronoUnit.MILLIS)),
          entry(DEBEZIUM + "Timestamp", moment(ChronoUnit.MILLIS)),
          entry(DEBEZIUM + "MicroTimestamp", moment(ChronoUnit.MICROS)),
          entry(DEBEZIUM + "NanoTimestamp", moment(ChronoUnit.NANOS)),
          entry(DEBEZIUM + "IsoTimestamp", moment(null)),
          entry(DEBEZIUM + "ZonedTimestamp", moment(null)),
          entry(CONNECT + "Time", length(ChronoUnit.MILLIS)),
          entry(DEBEZIUM + "Time", length(ChronoUnit.MILLIS)),
          entry(DEBEZIUM + "MicroTime", length(ChronoUnit.MICROS)),
          entry(DEBEZIUM + "NanoTime", length(ChronoUnit.NANOS)),
          entry(DEBEZIUM + "IsoTime", length(null)),
          entry(DEBEZIUM + "MicroDuration", length(ChronoUnit.MICROS)),
          entry(DEBEZIUM + "NanoDuration", length(ChronoUnit.NANOS)),
          entry(DEBEZIUM + "Interval", length(null)),
          entry(DEBEZIUM + "ZonedTime", new DebeziumMeaning(Set.of(), Optional.empty())),
          entry(DEBEZIUM + "Year", new DebeziumMeaning(Set.of(), Optional.empty())));

  /** What a name says; empty if it says nothing of time. */
  static Optional<DebeziumMeaning> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static DebeziumMeaning date(ChronoUnit unit) {
    return new DebeziumMeaning(Set.of(Scalar.DATE), Optional.ofNullable(unit));
  }

  /** With or without a zone: Debezium tells both in UTC. */
  private static DebeziumMeaning moment(ChronoUnit unit) {
    return new DebeziumMeaning(
        Set.of(Scalar.TIMESTAMP, Scalar.TIMESTAMP_NTZ), Optional.ofNullable(unit));
  }

  /** A time of the day is what has passed of it. */
  private static DebeziumMeaning length(ChronoUnit unit) {
    return new DebeziumMeaning(Set.of(Scalar.DURATION), Optional.ofNullable(unit));
  }
}
