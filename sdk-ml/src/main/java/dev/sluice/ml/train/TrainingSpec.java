package dev.sluice.ml.train;

import dev.sluice.ml.feature.Features;
import dev.sluice.ml.model.Calibration;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Task;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is to be trained, and how.
 *
 * @param name the model's name
 * @param features what it is told
 * @param task what it is to tell
 * @param known the part of a row that has the features; empty if it is the row
 * @param label what it learns; empty if nobody tells
 * @param split which rows train and which test
 * @param learners those that are tried
 * @param weight how much a row counts; empty if all count alike
 * @param balanced whether all labels count alike together
 * @param calibrated whether probabilities are corrected
 * @param folds in how many parts the rows that train are cut to try learners
 * @param seed of everything that is drawn
 * @param cells what it gives
 * @param problems what was wrong when it was written
 * @param site where it was written
 */
record TrainingSpec(
    String name,
    Features<?> features,
    Task task,
    Optional<ExprNode> known,
    Optional<ExprNode> label,
    Split<?> split,
    List<Learner> learners,
    Optional<ExprNode> weight,
    boolean balanced,
    boolean calibrated,
    int folds,
    long seed,
    List<Cell> cells,
    List<String> problems,
    CallSite site)
    implements Trainable {

  @Override
  public TrainingSpec spec() {
    return this;
  }

  @Override
  public ModelDocument train(Class<?> rows, Dataset<Row> stage) {
    return Trainer.train(this, rows, stage);
  }

  /**
   * What was learned, without calibration, card and golden rows.
   *
   * @param labels the names of the labels; empty where there are none
   */
  ModelDocument document(
      Signature signature, List<Encoding> encodings, Head head, List<String> labels) {
    return new ModelDocument(
        ModelDocument.FORMAT,
        name,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        task,
        signature,
        encodings,
        head,
        labels,
        Calibration.NONE,
        cells,
        Card.EMPTY,
        List.of());
  }

  /** Of rows of which nobody tells what they are. */
  static TrainingSpec unlabelled(
      String name, Features<?> features, Task task, Optional<ExprNode> known) {
    return begin(name, features, task, known, Optional.empty(), Split.none());
  }

  static TrainingSpec of(
      String name, Features<?> features, Task task, Optional<ExprNode> known, ExprNode label) {
    return begin(name, features, task, known, Optional.of(label), Split.random(0.8));
  }

  private static TrainingSpec begin(
      String name,
      Features<?> features,
      Task task,
      Optional<ExprNode> known,
      Optional<ExprNode> label,
      Split<?> split) {
    return new TrainingSpec(
        name,
        features,
        task,
        known,
        label,
        split,
        List.of(),
        Optional.empty(),
        false,
        false,
        3,
        42,
        List.of(),
        List.of(),
        CallSite.here());
  }

  TrainingSpec with(Split<?> changed) {
    return with(draft -> draft.split = changed);
  }

  TrainingSpec with(List<? extends Learner> changed) {
    return with(draft -> draft.learners = List.copyOf(changed));
  }

  TrainingSpec weighted(ExprNode by) {
    return with(draft -> draft.weight = Optional.of(by));
  }

  TrainingSpec inBalance() {
    return with(draft -> draft.balanced = true);
  }

  TrainingSpec corrected() {
    return with(draft -> draft.calibrated = true);
  }

  TrainingSpec inFolds(int changed) {
    return with(draft -> draft.folds = changed);
  }

  TrainingSpec seeded(long changed) {
    return with(draft -> draft.seed = changed);
  }

  TrainingSpec giving(OutputCells output) {
    return with(
        draft -> {
          draft.cells = output.cells();
          draft.problems = output.problems();
        });
  }

  private TrainingSpec with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.spec(this);
  }

  /** What can still be said of a training. */
  private static final class Draft {

    private Split<?> split;
    private List<Learner> learners;
    private Optional<ExprNode> weight;
    private boolean balanced;
    private boolean calibrated;
    private int folds;
    private long seed;
    private List<Cell> cells;
    private List<String> problems;

    private Draft(TrainingSpec spec) {
      this.split = spec.split;
      this.learners = spec.learners;
      this.weight = spec.weight;
      this.balanced = spec.balanced;
      this.calibrated = spec.calibrated;
      this.folds = spec.folds;
      this.seed = spec.seed;
      this.cells = spec.cells;
      this.problems = spec.problems;
    }

    private TrainingSpec spec(TrainingSpec of) {
      return new TrainingSpec(
          of.name, of.features, of.task, of.known, of.label, split, learners, weight, balanced,
          calibrated, folds, seed, cells, problems, of.site);
    }
  }
}
