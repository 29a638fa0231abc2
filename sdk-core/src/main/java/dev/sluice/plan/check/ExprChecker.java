package dev.sluice.plan.check;

import dev.sluice.plan.DecimalTypes;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Changed;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.ExprNode.KeyOf;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.WindowBound;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Fn.Kind;
import dev.sluice.plan.NestedRecords;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.RowFlow;
import dev.sluice.plan.SameExpr;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what is wrong with the expressions of one stage, beyond what javac can see. */
final class ExprChecker {

  private final PlanNode stage;
  private final List<RecordType> inputs;
  private final ProblemList problems;
  private final DecimalCheck decimals;

  ExprChecker(PlanNode stage, List<RecordType> inputs, ProblemList problems) {
    this.stage = stage;
    this.inputs = inputs;
    this.problems = problems;
    this.decimals = new DecimalCheck(stage, new DecimalTypes(inputs), problems);
  }

  /** Checks whether a component keeps the digits of the value it is given. */
  void checkDigits(RecordComponentType component, ExprNode value) {
    decimals.checkStored(component, value);
  }

  /** Checks an expression over the rows that go in. */
  void check(ExprNode expr) {
    expr.tree().forEach(this::checkOne);
    new LambdaCheck(stage, problems).check(expr);
    decimals.check(expr);
  }

  /** Checks an expression where a window function cannot stand, such as a filter. */
  void checkWithoutWindows(ExprNode expr, String place) {
    check(expr);
    List<ExprNode> inAggregates =
        expr.tree().filter(ExprChecker::isAggregate).flatMap(ExprNode::tree).toList();
    expr.tree()
        .filter(Over.class::isInstance)
        .map(Over.class::cast)
        .filter(over -> !inAggregates.contains(over)) // that is told of the aggregate
        .findFirst()
        .ifPresent(
            over -> problems.add(
                stage,
                over.site(),
                "a window function cannot stand in %s: compute it as a column with select or enrich first"
                    .formatted(place)));
  }

  private void checkOne(ExprNode expr) {
    if (expr instanceof Invalid invalid) {
      problems.add(stage, invalid.site(), invalid.problem());
    } else if (expr instanceof Field field) {
      checkField(field);
    } else if (expr instanceof Nested nested) {
      checkNested(nested);
    } else if (expr instanceof Changed changed) {
      checkChanged(changed);
    } else if (expr instanceof Key key) {
      checkKey(key);
    } else if (expr instanceof KeyOf key) {
      checkKey(key);
    } else if (expr instanceof WindowBound bound) {
      checkBound(bound);
    } else if (expr instanceof Over over) {
      checkOver(over);
    } else if (expr instanceof Cast cast) {
      checkCast(cast);
    } else if (expr instanceof Call call) {
      checkCall(call);
    }
  }

  private void checkCast(Cast cast) {
    if (cast.type() instanceof ColumnType.Decimal decimal
        && (decimal.precision() < 1
            || decimal.precision() > ColumnType.Decimal.MAX_PRECISION
            || decimal.scale() < 0
            || decimal.scale() > decimal.precision())) {
      problems.add(
          stage,
          cast.site(),
          "a decimal of %d digits, %d of them after the point, does not exist: it has 1 to %d digits, 0 to all of them after the point"
              .formatted(decimal.precision(), decimal.scale(), ColumnType.Decimal.MAX_PRECISION));
    }
  }

  private void checkCall(Call call) {
    if (isAggregate(call)) {
      call.arguments().forEach(a -> checkWithoutWindows(a, "an aggregate"));
    } else if (Operators.EQUALITIES.contains(call.fn())) {
      call.arguments().stream()
          .filter(Field.class::isInstance)
          .map(Field.class::cast)
          .filter(this::isMap)
          .forEach(
              field -> problems.add(
                  stage,
                  call.site(),
                  "'%s' is a map, and maps cannot be compared".formatted(field.accessor())));
    } else if (call.is(Operators.BETWEEN)
        && call.arguments().get(1) instanceof Literal from
        && call.arguments().get(2) instanceof Literal to
        && isAfter(from.value(), to.value())) {
      problems.add(
          stage,
          call.site(),
          "nothing lies between %s and %s: the smaller value comes first"
              .formatted(ExprText.of(from), ExprText.of(to)));
    }
  }

  private static boolean isAggregate(ExprNode expr) {
    return expr instanceof Call call && call.fn().isAggregate();
  }

  private boolean isMap(Field field) {
    return field.input() < inputs.size()
        && inputs
            .get(field.input())
            .component(field.accessor())
            .filter(component -> component.logicalType() instanceof ColumnType.MapOf)
            .isPresent();
  }

  @SuppressWarnings("unchecked") // both values are of one class, so they can be compared
  private static boolean isAfter(Object from, Object to) {
    return from instanceof Comparable<?> comparable
        && from.getClass() == to.getClass()
        && ((Comparable<Object>) comparable).compareTo(to) > 0;
  }

  private void checkField(Field field) {
    if (field.input() >= inputs.size()) {
      problems.add(
          stage,
          field.site(),
          "column '%s' belongs to the handle of another join".formatted(field.accessor()));
      return;
    }
    RecordType record = inputs.get(field.input());
    if (record.component(field.accessor()).isEmpty()) {
      problems.add(stage, field.site(), unknown(field.accessor(), record));
    }
  }

  private void checkNested(Nested nested) {
    Optional<RecordType> of = NestedRecords.of(nested.of(), inputs);
    if (of.isEmpty() && nested.of().type(inputs).isPresent()) {
      problems.add(
          stage,
          nested.site(),
          "'%s' is no column, for %s is no record: wrap it to compute with it, as in StrExpr.of(…) or IntExpr.of(…)"
              .formatted(nested.accessor(), ExprText.of(nested.of())));
    }
    of.filter(record -> record.component(nested.accessor()).isEmpty())
        .ifPresent(
            record -> problems.add(stage, nested.site(), unknown(nested.accessor(), record)));
  }

  private void checkChanged(Changed changed) {
    NestedRecords.of(changed.of(), inputs)
        .ifPresent(
            record -> changed.values().stream()
                .map(Output::component)
                .filter(name -> record.component(name).isEmpty())
                .forEach(
                    name -> problems.add(stage, changed.site(), unknown(name, record))));
  }

  static String unknown(String accessor, RecordType record) {
    String hint = record.suggestion(accessor).map(s -> "; did you mean '" + s + "'?").orElse("");
    return "'%s' is not a component of %s%s (components: %s)"
        .formatted(accessor, record.simpleName(), hint, String.join(", ", record.componentNames()));
  }

  private void checkKey(Key key) {
    Optional<List<String>> keys = keys();
    if (keys.isEmpty()) {
      problems.add(
          stage, key.site(), "key '%s' stands outside an aggregation".formatted(key.accessor()));
    } else if (!keys.get().contains(key.accessor())) {
      problems.add(
          stage,
          key.site(),
          "'%s' is not a key of this aggregation%s: add it to groupBy, or aggregate it, for example with max"
              .formatted(
                  key.accessor(),
                  keys.get().isEmpty()
                      ? ", which has none"
                      : " (keys: " + String.join(", ", keys.get()) + ")"));
    }
  }

  private void checkKey(KeyOf key) {
    List<ExprNode> keys = keyExprs();
    if (SameExpr.indexIn(keys, key.of()) < 0) {
      problems.add(
          stage,
          key.writtenAt().orElse(stage.site()),
          "'%s' is not a key of this aggregation%s: give key(…) the very expression that groupBy has"
              .formatted(
                  ExprText.of(key),
                  keys.isEmpty()
                      ? ", which has none"
                      : " (keys: %s)".formatted(
                          keys.stream().map(ExprText::of).collect(Collectors.joining(", ")))));
    }
  }

  private Optional<List<String>> keys() {
    return stage.verb().traits().flow() == RowFlow.GROUPS
        ? Optional.of(keyExprs().stream().map(ExprText::of).collect(Collectors.toList()))
        : Optional.empty();
  }

  private List<ExprNode> keyExprs() {
    return stage.verb().expressions().stream()
        .filter(placed -> placed.place() == Place.KEY)
        .map(Placed::expr)
        .toList();
  }

  private void checkBound(WindowBound bound) {
    if (stage.verb().window().isEmpty()) {
      problems.add(
          stage,
          bound.site(),
          "%s() needs a time window: call eventTime(…) and window(…) before groupBy"
              .formatted(bound.start() ? "windowStart" : "windowEnd"));
    }
  }

  private void checkOver(Over over) {
    over.orderBy().forEach(key -> checkWithoutWindows(key.expr(), "an order"));
    over.partitionBy().stream()
        .filter(key -> key instanceof Field field && isMap(field))
        .forEach(
            key -> problems.add(
                stage,
                ((Field) key).site(),
                "'%s' is a map, and maps cannot be grouped or compared"
                    .formatted(((Field) key).accessor())));
    boolean computed =
        over.function() instanceof Cast
            || over.function() instanceof Call call && call.fn().kind() == Kind.SCALAR;
    if (computed) {
      problems.add(
          stage,
          over.site(),
          "over takes one aggregate or ranking function, not %s: compute with what it gives, as in over(…, sum(…)).plus(1)"
              .formatted(ExprText.of(over.function())));
    }
    boolean ranking = over.function() instanceof Call call && call.fn().kind() == Kind.RANKING;
    if (ranking && over.orderBy().isEmpty()) {
      problems.add(
          stage,
          over.site(),
          "%s needs an order: partitionBy(…).orderBy(…)"
              .formatted(((Call) over.function()).fn().symbol()));
    }
    boolean distinct = over.function() instanceof Call call && call.fn().distinct();
    if (distinct) {
      problems.add(
          stage,
          over.site(),
          "Spark computes nothing of distinct values over a window: aggregate by the keys of the window and join, or take collectSet(…) and its size()");
    }
    new FrameCheck(stage, inputs, problems).check(over);
  }
}
