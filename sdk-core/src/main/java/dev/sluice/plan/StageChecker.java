package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.PlanNode.Aggregate;
import dev.sluice.plan.PlanNode.Clean;
import dev.sluice.plan.PlanNode.Dedupe;
import dev.sluice.plan.PlanNode.Distinct;
import dev.sluice.plan.PlanNode.EventTime;
import dev.sluice.plan.PlanNode.Filter;
import dev.sluice.plan.PlanNode.Join;
import dev.sluice.plan.PlanNode.Limit;
import dev.sluice.plan.PlanNode.Sample;
import dev.sluice.plan.PlanNode.Select;
import dev.sluice.plan.PlanNode.Sort;
import dev.sluice.plan.PlanNode.Sql;
import java.time.Duration;
import java.util.List;

/** Finds what is wrong with one stage. */
final class StageChecker {

  private final PlanNode stage;
  private final Nullability nullability;
  private final ProblemList problems;
  private final ExprChecker exprs;
  private final OutputChecker outputs;

  StageChecker(PlanNode stage, Nullability nullability, ProblemList problems) {
    this.stage = stage;
    this.nullability = nullability;
    this.problems = problems;
    List<RecordType> inputs = stage.inputs().stream().map(PlanNode::record).toList();
    this.exprs = new ExprChecker(stage, inputs, problems);
    this.outputs = new OutputChecker(stage, nullability, exprs, problems);
  }

  void check() {
    if (stage.name().isBlank()) {
      problems.add(stage, "a %s needs a name".formatted(stage.verb()));
    }
    if (stage instanceof Filter filter) {
      exprs.checkWithoutWindows(filter.condition(), "a filter");
    } else if (stage instanceof Select select) {
      outputs.check(select.outputs());
    } else if (stage instanceof Aggregate aggregate) {
      checkAggregate(aggregate);
    } else if (stage instanceof Join join) {
      checkJoin(join);
    } else if (stage instanceof Clean clean) {
      new CleanChecker(clean, nullability, exprs, problems).check();
    } else if (stage instanceof Dedupe dedupe) {
      dedupe.keys().forEach(this::checkKey);
      dedupe.keepFirstBy().forEach(this::checkSortKey);
      requireKeys(dedupe.keys(), "dedupe needs at least one key; distinct() compares whole rows");
    } else if (stage instanceof Sort sort) {
      sort.orderBy().forEach(this::checkSortKey);
      requireKeys(sort.orderBy(), "sort needs at least one order");
    } else if (stage instanceof Distinct) {
      checkDistinct();
    } else if (stage instanceof Limit limit && limit.rows() < 0) {
      problems.add(stage, "a limit cannot be negative: " + limit.rows());
    } else if (stage instanceof Sample sample
        && !(sample.fraction() >= 0 && sample.fraction() <= 1)) {
      problems.add(stage, "a sample's share lies between 0 and 1, not " + sample.fraction());
    } else if (stage instanceof EventTime eventTime) {
      exprs.check(eventTime.column());
      if (eventTime.lateness().isNegative()) {
        problems.add(stage, "the lateness cannot be negative: " + eventTime.lateness());
      }
    } else if (stage instanceof Sql sql && !sql.query().contains("{stage}")) {
      problems.add(
          stage, "the query does not read the stage: name it {stage}, as in select * from {stage}");
    }
  }

  private void checkDistinct() {
    stage.record().components().stream()
        .filter(component -> component.logicalType() instanceof ColumnType.MapOf)
        .forEach(
            component -> problems.add(
                stage,
                "'%s' is a map, and maps cannot be compared: use dedupe with the columns that tell rows apart"
                    .formatted(component.name())));
  }

  private void checkAggregate(Aggregate aggregate) {
    aggregate.keys().forEach(this::checkKey);
    aggregate.having().ifPresent(exprs::check);
    aggregate.window().ifPresent(this::checkWindow);
    if (aggregate.window().isPresent() && !hasEventTime(aggregate.input())) {
      problems.add(stage, "a time window needs a stage with eventTime(…)");
    }
    outputs.check(aggregate.outputs());
  }

  private static boolean hasEventTime(PlanNode node) {
    return node instanceof EventTime || (node instanceof Filter && hasEventTime(node.input()));
  }

  private void checkWindow(TimeWindow window) {
    if (window instanceof TimeWindow.Tumbling tumbling) {
      requirePositive(tumbling.length(), "length");
    } else if (window instanceof TimeWindow.Sliding sliding) {
      requirePositive(sliding.length(), "length");
      requirePositive(sliding.slide(), "slide");
      if (sliding.slide().compareTo(sliding.length()) > 0) {
        problems.add(
            stage,
            "windows of %s every %s leave gaps: the slide must not be longer than the window"
                .formatted(sliding.length(), sliding.slide()));
      }
    } else if (window instanceof TimeWindow.Session session) {
      requirePositive(session.gap(), "gap");
    }
  }

  private void requirePositive(Duration duration, String what) {
    if (duration.isZero() || duration.isNegative()) {
      problems.add(stage, "a window's %s must be positive, not %s".formatted(what, duration));
    }
  }

  private void checkJoin(Join join) {
    join.legs().stream()
        .flatMap(leg -> leg.condition().stream())
        .forEach(condition -> exprs.checkWithoutWindows(condition, "a join condition"));
    if (!join.outputs().isEmpty()) {
      outputs.check(join.outputs());
    }
  }

  private void requireKeys(List<?> keys, String message) {
    if (keys.isEmpty()) {
      problems.add(stage, message);
    }
  }

  private void checkKey(ExprNode key) {
    exprs.check(key);
    comparable(key, "grouped or compared");
  }

  private void checkSortKey(SortKey key) {
    exprs.checkWithoutWindows(key.expr(), "an order");
    comparable(key.expr(), "sorted");
  }

  /** A map has neither equality nor order in Spark; a binary or nested value has both. */
  private void comparable(ExprNode key, String what) {
    if (key instanceof Field field) {
      stage
          .input()
          .record()
          .component(field.accessor())
          .filter(component -> component.logicalType() instanceof ColumnType.MapOf)
          .ifPresent(
              component -> problems.add(
                  stage,
                  field.site(),
                  "'%s' is a map, and maps cannot be %s".formatted(component.name(), what)));
    } else if (key instanceof Invalid invalid) {
      problems.add(stage, invalid.site(), invalid.problem());
    }
  }
}
