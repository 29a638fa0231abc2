package dev.sluice.plan.check;

import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.Nullability;
import dev.sluice.plan.Output;
import dev.sluice.plan.PlanNode;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wrong with the components that come out of a stage. */
final class OutputChecker {

  private final PlanNode stage;
  private final ExprChecker exprs;
  private final ProblemList problems;
  private final PrimitiveCheck primitives;

  OutputChecker(PlanNode stage, Nullability nullability, ExprChecker exprs, ProblemList problems) {
    this.stage = stage;
    this.exprs = exprs;
    this.problems = problems;
    this.primitives = new PrimitiveCheck(stage, nullability.facts(stage), problems);
  }

  void check(List<Output> outputs) {
    RecordType record = stage.record();
    Set<String> seen = new HashSet<>();
    for (Output output : outputs) {
      exprs.check(output.value());
      Optional<RecordComponentType> component = record.component(output.component());
      if (component.isPresent()) {
        seen.add(output.component());
        primitives.check(record, component.get(), output.value());
        exprs.checkDigits(component.get(), output.value());
      } else if (!(output.value() instanceof Invalid)) {
        problems.add(stage, ExprChecker.unknown(output.component(), record));
      }
    }
    List<RecordComponentType> unset =
        record.components().stream().filter(c -> !seen.contains(c.name())).toList();
    boolean known = outputs.stream().noneMatch(output -> output.value() instanceof Invalid);
    if (known && !unset.isEmpty()) {
      problems.add(stage, unset(unset));
    }
  }

  private String unset(List<RecordComponentType> unset) {
    return "%s of %s %s not set: no column of the same name and type goes in, so add set(%s::%s).to(…)"
        .formatted(
            unset.stream().map(this::described).collect(Collectors.joining(", ")),
            stage.record().simpleName(),
            unset.size() == 1 ? "is" : "are",
            stage.record().simpleName(),
            unset.get(0).name());
  }

  /** With the type that goes in under this name, if that is what is wrong. */
  private String described(RecordComponentType component) {
    return stage
        .input()
        .record()
        .component(component.name())
        .map(
            other -> "'%s' (%s goes in, %s is wanted)"
                .formatted(
                    component.name(),
                    other.javaType().getTypeName().replaceAll("\\b[a-z]\\w*\\.", ""),
                    component.javaType().getTypeName().replaceAll("\\b[a-z]\\w*\\.", "")))
        .orElseGet(() -> "'" + component.name() + "'");
  }
}
