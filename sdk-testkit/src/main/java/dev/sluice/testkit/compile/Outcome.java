package dev.sluice.testkit.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every compiler said about one source. */
record Outcome(CompilationUnit unit, Map<Compiler, List<CompileError>> errors) {

  /** Compiles the units on all the compilers, each in one call; outcomes in the units' order. */
  static List<Outcome> of(List<CompilationUnit> units, Set<Compiler> compilers) {
    Map<Compiler, Map<CompilationUnit, List<CompileError>>> all = new EnumMap<>(Compiler.class);
    compilers.forEach(compiler -> all.put(compiler, new CompilerRun(compiler).errors(units)));
    List<Outcome> outcomes = new ArrayList<>();
    for (CompilationUnit unit : units) {
      Map<Compiler, List<CompileError>> errors = new EnumMap<>(Compiler.class);
      all.forEach((compiler, byUnit) -> errors.put(compiler, List.copyOf(byUnit.get(unit))));
      outcomes.add(new Outcome(unit, errors));
    }
    return outcomes;
  }

  /** An assertion error with all that is needed to understand it. */
  AssertionError failure(String expectation) {
    StringBuilder text = new StringBuilder(expectation);
    text.append("\n\n").append(unit.numbered()).append('\n');
    errors.forEach(
        (compiler, reported) -> {
          if (reported.isEmpty()) {
            text.append(compiler).append(": no error\n");
          }
        });
    errors.values().stream()
        .flatMap(Collection::stream)
        .forEach(error -> text.append(error).append('\n'));
    return new AssertionError(text.toString());
  }
}
