package dev.sluice.io;

import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordType;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Points in time in ORC files. ORC keeps what a clock in the zone of the writing JVM shows, and a
 * reader takes it for what a clock in its own shows, whatever the session's zone is: between two
 * zones every {@code Instant} moves by hours, in silence. Only where both are UTC, which has no
 * change of the clock either, does each come back.
 */
final class OrcTimes {

  private OrcTimes() {}

  /** A sentence for each column that would not keep its instants in this JVM. */
  static Stream<String> problems(RecordType record, Collection<String> directories) {
    return record.components().stream()
        .filter(c -> !isUtc() && !directories.contains(c.column()))
        .filter(c -> c.logicalType().contains(Scalar.TIMESTAMP))
        .map(
            c -> "%s.%s holds an Instant, which ORC moves between JVMs of different zones, and this JVM's is %s: start all JVMs with -Duser.timezone=UTC, or use Parquet"
                .formatted(record.simpleName(), c.name(), TimeZone.getDefault().getID()));
  }

  private static boolean isUtc() {
    ZoneRules rules = TimeZone.getDefault().toZoneId().getRules();
    return rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).getTotalSeconds() == 0;
  }
}
