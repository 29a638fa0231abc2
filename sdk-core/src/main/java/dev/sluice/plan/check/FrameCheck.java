package dev.sluice.plan.check;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Frame;
import dev.sluice.plan.ExprNode.Frame.Unit;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.ColumnType;
import dev.sluice.record.ColumnType.Scalar;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Finds what is wrong with the frame of an analytic window.
 *
 * @param stage the stage that computes over it
 * @param inputs the records of the rows that go in
 * @param problems where to report
 */
record FrameCheck(PlanNode stage, List<RecordType> inputs, ProblemList problems) {

  private static final Set<ColumnType> TIMES =
      Set.of(Scalar.DATE, Scalar.TIMESTAMP, Scalar.TIMESTAMP_NTZ);

  private static final long MICROS_OF_A_DAY = TimeUnit.DAYS.toMicros(1);

  /** Checks the frame of a window. */
  void check(Over over) {
    Frame frame = over.frame();
    boolean range = frame.unit() == Unit.RANGE || frame.unit() == Unit.TIME;
    if (range && over.orderBy().size() != 1) {
      problems.add(stage, over.site(), "rangeBetween needs exactly one column in orderBy");
    } else if (range) {
      checkRange(over, over.orderBy().get(0).expr());
    }
    if (frame.from() > frame.to()) {
      problems.add(
          stage,
          over.site(),
          "the window's frame ends before it starts: %s".formatted(frame.ends()));
    }
  }

  private void checkRange(Over over, ExprNode key) {
    if (key instanceof Field field && field.input() < inputs.size()) {
      Optional<ColumnType> type =
          inputs
              .get(field.input())
              .component(field.accessor())
              .map(RecordComponentType::logicalType);
      type.ifPresent(
          known -> {
            if (over.frame().unit() == Unit.TIME) {
              checkTime(over, field, known);
            } else {
              checkNumber(over, field, known);
            }
          });
    }
  }

  /** Distances are numbers, and only between numbers does Spark know any. */
  private void checkNumber(Over over, Field field, ColumnType type) {
    if (TIMES.contains(type)) {
      problems.add(
          stage,
          over.site(),
          "rangeBetween counts in numbers, and '%s' is a %s: order by a number, %s"
              .formatted(
                  field.accessor(),
                  type,
                  type == Scalar.TIMESTAMP_NTZ
                      ? "such as value(LocalDate.EPOCH).daysUntil(…) of a date"
                      : "such as epochSecond(), or count in durations, rangeBetween(Duration.ofDays(-6), Duration.ZERO)"));
    }
  }

  private void checkTime(Over over, Field field, ColumnType type) {
    if (type != Scalar.TIMESTAMP && type != Scalar.DATE) {
      problems.add(
          stage,
          over.site(),
          "rangeBetween of durations needs an order by a date or a point in time, and '%s' is a %s"
              .formatted(field.accessor(), type));
    } else if (type == Scalar.DATE
        && (over.frame().from() % MICROS_OF_A_DAY != 0
            || over.frame().to() % MICROS_OF_A_DAY != 0)) {
      problems.add(
          stage,
          over.site(),
          "'%s' is a date, so rangeBetween needs whole days, not %s"
              .formatted(field.accessor(), over.frame().ends()));
    }
  }
}
