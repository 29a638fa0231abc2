package dev.sluice.plan;

import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.PlanNode.Join;
import dev.sluice.plan.PlanNode.Output;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wrong with the components that come out of a stage. */
final class OutputChecker {

  private final PlanNode stage;
  private final Nullability nullability;
  private final ExprChecker exprs;
  private final ProblemList problems;

  OutputChecker(PlanNode stage, Nullability nullability, ExprChecker exprs, ProblemList problems) {
    this.stage = stage;
    this.nullability = nullability;
    this.exprs = exprs;
    this.problems = problems;
  }

  void check(List<Output> outputs) {
    RecordType record = stage.record();
    Set<String> seen = new HashSet<>();
    for (Output output : outputs) {
      exprs.check(output.value());
      Optional<RecordComponentType> component = record.component(output.component());
      if (component.isPresent()) {
        seen.add(output.component());
        checkNull(output, component.get());
      } else if (!output.component().equals("?")) {
        problems.add(stage, notAComponent(output, record));
      }
    }
    String unset =
        record.componentNames().stream()
            .filter(name -> !seen.contains(name))
            .collect(Collectors.joining(", "));
    if (!unset.isEmpty()) {
      problems.add(
          stage,
          "%s of %s %s not set: no column of the same name and type goes in, so add set(%s::%s).to(…)"
              .formatted(
                  unset,
                  record.simpleName(),
                  unset.contains(",") ? "are" : "is",
                  record.simpleName(),
                  unset.split(",")[0]));
    }
  }

  private static String notAComponent(Output output, RecordType record) {
    return output.component().startsWith("#")
        ? "row(%s::new) names a constructor that is not the canonical one, which takes (%s)"
            .formatted(record.simpleName(), String.join(", ", record.componentNames()))
        : ExprChecker.unknown(output.component(), record);
  }

  private void checkNull(Output output, RecordComponentType component) {
    if (!component.nullable() && nullability.nullable(output.value(), stage)) {
      problems.add(
          stage,
          site(output.value()),
          "%s can be NULL (%s), but %s.%s is a primitive %s: give a default with orElse(…), rule NULL out with a"
                  .formatted(
                      ExprText.of(output.value()),
                      reason(output.value()),
                      stage.record().simpleName(),
                      component.name(),
                      component.rawType().getSimpleName())
              + " filter, fill or require, or declare the component as a reference type");
    }
  }

  private CallSite site(ExprNode value) {
    return value
        .tree()
        .flatMap(
            node -> {
              if (node instanceof Field field) {
                return Optional.of(field.site()).stream();
              } else if (node instanceof Call call) {
                return Optional.of(call.site()).stream();
              }
              return Optional.<CallSite>empty().stream();
            })
        .findFirst()
        .orElse(stage.site());
  }

  /** The innermost part that brings the NULL in. */
  private String reason(ExprNode value) {
    if (value instanceof Call call && givesNullItself(call)) {
      return call.fn().name() + " can give NULL";
    }
    Optional<ExprNode> culprit =
        value.children().filter(child -> nullability.nullable(child, stage)).findFirst();
    if (culprit.isPresent()) {
      return reason(culprit.get());
    }
    if (value instanceof Field field && stage instanceof Join join) {
      boolean outer =
          join.legs()
                  .get(Math.min(field.input(), join.legs().size() - 1))
                  .kind()
                  .rightMayBeMissing()
              || join.legs().stream()
                  .skip(field.input() + 1L)
                  .anyMatch(l -> l.kind().leftMayBeMissing());
      if (outer) {
        return "'%s' is on the outer side of the join".formatted(field.accessor());
      }
    }
    if (value instanceof Field field) {
      return "component '%s' is not a primitive".formatted(field.accessor());
    } else if (value instanceof Cast) {
      return "a conversion that does not fail gives NULL for what it cannot read";
    }
    return ExprText.of(value) + " can give NULL";
  }

  private static boolean givesNullItself(Call call) {
    List<Boolean> none = call.arguments().stream().map(argument -> false).toList();
    return call.fn().nulls().nullable(none, true);
  }
}
