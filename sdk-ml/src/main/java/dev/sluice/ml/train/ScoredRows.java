package dev.sluice.ml.train;

import dev.sluice.ml.bridge.ScoreCall;
import dev.sluice.ml.evaluate.BinaryRows;
import dev.sluice.ml.evaluate.EvaluatedRows;
import dev.sluice.ml.evaluate.LabelRows;
import dev.sluice.ml.evaluate.NumberRows;
import dev.sluice.ml.evaluate.Watched;
import dev.sluice.ml.model.Card;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.LevelTable;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Task;
import dev.sluice.ml.spark.FeatureColumns;
import dev.sluice.ml.spark.Requirements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows scored by a model, as arrays that figures are computed of, in the order of their parts. */
final class ScoredRows {

  private final ModelDocument document;
  private final List<String> watchedColumns;
  private final List<List<String>> watched = new ArrayList<>();
  private double[] scores = new double[1024];
  private double[] labels = new double[1024];
  private double[] weights = new double[1024];
  private int[] indexes = new int[1024];
  private int size;
  private long unknown;

  private ScoredRows(ModelDocument document) {
    this.document = document;
    this.watchedColumns =
        document.signature().used(Signature.Use.WATCHED).stream()
            .map(Signature.Column::name)
            .toList();
    watchedColumns.forEach(column -> watched.add(new ArrayList<>()));
  }

  /**
   * Scores rows.
   *
   * @param document a model, whose cells do not matter
   * @param flat the rows with the columns of {@link TrainingColumns}
   */
  static ScoredRows of(ModelDocument document, Dataset<Row> flat) {
    ScoredRows rows = new ScoredRows(document);
    Iterator<Row> each = flat.select(rows.columns()).toLocalIterator();
    while (each.hasNext()) {
      rows.add(each.next());
    }
    return rows;
  }

  /** The score, the label, the weight, the predicted label, and what is watched. */
  private Column[] columns() {
    List<Cell> cells = new ArrayList<>(List.of(new Cell.Value(), new Cell.Index()));
    document.labels().forEach(label -> cells.add(new Cell.OfLabel(label)));
    Scorer scorer = new Scorer(document.giving(cells));
    List<Column> read = FeatureColumns.of(document.signature());
    Column scorable = Requirements.all(scorer.encoder().requirements());
    Column label = functions.col(TrainingColumns.LABEL);
    Column score = ScoreCall.column(scorer, cells.get(0), read);
    if (document.task() == Task.MULTICLASS) {
      score = functions.lit(null).cast("double");
      for (int i = 0; i < document.labels().size(); i++) {
        score =
            functions
                .when(
                    label.equalTo(document.labels().get(i)),
                    ScoreCall.column(scorer, cells.get(2 + i), read))
                .otherwise(score);
      }
      // labels that training has not seen have none, and are counted apart
      label = TrainingLabels.position(label, document.labels());
    }
    List<Column> columns = new ArrayList<>();
    columns.add(functions.when(scorable, score));
    columns.add(label);
    columns.add(functions.col(TrainingColumns.WEIGHT));
    columns.add(functions.when(scorable, ScoreCall.column(scorer, cells.get(1), read)));
    watchedColumns.forEach(column -> columns.add(functions.col(column)));
    return columns.toArray(Column[]::new);
  }

  private void add(Row row) {
    if (row.isNullAt(1)) {
      unknown++;
      return;
    }
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, size * 2);
      labels = Arrays.copyOf(labels, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
      indexes = Arrays.copyOf(indexes, size * 2);
    }
    scores[size] =
        row.isNullAt(0) || !Double.isFinite(row.getDouble(0)) ? Double.NaN : row.getDouble(0);
    labels[size] = row.getDouble(1);
    weights[size] = row.getDouble(2);
    indexes[size] = row.isNullAt(3) ? 0 : row.getInt(3);
    size++;
    for (int i = 0; i < watched.size(); i++) {
      String level = row.getString(4 + i);
      watched.get(i).add(level == null ? LevelTable.NULL : level);
    }
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** How many rows there are beside these, of labels that the model does not know. */
  long unknown() {
    return unknown;
  }

  /** How many of them could be scored. */
  long scored() {
    return IntStream.range(0, size).filter(i -> !Double.isNaN(scores[i])).count();
  }

  /** As figures take them. */
  EvaluatedRows evaluated() {
    double[] values = Arrays.copyOf(scores, size);
    double[] outcomes = Arrays.copyOf(labels, size);
    double[] counts = Arrays.copyOf(weights, size);
    return switch (document.task()) {
      case BINARY -> BinaryRows.of(values, booleans()).weighted(counts);
      case MULTICLASS ->
        LabelRows.of(
            document.labels(),
            Arrays.stream(outcomes).mapToInt(label -> (int) label).toArray(),
            Arrays.copyOf(indexes, size),
            values)
            .weighted(counts);
      default -> NumberRows.of(values, outcomes).weighted(counts);
    };
  }

  /** What the scores, or the labels, of the rows that could be scored look like. */
  List<Card.Profile> profiles() {
    int[] scored = IntStream.range(0, size).filter(i -> !Double.isNaN(scores[i])).toArray();
    if (scored.length == 0) {
      return List.of();
    }
    return List.of(
        document.task() == Task.MULTICLASS
            ? ScoreProfiles.ofLabels(
                document, Arrays.stream(scored).map(i -> indexes[i]).toArray())
            : ScoreProfiles.ofValues(
                Arrays.stream(scored).mapToDouble(i -> scores[i]).toArray()));
  }

  private boolean[] booleans() {
    boolean[] outcomes = new boolean[size];
    for (int i = 0; i < size; i++) {
      outcomes[i] = labels[i] == 1;
    }
    return outcomes;
  }

  /** What is watched. */
  List<Watched> watched() {
    return IntStream.range(0, watched.size())
        .mapToObj(i -> Watched.of(watchedColumns.get(i), watched.get(i)))
        .toList();
  }
}
