package dev.sluice.testkit;

import dev.sluice.CheckedStage;
import dev.sluice.plan.verb.Read;
import dev.sluice.quality.Rejected;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Whether all lines of an input are rows. A line with a typo would be rejected in silence, and what
 * the test then asserts of too few rows can be true for that reason alone.
 */
final class WellFormed {

  private WellFormed() {}

  /** Reads the source, unless it cannot be read, which the test shall find out by itself. */
  static void require(CheckedStage<?> input, SparkSession spark) {
    if (!input.node().verb(Read.class).orElseThrow().source().check(spark).isEmpty()) {
      return;
    }
    List<Rejected> malformed = input.rejected().collect(spark);
    if (!malformed.isEmpty()) {
      throw new IllegalArgumentException(
          "the input %s has %s that cannot be parsed as %s\n%s\n\nCorrect the text, or write kit.allowingMalformed() where a malformed row is what the test is about."
              .formatted(
                  StageRows.place(input),
                  Shown.rows(malformed.size()),
                  input.type().getSimpleName(),
                  String.join(
                      "\n",
                      Shown.section(
                          "malformed:",
                          malformed,
                          Shown.ROWS,
                          row -> JavaText.quoted(row.row())))));
    }
  }
}
