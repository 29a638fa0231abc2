package dev.sluice.spark.run;

import dev.sluice.plan.PlanNode;
import dev.sluice.run.RuleCount;
import dev.sluice.run.StageReport;
import dev.sluice.spark.compile.PassingRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** What a verb counted of the rows that passed it. */
final class PassingCounts {

  private PassingCounts() {}

  /** Whether the verb of a stage counts. */
  static boolean are(PlanNode stage) {
    return !stage.verb().counts().isEmpty();
  }

  /**
   * The report on a stage that counts; its numbers are not known if no query has passed it whole.
   *
   * @param observed the observed counts by point of the stage
   */
  static StageReport of(PlanNode stage, Map<String, Row> observed) {
    Optional<Row> row = Optional.ofNullable(observed.get(PassingRows.POINT));
    List<String> names = stage.verb().counts();
    List<Long> numbers = row.map(r -> r.<Long>getList(1)).orElse(List.of());
    return StageReport.counting(
        stage.name(),
        row.map(r -> OptionalLong.of(r.<Long>getAs(PassingRows.ROWS)))
            .orElseGet(OptionalLong::empty),
        IntStream.range(0, names.size())
            .mapToObj(i -> new RuleCount(names.get(i), number(numbers, i)))
            .toList());
  }

  private static OptionalLong number(List<Long> numbers, int position) {
    return position < numbers.size()
        ? OptionalLong.of(numbers.get(position))
        : OptionalLong.empty();
  }
}
