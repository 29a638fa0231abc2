package dev.sluice.ml.train;

import dev.sluice.ml.evaluate.Doubts;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.spark.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;

/**
 * The labels of the rows, counted.
 *
 * @param spec what is trained
 * @param names the names of the labels, in order; {@code false} and {@code true} where there are these; empty for numbers
 * @param counts of the rows that train, for each label; one count for numbers
 * @param weights what these rows count together
 * @param tests how many rows test
 * @param leftOut how many rows do neither, and why
 */
record TrainingLabels(
    TrainingSpec spec,
    List<String> names,
    List<Long> counts,
    List<Double> weights,
    long tests,
    Map<LeftOut, Long> leftOut) {

  private static final int MOST = 1_000;

  /** What the label of a number counts as. */
  private static final String NUMBER = "a number";

  static TrainingLabels of(TrainingSpec spec, Dataset<Row> flat) {
    boolean numbers = spec.task() == Task.REGRESSION;
    Column label = functions.col(TrainingColumns.LABEL);
    if (numbers) {
      label =
          functions.when(
              Requirements.column(new Requirement.Finite(TrainingColumns.LABEL), label),
              NUMBER);
    }
    List<Row> counted =
        flat
            .groupBy(
                functions.col(TrainingColumns.LEFT_OUT),
                functions.col(TrainingColumns.TRAINS),
                label.cast("string").as("label"))
            .agg(
                functions.count(functions.lit(1)),
                functions.sum(TrainingColumns.WEIGHT),
                functions.count_if(functions.not(isWeight())))
            .limit(2 * MOST)
            .collectAsList();
    LabelCounts found = new LabelCounts();
    counted.forEach(found::add);
    TrainingLabels labels = found.of(spec);
    labels.require(found);
    return labels;
  }

  private static Column isWeight() {
    Column weight = functions.col(TrainingColumns.WEIGHT);
    return Requirements.column(new Requirement.Finite(TrainingColumns.WEIGHT), weight)
        .and(weight.geq(0));
  }

  private void require(LabelCounts found) {
    List<String> problems = new ArrayList<>();
    if (found.infinite() > 0) {
      problems.add(
          "the label of %,d rows is no finite number, but NaN or infinite: leave them out by a filter or a rule, or say what they are"
              .formatted(found.infinite()));
    }
    if (found.badWeights() > 0) {
      problems.add(
          "the weight of %,d rows is negative, NaN or infinite: a row counts 0 or more, so leave them out by a filter or a rule, or set their weight"
              .formatted(found.badWeights()));
    }
    if (rows() == 0) {
      problems.add("no row trains: %s%s".formatted(spec.split(), left()));
    }
    if (tests == 0) {
      problems.add("no row tests: %s%s".formatted(spec.split(), left()));
    }
    if (rows() > 0 && !names.isEmpty()) {
      long seen = counts.stream().filter(count -> count > 0).count();
      if (seen < 2) {
        problems.add(
            "all %,d rows that train have the label '%s': look for where the others are lost, such as a filter or a join"
                .formatted(rows(), names.get(counts.get(0) > 0 ? 0 : names.size() - 1)));
      }
      if (names.size() >= MOST) {
        problems.add(
            "there are %,d labels and more: a label is one of few, is it a name or a number of something?"
                .formatted(names.size()));
      }
    }
    problems.addAll(unseen());
    if (!problems.isEmpty()) {
      throw new TrainingException(spec.name(), problems);
    }
  }

  private String left() {
    return leftOut.isEmpty()
        ? ""
        : leftOut.entrySet().stream()
            .map(each -> "%,d rows are %s".formatted(each.getValue(), each.getKey().text()))
            .collect(Collectors.joining(" and ", "; ", ""));
  }

  /**
   * What is wrong with the rows that are left to learn from, when those are gone that a model could not score.
   *
   * @param requirements why they could not
   */
  List<String> problems(EncodedRows rows, List<Requirement> requirements) {
    List<Row> left = rows.rows().groupBy(EncodedRows.LABEL).count().limit(MOST).collectAsList();
    String all = requirements.stream().map(Requirement::text).collect(Collectors.joining(", "));
    if (left.isEmpty()) {
      return List.of(
          "none of the %,d rows that train is one that the model could score, which takes: %s"
              .formatted(rows(), all));
    }
    if (names.isEmpty() || left.size() > 1) {
      return List.of();
    }
    return List.of(
        "the model could score %,d of the %,d rows that train, and all of these have the label '%s'; to be scored takes: %s"
            .formatted(
                left.get(0).getLong(1), rows(), names.get((int) left.get(0).getDouble(0)), all));
  }

  private List<String> unseen() {
    return spec.cells().stream()
        .filter(Cell.OfLabel.class::isInstance)
        .map(cell -> ((Cell.OfLabel) cell).label())
        .filter(label -> !names.contains(label))
        .map(
            label -> "the output has the probability of '%s', which no row that trains has as its label: they have %s"
                .formatted(label, names))
        .toList();
  }

  /** How many rows train. */
  long rows() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The label as MLlib takes it. */
  Column position() {
    Column label = functions.col(TrainingColumns.LABEL);
    return spec.task() == Task.MULTICLASS ? position(label, names) : label;
  }

  /** The position of a label among others; NULL if it is none of them. */
  static Column position(Column label, List<String> names) {
    Column position = functions.lit(null).cast("double");
    for (int i = 0; i < names.size(); i++) {
      position = functions.when(label.equalTo(names.get(i)), (double) i).otherwise(position);
    }
    return position;
  }

  /** How many labels there are, for MLlib, which would count them by the rows of a part, that may lack one. */
  Metadata metadata() {
    return names.isEmpty()
        ? Metadata.empty()
        : NominalAttribute.defaultAttr()
            .withName(EncodedRows.LABEL)
            .withNumValues(names.size())
            .toMetadata();
  }

  /** How much a row counts; in balance all labels count alike together. */
  Column weight() {
    Column weight = functions.col(TrainingColumns.WEIGHT);
    if (!spec.balanced()) {
      return weight;
    }
    double all = weights.stream().mapToDouble(Double::doubleValue).sum();
    Column factor = functions.lit(1.0);
    for (int i = 0; i < names.size(); i++) {
      double alike = weights.get(i) > 0 ? all / (names.size() * weights.get(i)) : 1;
      factor = functions.when(position().equalTo((double) i), alike).otherwise(factor);
    }
    return weight.multiply(factor);
  }

  /** What is doubtful about them. */
  List<String> doubts() {
    return spec.task() == Task.BINARY ? Doubts.ofOutcomes(counts.get(1), counts.get(0)) : List.of();
  }
}
