package dev.sluice.spark.run;

import dev.sluice.run.RuleCount;
import dev.sluice.spark.compile.ReadCompiler;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;

/**
 * What was counted in a source.
 *
 * @param rows all there were
 * @param malformed those that could not be parsed
 * @param leftOut those that are no rows; empty if there are no such
 * @param doubtful those that are delivered with a doubt, by doubt
 */
record ReadCounts(long rows, long malformed, OptionalLong leftOut, List<RuleCount> doubtful) {

  /** Whether all rows were as they should be. */
  boolean isPlain() {
    return malformed == 0 && leftOut.orElse(0) == 0 && doubtful.isEmpty();
  }

  static ReadCounts of(Row counted) {
    List<String> names = Arrays.asList(counted.schema().fieldNames());
    return new ReadCounts(
        counted.getAs(ReadCompiler.IN),
        counted.getAs(ReadCompiler.MALFORMED),
        names.contains(ReadCompiler.LEFT_OUT)
            ? OptionalLong.of(counted.<Long>getAs(ReadCompiler.LEFT_OUT))
            : OptionalLong.empty(),
        names.stream()
            .filter(name -> name.startsWith(ReadCompiler.DOUBT))
            .map(
                name -> RuleCount.of(
                    name.substring(ReadCompiler.DOUBT.length()), counted.<Long>getAs(name)))
            .filter(count -> count.rows().getAsLong() > 0)
            .toList());
  }
}
