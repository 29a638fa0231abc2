package dev.sluice.testkit.model;

import dev.sluice.expr.Projection;
import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Signature.Column;
import dev.sluice.ml.model.Signature.Use;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.RecordColumns;
import dev.sluice.ml.train.GivenOutput;
import dev.sluice.ml.train.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model that is made in code, see {@link TestModels}.
 *
 * @param <T> the record of the rows that go in
 * @param <O> what it can give
 */
public sealed class TestModel<T extends Record, O> permits WeightedTestModel {

  private static final String CREATED = "2000-01-01T00:00:00Z";

  final Class<T> record;
  final Task task;
  final Function<double[], Head> head;
  private final List<String> labels;
  final O handle;
  final List<Term> terms;

  TestModel(
      Class<T> record,
      Task task,
      Function<double[], Head> head,
      List<String> labels,
      O handle,
      List<Term> terms) {
    this.record = record;
    this.task = task;
    this.head = head;
    this.labels = labels;
    this.handle = handle;
    this.terms = List.copyOf(terms);
  }

  /**
   * The model, with what it gives.
   *
   * @param output {@code o -> row(Ctr::new).of(o.in(Impression::id), o.probability())}
   * @throws IllegalArgumentException if the output has what a model cannot give
   */
  public <R extends Record> Model<T, R> output(Function<O, Projection<Scored<T>, R>> output) {
    GivenOutput<R> given = GivenOutput.of(output.apply(handle));
    double[] weights =
        terms.stream().flatMapToDouble(term -> Arrays.stream(term.weights())).toArray();
    ModelDocument document =
        new ModelDocument(
            ModelDocument.FORMAT,
            "test model",
            CREATED,
            task,
            signature(given.cells()),
            terms.stream().map(Term::encoding).toList(),
            head.apply(weights),
            labels,
            Calibration.NONE,
            given.cells(),
            Card.EMPTY,
            List.of());
    return Model.of(document, record, given.record(), "a test model");
  }

  private Signature signature(List<Cell> cells) {
    Map<String, Column> all =
        RecordColumns.all(record).stream()
            .collect(Collectors.toMap(Column::name, Function.identity()));
    Map<String, Use> uses = new LinkedHashMap<>();
    terms.forEach(term -> uses.putIfAbsent(term.column(), Use.FEATURE));
    cells.stream()
        .flatMap(cell -> cell instanceof Cell.Carried carried ? Stream.of(carried) : Stream.empty())
        .forEach(carried -> uses.putIfAbsent(carried.column(), Use.CARRIED));
    List<Column> columns = new ArrayList<>();
    uses.forEach(
        (name, use) -> {
          Column column =
              Optional.ofNullable(all.get(name))
                  .orElseThrow(
                      () -> new IllegalArgumentException(
                          "%s has no component '%s'".formatted(record.getSimpleName(), name)));
          columns.add(new Column(name, column.type(), column.nullable(), use));
        });
    return new Signature(record.getSimpleName(), columns);
  }
}
