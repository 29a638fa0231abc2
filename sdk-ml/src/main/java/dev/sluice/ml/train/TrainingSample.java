package dev.sluice.ml.train;

import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.Inputs;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Signature.Use;
import dev.sluice.ml.model.TextInputs;
import dev.sluice.ml.unlabelled.RowSample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Some of the rows that train, drawn by their hash: whatever parts the rows come in, it is the same rows in the same order, as
 * long as none is there twice.
 *
 * @param signature what the rows have
 * @param rows the texts of the columns of each row, as {@link TextInputs} has them
 * @param labels the label of each row, as text; empty if there are none
 */
record TrainingSample(Signature signature, List<List<String>> rows, List<String> labels) {

  /** Enough for a mean to be right to a hundredth of a deviation. */
  private static final int ROWS = 20_000;

  static TrainingSample of(Dataset<Row> flat, Signature signature) {
    List<Column> texts = new ArrayList<>();
    for (Signature.Column column : signature.columns()) {
      texts.add(
          column.use() == Use.CARRIED
              ? functions.lit(null).cast("string")
              : text(functions.col(column.name()), column.type()));
    }
    texts.add(functions.col(TrainingColumns.LABEL).cast("string"));
    List<List<String>> rows = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Row> drawn =
        RowSample.of(
            flat.filter(functions.col(TrainingColumns.TRAINS)),
            functions.col(TrainingColumns.DRAWN),
            ROWS)
            .select(texts.toArray(Column[]::new))
            .collectAsList();
    for (Row row : drawn) {
      rows.add(texts(row, texts.size() - 1));
      labels.add(row.getString(texts.size() - 1));
    }
    return new TrainingSample(signature, rows, labels);
  }

  private static Column text(Column column, String type) {
    return switch (type) {
      case "Instant" -> functions.unix_micros(column).cast("string");
      case "LocalDate" ->
        functions.unix_date(column).cast("long").multiply(86_400_000_000L).cast("string");
      case "float", "Float", "BigDecimal" -> column.cast("double").cast("string");
      default -> column.cast("string");
    };
  }

  private static List<String> texts(Row row, int columns) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      texts.add(row.getString(i));
    }
    return Collections.unmodifiableList(texts);
  }

  /** Those of the rows that a model takes. */
  TrainingSample takenBy(Encoder encoder) {
    List<List<String>> taken = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (encoder.takes(inputs(row))) {
        taken.add(rows.get(row));
        theirs.add(labels.get(row));
      }
    }
    return new TrainingSample(signature, taken, theirs);
  }

  /** The finite numbers of a column. */
  double[] numbers(String column) {
    int position = signature.position(column);
    return rows.stream()
        .map(row -> row.get(position))
        .filter(Objects::nonNull)
        .mapToDouble(Double::parseDouble)
        .filter(Double::isFinite)
        .toArray();
  }

  /** The texts of a column; {@code null} for NULL. */
  List<String> texts(String column) {
    int position = signature.position(column);
    return rows.stream().map(row -> row.get(position)).toList();
  }

  /** How many rows there are. */
  int size() {
    return rows.size();
  }

  /** The values of a row. */
  Inputs inputs(int row) {
    return new TextInputs(rows.get(row));
  }
}
