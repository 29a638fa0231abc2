package dev.sluice.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** How figures of reports are added up: what is not known makes the sum unknown. */
final class Sums {

  private static final List<RunStatus> BEST_FIRST =
      List.of(RunStatus.SKIPPED, RunStatus.SUCCEEDED, RunStatus.CANCELLED, RunStatus.FAILED);

  private Sums() {}

  static OptionalLong plus(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() + b.getAsLong())
        : OptionalLong.empty();
  }

  static OptionalLong larger(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(Math.max(a.getAsLong(), b.getAsLong()))
        : OptionalLong.empty();
  }

  static RunStatus worse(RunStatus a, RunStatus b) {
    return BEST_FIRST.indexOf(a) < BEST_FIRST.indexOf(b) ? b : a;
  }

  /** Those of one name added up, the others as they are, in the order in which they come first. */
  static <T> List<T> byName(
      List<T> first, List<T> second, Function<T, String> name, BinaryOperator<T> plus) {
    Map<String, T> sums = new LinkedHashMap<>();
    first.forEach(one -> sums.merge(name.apply(one), one, plus));
    second.forEach(one -> sums.merge(name.apply(one), one, plus));
    return List.copyOf(new ArrayList<>(sums.values()));
  }
}
