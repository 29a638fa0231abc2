package dev.sluice.plan.check;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.Rolled;
import dev.sluice.plan.ExprNode.Udf;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.NullFacts;
import dev.sluice.plan.Nulls;
import dev.sluice.plan.Operators;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.verb.AsOf;
import dev.sluice.plan.verb.Lookup;
import dev.sluice.plan.verb.WithOne;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a value that can be NULL where a record wants a primitive, and says where the NULL comes
 * from.
 *
 * @param stage the stage that makes the value
 * @param facts what is known of the rows that it makes them of
 * @param problems where to report
 */
record PrimitiveCheck(PlanNode stage, NullFacts facts, ProblemList problems) {

  /** Checks the value of a component, and those of all nested records that it makes. */
  void check(RecordType record, RecordComponentType component, ExprNode value) {
    checkOne(record, component, value);
    value.parts(stage.records())
        .forEach(part -> checkOne(part.record(), part.component(), part.value()));
  }

  private void checkOne(RecordType record, RecordComponentType component, ExprNode value) {
    if (!component.nullable() && value.nullable(facts)) {
      problems.add(
          stage,
          value.writtenAt().orElse(stage.site()),
          "%s can be NULL (%s), but %s.%s is a primitive %s: give a default with orElse(…), rule NULL out before with a filter, fill or require, or declare the component as %s"
              .formatted(
                  ExprText.of(value),
                  reason(value),
                  record.simpleName(),
                  component.name(),
                  component.rawType().getSimpleName(),
                  MethodType.methodType(component.rawType()).wrap().returnType().getSimpleName()));
    }
  }

  /** The innermost part that brings the NULL in. */
  private String reason(ExprNode value) {
    if (value instanceof Call call && givesNullItself(call)) {
      return function(call);
    } else if (value instanceof Over over && !over.function().nullable(facts)) {
      return "the frame can be empty";
    } else if (value instanceof Rolled) {
      return "the rows of totals have NULL for the keys that they add up";
    }
    Optional<ExprNode> culprit =
        value.children().stream().filter(child -> child.nullable(facts)).findFirst();
    if (culprit.isPresent()) {
      return reason(culprit.get());
    } else if (value instanceof Field field) {
      return column(field);
    } else if (value instanceof Key key) {
      return "component '%s' is not a primitive".formatted(key.accessor());
    } else if (value instanceof Nested nested) {
      return "component '%s' is not a primitive".formatted(nested.accessor());
    } else if (value instanceof Variable variable) {
      return variable(variable);
    } else if (value instanceof Cast) {
      return "a conversion that does not fail gives NULL for what it cannot read";
    } else if (value instanceof Udf udf) {
      return "udf '%s' is declared with returningNull()".formatted(udf.name());
    }
    return function(value);
  }

  private static String variable(Variable variable) {
    return switch (variable.bound()) {
      case LAMBDA, ROW -> variable.role() == Variable.Role.VALUE
          ? "a value of a map can be NULL"
          : "an element of a list can be NULL";
      case ROW_OR_NONE -> "a row without elements has none";
    };
  }

  private static String function(ExprNode value) {
    if (value instanceof Call call && call.is(Operators.CASE)) {
      return "a case without otherwise gives NULL for the rest";
    } else if (value instanceof Call call && call.fn().nulls() == Nulls.AGGREGATE) {
      return "%s of no rows is NULL".formatted(call.fn().symbol());
    } else if (value instanceof Call call) {
      return call.fn().symbol() + " can give NULL";
    }
    return ExprText.of(value) + " can give NULL";
  }

  private String column(Field field) {
    boolean outer =
        field.input() < stage.records().size() && stage.verb().mayBeMissing(field.input());
    return outer
        ? (stage.is(Lookup.class) || stage.is(WithOne.class) || stage.is(AsOf.class)
            ? "'%s' is of a row that may not be found"
            : "'%s' is on the outer side of the join")
            .formatted(field.accessor())
        : "component '%s' is not a primitive".formatted(field.accessor());
  }

  private static boolean givesNullItself(Call call) {
    List<Boolean> none = call.arguments().stream().map(argument -> false).toList();
    return call.fn().nulls().nullable(none, true);
  }
}
