package dev.sluice.ml.train;

import dev.sluice.ml.evaluate.Doubts;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.spark.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
 * @param tests how many rows test
 */
record TrainingLabels(TrainingSpec spec, List<String> names, List<Long> counts, long tests) {

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
    TreeMap<String, Long> train = new TreeMap<>();
    long tests = 0;
    long infinite = 0;
    List<Row> counted =
        flat
            .filter(functions.col(TrainingColumns.TRAINS).isNotNull())
            .groupBy(functions.col(TrainingColumns.TRAINS), label.cast("string").as("label"))
            .count()
            .limit(2 * MOST)
            .collectAsList();
    for (Row row : counted) {
      if (row.isNullAt(1)) {
        infinite += row.getLong(2);
      } else if (row.getBoolean(0)) {
        train.merge(row.getString(1), row.getLong(2), Long::sum);
      } else {
        tests += row.getLong(2);
      }
    }
    TrainingLabels labels = named(spec, train, tests);
    labels.require(infinite);
    return labels;
  }

  private static TrainingLabels named(TrainingSpec spec, TreeMap<String, Long> train, long tests) {
    return switch (spec.task()) {
      case BINARY ->
        new TrainingLabels(
            spec,
            List.of("false", "true"),
            List.of(train.getOrDefault("0.0", 0L), train.getOrDefault("1.0", 0L)),
            tests);
      case MULTICLASS ->
        new TrainingLabels(spec, List.copyOf(train.keySet()), List.copyOf(train.values()), tests);
      default -> new TrainingLabels(spec, List.of(), List.copyOf(train.values()), tests);
    };
  }

  private void require(long infinite) {
    List<String> problems = new ArrayList<>();
    if (infinite > 0) {
      problems.add(
          "the label of %,d rows is no finite number, but NaN or infinite: leave them out by a filter or a rule, or say what they are"
              .formatted(infinite));
    }
    if (rows() == 0) {
      problems.add("no row trains: %s".formatted(spec.split()));
    }
    if (tests == 0) {
      problems.add("no row tests: %s".formatted(spec.split()));
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
    Column factor = functions.lit(1.0);
    for (int i = 0; i < names.size(); i++) {
      double alike = (double) rows() / (names.size() * (double) Math.max(1, counts.get(i)));
      factor = functions.when(position().equalTo((double) i), alike).otherwise(factor);
    }
    return weight.multiply(factor);
  }

  /** What is doubtful about them. */
  List<String> doubts() {
    return spec.task() == Task.BINARY ? Doubts.ofOutcomes(counts.get(1), counts.get(0)) : List.of();
  }
}
