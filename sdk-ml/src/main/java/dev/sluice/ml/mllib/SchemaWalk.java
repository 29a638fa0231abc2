package dev.sluice.ml.mllib;

import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.SchemaComparison;
import dev.sluice.text.ClosestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What becomes of columns as one transformer after the other is asked what it makes of them. One that refuses ends nothing: those
 * that need none of its columns are asked as well, so that all that is wrong is told at once.
 */
final class SchemaWalk {

  private final InputColumns input;
  private final Set<String> vectors;
  private final Set<String> nullable;
  private final Set<String> spoiled = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private StructType schema;
  private boolean known = true;
  private int refusals;

  private SchemaWalk(InputColumns input, Set<String> vectors) {
    this.input = input;
    this.vectors = vectors;
    this.nullable = new HashSet<>(input.nullable());
    this.schema = input.schema(vectors);
  }

  /** With lists of numbers given as vectors to those that take nothing else. */
  static SchemaWalk of(Transformer transformer, InputColumns input) {
    SchemaWalk walk = new SchemaWalk(input, Set.of());
    walk.through(transformer);
    Set<String> lists = input.lists();
    if (walk.refusals == 0 || lists.isEmpty()) {
      return walk;
    }
    Set<String> read =
        MllibStages.of(transformer)
            .flatMap(stage -> MllibStages.reads(stage).stream())
            .filter(lists::contains)
            .collect(Collectors.toSet());
    SchemaWalk withVectors = new SchemaWalk(input, read);
    withVectors.through(transformer);
    return withVectors.refusals < walk.refusals ? withVectors : walk;
  }

  /** What is wrong, a sentence each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Why components of a record cannot be read from the columns that come out, a sentence each. */
  List<String> problems(RecordType output) {
    return known ? OutputColumns.problems(schema, output, spoiled) : List.of();
  }

  /** The lists that are given as vectors. */
  Set<String> vectors() {
    return vectors;
  }

  private void through(Transformer transformer) {
    MllibStages.of(transformer).forEach(this::step);
  }

  private void step(Transformer stage) {
    known &= !MllibStages.asksSpark(stage);
    if (!known) {
      return;
    }
    List<String> reads = MllibStages.reads(stage);
    List<String> lost =
        reads.stream().filter(column -> spoiled.contains(column) || !has(column)).toList();
    List<String> missing = lost.stream().filter(column -> !spoiled.contains(column)).toList();
    missing.forEach(column -> problems.add(missing(stage, column)));
    refusals += missing.size();
    if (MllibStages.failsAtNull(stage)) {
      reads.stream()
          .filter(nullable::contains)
          .forEach(column -> problems.add(endsAtNull(stage, column)));
    }
    if (lost.isEmpty()) {
      ask(stage);
    } else {
      spoil(MllibStages.makes(stage));
    }
  }

  private void ask(Transformer stage) {
    List<String> makes = MllibStages.makes(stage);
    try {
      schema = stage.transformSchema(schema);
      nullable.removeAll(makes);
      if (stage instanceof ImputerModel) {
        schema = neverNull(schema, makes);
      }
    } catch (Exception refused) { // Scala declares none of what it throws
      refusals++;
      problems.add("%s refuses: %s".formatted(MllibStages.called(stage), message(refused)));
      spoil(makes);
    }
  }

  /** Nothing more can be said of these. */
  private void spoil(List<String> columns) {
    spoiled.addAll(columns);
    nullable.removeAll(columns);
  }

  /** Spark says of what was put in for NULL that it can be NULL. */
  private static StructType neverNull(StructType schema, List<String> columns) {
    return new StructType(
        Arrays.stream(schema.fields())
            .map(
                field -> columns.contains(field.name())
                    ? new StructField(field.name(), field.dataType(), false, field.metadata())
                    : field)
            .toArray(StructField[]::new));
  }

  private static String message(Exception refused) {
    String message = Optional.ofNullable(refused.getMessage()).orElseGet(refused::toString);
    return message.lines().findFirst().orElse(message).replaceFirst("^requirement failed: ", "");
  }

  private boolean has(String column) {
    return SchemaComparison.find(schema, column).isPresent();
  }

  private String missing(Transformer stage, String column) {
    return "%s reads column \"%s\", which %s does not have%s%s"
        .formatted(
            MllibStages.called(stage),
            column,
            input.record().simpleName(),
            schema.size() > input.names().size() ? " and nothing before it makes" : "",
            ClosestName.to(column, Arrays.asList(schema.fieldNames()))
                .map(
                    name -> "; did you mean \"%s\"? Name the component so, or add @ColumnName(\"%s\")"
                        .formatted(name, column))
                .orElse("; columns are given by name: select a record that has it"));
  }

  private String endsAtNull(Transformer stage, String column) {
    return "column \"%s\" can be NULL, and %s ends the run at one: fill it or require it before, declare it as a primitive, or let the transformer skip or keep such rows (handleInvalid), if it can"
        .formatted(column, MllibStages.called(stage));
  }
}
