package dev.sluice.ml.score;

import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.evaluate.Comparison;
import dev.sluice.ml.evaluate.Difference;
import dev.sluice.ml.model.BadModelException;
import dev.sluice.ml.model.Golden;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.ShadowCounts;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.model.TextInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts a candidate into the file of the model that is in use, if nothing speaks against it, and keeps what was there.
 *
 * <pre>{@code
 * Promotion.of(candidate, "s3a://models/ctr.json")
 *     .noWorseOn(lastWeek, row -> clicked.contains(row.id()), 0.001)
 *     .promote();
 * …
 * Promotion.rollBack("s3a://models/ctr.json");
 * }</pre>
 *
 * <p>What always is looked at: that the candidate scores its golden rows as it did, that the file holds a model of the same
 * records that tells the same, and that the candidate can score the golden rows of that model. Whoever reads the file meanwhile
 * has the one model or the other, whole. Immutable.
 *
 * @param <T> the record of the rows that go in
 * @param <R> the record of those that come out
 */
public final class Promotion<T extends Record, R extends Record> {

  /** What the file of the model before is called, behind the name of the file. */
  public static final String PREVIOUS = ".previous";

  private final Model<T, R> candidate;
  private final String file;
  private final List<String> worse;

  private Promotion(Model<T, R> candidate, String file, List<String> worse) {
    this.candidate = candidate;
    this.file = file;
    this.worse = List.copyOf(worse);
  }

  /**
   * Of a candidate.
   *
   * @param file where the model in use is: a path, or a URI of any file system that Spark reaches; there may be none yet
   */
  public static <T extends Record, R extends Record> Promotion<T, R> of(
      Model<T, R> candidate, String file) {
    return new Promotion<>(candidate, file, List.of());
  }

  /**
   * Only if for certain the candidate is not worse than by this.
   *
   * @param differences of the candidate from the model in use, see {@link Comparison}; of none nothing is certain
   * @param margin how much worse it may be, in the unit of each measure, not negative
   */
  public Promotion<T, R> noWorse(List<Difference> differences, double margin) {
    List<String> found = new ArrayList<>(worse);
    if (differences.isEmpty()) {
      found.add("the two cannot be compared, for too little happened to tell: give more rows");
    }
    for (Difference difference : differences) {
      if (!difference.isNoWorseThan(margin)) {
        found.add(
            "the candidate may be worse by more than %s: %s"
                .formatted(margin, difference.text()));
      }
    }
    return new Promotion<>(candidate, file, found);
  }

  /**
   * The same on rows of which it is known what happened, for models that tell how likely something is. Where no model is in use
   * yet there is nothing to compare with.
   *
   * @param rows rows that have trained neither
   * @param happened whether it did
   * @throws BadModelException if the file holds no model of these records
   */
  public Promotion<T, R> noWorseOn(List<T> rows, Predicate<T> happened, double margin) {
    if (candidate.document().task() != Task.BINARY) {
      throw new IllegalArgumentException(
          "model '%s' tells %s: compare the two by Comparison, and give noWorse what comes out"
              .formatted(candidate.name(), candidate.document().task()));
    }
    if (!DocumentFile.exists(file)) {
      return this;
    }
    Model<T, R> current = Model.load(file, candidate.input(), candidate.output());
    return noWorse(
        Comparison.of(scored(current, rows, happened), scored(candidate, rows, happened)),
        margin);
  }

  private static <T extends Record> BinaryRows scored(
      Model<T, ?> model, List<T> rows, Predicate<T> happened) {
    double[] scores = new double[rows.size()];
    boolean[] outcomes = new boolean[rows.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = model.value(rows.get(i)).orElse(Double.NaN);
      outcomes[i] = happened.test(rows.get(i));
    }
    return BinaryRows.of(scores, outcomes);
  }

  /** What speaks against the candidate, a sentence each; empty if nothing does. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(GoldenRows.differences(candidate.scorer()));
    if (DocumentFile.exists(file)) {
      try {
        problems.addAll(
            besides(
                Model.load(file, candidate.input(), candidate.output()).document()));
      } catch (BadModelException e) {
        problems.add("what is there is no model of the same records: " + e.getMessage());
      }
    }
    problems.addAll(worse);
    return problems;
  }

  private List<String> besides(ModelDocument current) {
    List<String> problems =
        new ArrayList<>(ShadowCounts.problems(current, candidate.document()));
    notScored(current).ifPresent(problems::add);
    return problems;
  }

  /** Of rows that the model in use has scored; none if the candidate reads what is not in them. */
  private Optional<String> notScored(ModelDocument current) {
    Signature signature = candidate.document().signature();
    List<String> known =
        current.signature().columns().stream().map(Signature.Column::name).toList();
    List<Signature.Column> read = signature.features();
    if (!read.stream().allMatch(column -> known.contains(column.name()))) {
      return Optional.empty();
    }
    List<List<String>> reasons =
        current.golden().stream()
            .map(row -> candidate.scorer().problems(inputs(row, read, known)))
            .filter(each -> !each.isEmpty())
            .toList();
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the candidate cannot score %d of %d rows that the model in use has scored: %s"
                .formatted(
                    reasons.size(), current.golden().size(), String.join("; ", reasons.get(0))));
  }

  private static TextInputs inputs(
      Golden row, List<Signature.Column> read, List<String> known) {
    List<String> texts = new ArrayList<>();
    read.forEach(column -> texts.add(row.inputs().get(known.indexOf(column.name()))));
    return new TextInputs(texts);
  }

  /**
   * Puts the candidate into the file, and what was there beside it, under the same name and {@value #PREVIOUS}.
   *
   * @throws PromotionException if something speaks against it; nothing has changed then
   * @throws java.io.UncheckedIOException if the file cannot be read or written
   */
  public void promote() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new PromotionException(file, candidate.name(), problems);
    }
    if (DocumentFile.exists(file)) {
      DocumentFile.write(file + PREVIOUS, DocumentFile.read(file, ModelDocument.class));
    }
    candidate.save(file);
  }

  /**
   * Puts the model that was there before the last promotion into its file again. It stays beside it.
   *
   * @throws BadModelException if what was kept is no whole model
   * @throws java.io.UncheckedIOException if nothing was kept, or it cannot be read or written
   */
  public static void rollBack(String file) {
    DocumentFile.write(file, DocumentFile.read(file + PREVIOUS, ModelDocument.class));
  }

  @Override
  public String toString() {
    return "promotion of %s to %s".formatted(candidate, file);
  }
}
