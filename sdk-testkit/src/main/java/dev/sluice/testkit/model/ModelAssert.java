package dev.sluice.testkit.model;

import dev.sluice.expr.FieldReader;
import dev.sluice.expr.Fields;
import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.evaluate.LabelRows;
import dev.sluice.ml.evaluate.Measure;
import dev.sluice.ml.evaluate.NumberRows;
import dev.sluice.ml.model.Scores;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.score.Model;
import dev.sluice.plan.ExprText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Assertions about a model.
 *
 * <pre>{@code
 * Model<Impression, Ctr> model = Model.load("models/ctr.json", Impression.class, Ctr.class);
 * assertThat(model)
 *     .reads(Impression::site, Impression::bid)
 *     .hasNoWarnings()
 *     .figure(Measure.AUC).isSurelyAtLeast(0.6)
 *     .onOutcomes(clicks, Click::impression, Click::clicked).isNoWorseThan(golden, Measure.AUC, 0.01);
 * }</pre>
 *
 * @param <T> the record of the rows that go in
 * @param <R> the record of those that come out
 */
public final class ModelAssert<T extends Record, R extends Record> {

  /** What a card calls the rows that tested. */
  private static final String TEST = "test";

  private static final String GIVEN = "given";

  private final Model<T, R> model;

  ModelAssert(Model<T, R> model) {
    this.model = model;
  }

  /** Asserts that the model's features read these components and no others. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final ModelAssert<T, R> reads(Fields.Named<T>... components) {
    Set<String> expected =
        FieldReader.fields(components).stream()
            .map(ExprText::of)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> read =
        model.document().signature().features().stream()
            .map(Signature.Column::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!read.equals(expected)) {
      throw failure("expected it to read %s, it reads %s".formatted(expected, read));
    }
    return this;
  }

  /** Asserts that its card has no warnings. */
  public ModelAssert<T, R> hasNoWarnings() {
    List<String> warnings = model.card().warnings();
    if (!warnings.isEmpty()) {
      throw failure(
          "expected no warnings, there are %s:%n  - %s"
              .formatted(
                  warnings.size(), String.join(System.lineSeparator() + "  - ", warnings)));
    }
    return this;
  }

  /** A figure of the rows that tested it when it was trained, as its card has it. */
  public FigureAssert<ModelAssert<T, R>> figure(Measure measure) {
    return new Figures(model.name(), TEST, model.card().figures()).figure(measure, this);
  }

  /** Asserts that the model cannot score a row, for these reasons. */
  public ModelAssert<T, R> rejects(T row, String... reasons) {
    List<String> found = model.problems(row);
    if (!found.equals(List.of(reasons))) {
      throw failure(
          "expected it to reject %s because of %s, %s"
              .formatted(
                  row,
                  Arrays.toString(reasons),
                  found.isEmpty() ? "it scores it" : "it rejects it because of " + found));
    }
    return this;
  }

  /**
   * Asserts that it gives the same rows in plain Java and as a stage, whatever the order of the rows and the parts they come in.
   * Rows that it cannot score are to be missing. It takes three small jobs of Spark.
   *
   * @throws IllegalStateException if there is no active session, which {@link dev.sluice.testkit.SparkTest} sets
   */
  public ModelAssert<T, R> scoresAlike(List<T> rows) {
    new ScoredInParts<>(model, rows).difference().ifPresent(
        difference -> {
          throw failure(difference);
        });
    return this;
  }

  /**
   * What a model of true and false is worth on rows of which it is known what happened. The rows are scored in plain Java.
   *
   * @param rows the rows
   * @param known the part of each that the model is asked about; {@code Function.identity()} if it is the row
   * @param happened whether it happened
   */
  public <C> MeasuredAssert<T, R> onOutcomes(
      List<C> rows, Function<C, T> known, Predicate<C> happened) {
    require(Task.BINARY, "outcomes");
    boolean[] outcomes = new boolean[rows.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = happened.test(rows.get(i));
    }
    return new MeasuredAssert<>(
        this, model, GIVEN, scored -> BinaryRows.of(values(scored, rows, known), outcomes));
  }

  /**
   * What a model of a number is worth on rows of which the number is known. The rows are scored in plain Java.
   *
   * @param rows the rows
   * @param known the part of each that the model is asked about
   * @param number what it was, finite
   */
  public <C> MeasuredAssert<T, R> onNumbers(
      List<C> rows, Function<C, T> known, ToDoubleFunction<C> number) {
    require(Task.REGRESSION, "numbers");
    double[] numbers = rows.stream().mapToDouble(number).toArray();
    return new MeasuredAssert<>(
        this, model, GIVEN, scored -> NumberRows.of(values(scored, rows, known), numbers));
  }

  /**
   * What a model of several labels is worth on rows of which the label is known. The rows are scored in plain Java.
   *
   * @param rows the rows
   * @param known the part of each that the model is asked about
   * @param label what it was, one of the model's labels
   */
  public <C> MeasuredAssert<T, R> onLabels(
      List<C> rows, Function<C, T> known, Function<C, String> label) {
    require(Task.MULTICLASS, "labels");
    List<String> labels = model.document().labels();
    int[] happened = rows.stream().mapToInt(row -> position(labels, label.apply(row))).toArray();
    return new MeasuredAssert<>(
        this, model, GIVEN, scored -> labelled(labels, happened, scored, rows, known));
  }

  private int position(List<String> labels, String label) {
    int position = labels.indexOf(label);
    if (position < 0) {
      throw failure("a row has the label '%s', and it knows %s".formatted(label, labels));
    }
    return position;
  }

  private static <T extends Record, C> LabelRows labelled(
      List<String> labels,
      int[] happened,
      ModelScores<T> scored,
      List<C> rows,
      Function<C, T> known) {
    int[] predicted = new int[happened.length];
    double[] probabilities = new double[happened.length];
    for (int i = 0; i < happened.length; i++) {
      Optional<Scores> scores = scored.of(known.apply(rows.get(i)));
      predicted[i] = scores.map(Scores::index).orElse(0);
      int label = happened[i];
      probabilities[i] = scores.map(each -> each.each()[label]).orElse(Double.NaN);
    }
    return LabelRows.of(labels, happened, predicted, probabilities);
  }

  private static <T extends Record, C> double[] values(
      ModelScores<T> scored, List<C> rows, Function<C, T> known) {
    return rows.stream().mapToDouble(row -> scored.value(known.apply(row))).toArray();
  }

  private void require(Task task, String what) {
    if (model.document().task() != task) {
      throw failure(
          "it is a model of %s, which cannot be measured by %s"
              .formatted(model.document().task(), what));
    }
  }

  private AssertionError failure(String summary) {
    return new AssertionError("model '%s': %s".formatted(model.name(), summary));
  }
}
