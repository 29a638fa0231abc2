package dev.sluice.ml.score;

import dev.sluice.Scoring;
import dev.sluice.Stage;
import dev.sluice.annotation.Internal;
import dev.sluice.ml.evaluate.Drift;
import dev.sluice.ml.model.BadModelException;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.ProfileCounts;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Scores;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.spark.Counted;
import dev.sluice.ml.spark.ScoredStage;
import dev.sluice.record.RecordType;
import dev.sluice.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A model that gives a record {@code R} for each record {@code T}. The same document scores in a stage, batch or
 * stream, and here in plain Java, where no Spark has to be on the class path; the results are the same.
 *
 * <pre>{@code
 * Model<Impression, Ctr> model = Model.load("s3a://models/ctr.json", Impression.class, Ctr.class);
 * Stage<Ctr> scored = impressions.score("ctr", model);
 * Ctr one = model.score(impression);
 * }</pre>
 *
 * <p>Immutable, and safe for use by many threads.
 *
 * @param <T> the record of the rows that go in
 * @param <R> the record of those that come out
 */
public final class Model<T extends Record, R extends Record> implements Scoring<T, R> {

  private final Scorer scorer;
  private final Class<T> input;
  private final Class<R> output;
  private final RecordColumns columns;
  private final RecordMaker<R> maker;
  private final Cell[] cells;
  private final int[] carried;

  private Model(Scorer scorer, Class<T> input, Class<R> output) {
    this.scorer = scorer;
    this.input = input;
    this.output = output;
    Signature signature = scorer.document().signature();
    this.columns = RecordColumns.of(input, signature);
    this.maker = new RecordMaker<>(output);
    this.cells = scorer.document().cells().toArray(new Cell[0]);
    this.carried = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      carried[i] = cells[i] instanceof Cell.Carried c ? signature.position(c.column()) : -1;
    }
  }

  /**
   * The model that a document is, for these records.
   *
   * @param from where the document comes from, for messages
   * @throws BadModelException if the records do not fit, with all differences, or if it does not score its golden rows as
   *     it did
   */
  @Internal
  public static <T extends Record, R extends Record> Model<T, R> of(
      ModelDocument document, Class<T> input, Class<R> output, String from) {
    Scorer scorer = new Scorer(document);
    List<String> problems = new ArrayList<>();
    problems.addAll(
        document.signature().differences(input.getSimpleName(), RecordColumns.all(input)));
    problems.addAll(Cells.differences(document, RecordType.of(output)));
    if (problems.isEmpty()) {
      problems.addAll(GoldenRows.differences(scorer));
    }
    if (!problems.isEmpty()) {
      throw new BadModelException(
          "%s: model '%s' is not one from %s to %s:%n  - %s"
              .formatted(
                  from,
                  document.name(),
                  input.getSimpleName(),
                  output.getSimpleName(),
                  String.join(System.lineSeparator() + "  - ", problems)));
    }
    return new Model<>(scorer, input, output);
  }

  /**
   * Reads a model.
   *
   * @param file a path, or a URI of any file system that Spark reaches
   * @throws BadModelException if it is no whole document of this version, if the records are not those that it was trained
   *     for, or if it does not score its golden rows as it did; the message lists all differences
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static <T extends Record, R extends Record> Model<T, R> load(
      String file, Class<T> input, Class<R> output) {
    return of(DocumentFile.read(file, ModelDocument.class), input, output, file);
  }

  /**
   * Writes the model: whoever reads the file meanwhile sees the old one or the new one, whole.
   *
   * @param file a path, or a URI of any file system that Spark reaches
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(String file) {
    DocumentFile.write(file, document());
  }

  /** The model's name. */
  public String name() {
    return document().name();
  }

  /** What is to be known of it. */
  public Card card() {
    return document().card();
  }

  /** All of it, as data. */
  @Internal
  public ModelDocument document() {
    return scorer.document();
  }

  /** What computes with it. */
  @Internal
  public Scorer scorer() {
    return scorer;
  }

  /** The record of the rows that go in. */
  public Class<T> input() {
    return input;
  }

  /** The record of those that come out. */
  public Class<R> output() {
    return output;
  }

  /**
   * What the model says of a record.
   *
   * @throws NotScorableException if it cannot say anything, for all the reasons
   */
  public R score(T row) {
    Inputs inputs = columns.of(row);
    if (!scorer.encoder().takes(inputs)) {
      throw new NotScorableException(name(), scorer.problems(inputs));
    }
    Scores scores = scorer.of(inputs);
    if (!Double.isFinite(scores.value())) {
      throw new NotScorableException(name(), List.of(Scorer.OVERFLOW));
    }
    Object[] values = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      values[i] =
          carried[i] >= 0
              ? columns.value(row, carried[i])
              : scorer.cell(cells[i], inputs, scores);
    }
    return maker.of(values);
  }

  /** The score before it becomes a record; empty if the model cannot score the row. */
  OptionalDouble value(T row) {
    Inputs inputs = columns.of(row);
    return scorer.encoder().takes(inputs)
        ? OptionalDouble.of(scorer.of(inputs).value())
        : OptionalDouble.empty();
  }

  /** Why the model cannot score a record; empty if it can. */
  public List<String> problems(T row) {
    return scorer.problems(columns.of(row));
  }

  /**
   * The rows of a stage, scored; what cannot be scored is rejected with its reasons.
   */
  @Override
  public Stage<R> score(String name, Stage<T> rows) {
    return ScoredStage.of(name, rows, scorer, output, Optional.empty());
  }

  /**
   * This model, with a candidate in its shadow: both score each row, in one pass, and what comes out is what this model gives. The
   * report of the run says where the two differ.
   *
   * <pre>{@code
   * impressions.score("ctr", model.shadow(candidate)).sink("scores", …);
   * }</pre>
   *
   * @param candidate a model of the same record that tells the same; another is a problem of the pipeline
   */
  public Shadowing<T, R> shadow(Model<T, ?> candidate) {
    return new Shadowing<>(this, candidate);
  }

  /**
   * How different the rows of a run looked from those that the model was made of: each column of its features whose levels or numbers
   * the card has, and its scores.
   *
   * <pre>{@code
   * List<Drift> drift = model.drift(pipeline.run(spark), "ctr");
   * }</pre>
   *
   * @param name the name that the scores were given
   * @return empty if the card has no profiles, or the run did not count the rows
   */
  public List<Drift> drift(RunReport report, String name) {
    ProfileCounts counts = new ProfileCounts(document());
    return report
        .stage(ScoredStage.name(name, scorer))
        .flatMap(stage -> Counted.in(stage, counts.names()))
        .map(numbers -> Drift.of(counts, numbers))
        .orElse(List.of());
  }

  @Override
  public String toString() {
    return "model %s from %s to %s"
        .formatted(name(), input.getSimpleName(), output.getSimpleName());
  }
}
