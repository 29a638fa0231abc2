package dev.sluice.ml.train;

import dev.sluice.ml.feature.Feature;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Task;
import dev.sluice.plan.ExprNode;
import dev.sluice.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a training in itself, before any row is looked at. */
final class TrainingProblems {

  private TrainingProblems() {}

  static List<String> of(TrainingSpec spec, Class<?> output) {
    List<String> problems = new ArrayList<>(spec.features().problems());
    problems.addAll(spec.problems());
    if (spec.label().isPresent() && spec.learners().isEmpty()) {
      problems.add("nothing learns: give with(…) a learner, such as logistic()");
    }
    problems.addAll(labelMeans(spec));
    List<ExprNode> named = new ArrayList<>();
    spec.known().ifPresent(named::add);
    spec.label().ifPresent(named::add);
    spec.weight().ifPresent(named::add);
    if (spec.split().how() instanceof Split.ByHash hash) {
      named.addAll(hash.key());
    } else if (spec.split().how() instanceof Split.ByTime time) {
      named.addAll(time.time());
    }
    for (ExprNode column : named) {
      if (column instanceof ExprNode.Invalid invalid) {
        problems.add("%s: %s".formatted(invalid.site().frame(), invalid.problem()));
      }
    }
    RecordType known = RecordType.of(spec.features().type());
    RecordType given = RecordType.of(output);
    for (int i = 0; i < spec.cells().size() && i < given.components().size(); i++) {
      if (spec.cells().get(i) instanceof Cell.Carried carried) {
        carries(known, carried, given, i).ifPresent(problems::add);
      }
    }
    return problems.stream().distinct().toList();
  }

  /** A name of one of several labels has no mean. */
  private static List<String> labelMeans(TrainingSpec spec) {
    if (spec.task() == Task.BINARY || spec.task() == Task.REGRESSION) {
      return List.of();
    }
    return spec.features().all().stream()
        .filter(Feature.LabelMean.class::isInstance)
        .map(
            feature -> "%s is asked for as the mean of the label, which must be true or false or a number: take asMeanOfLabel() away"
                .formatted(String.join(" × ", feature.reads())))
        .toList();
  }

  /** A component that can be NULL does not fit into a primitive one. */
  private static Optional<String> carries(
      RecordType known, Cell.Carried carried, RecordType given, int position) {
    boolean nullable =
        known.component(carried.column()).map(c -> c.nullable()).orElse(true);
    boolean primitive = !given.components().get(position).nullable();
    return nullable && primitive
        ? Optional.of(
            "%s.%s is primitive, and %s of %s can be NULL: declare it as a box"
                .formatted(
                    given.simpleName(),
                    given.components().get(position).name(),
                    carried.column(),
                    known.simpleName()))
        : Optional.empty();
  }
}
