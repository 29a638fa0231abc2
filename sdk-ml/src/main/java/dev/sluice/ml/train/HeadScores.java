package dev.sluice.ml.train;

import dev.sluice.ml.model.Head;
import dev.sluice.ml.model.Scores;
import dev.sluice.ml.model.Tally;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.runtime.BoxedUnit;

/** What a head says of encoded rows that it has not learned from. */
final class HeadScores implements MapPartitionsFunction<Row, byte[]> {

  private static final long serialVersionUID = 1L;

  private static final int NUMBERS = 4;

  private final Head head;
  private final boolean several;

  private HeadScores(Head head, boolean several) {
    this.head = head;
    this.several = several;
  }

  /**
   * The score of each row, or the probability of its label where there are several; its label; its weight for the learner; and
   * its own.
   */
  static List<double[]> of(Head head, EncodedRows rows) {
    List<double[]> scored = new ArrayList<>();
    rows.rows()
        .select(
            functions.col(EncodedRows.LABEL),
            functions.col(EncodedRows.WEIGHT),
            functions.col(EncodedRows.OWN_WEIGHT),
            functions.col(EncodedRows.FEATURES))
        .mapPartitions(new HeadScores(head, rows.several()), Encoders.BINARY())
        .toLocalIterator()
        .forEachRemaining(bytes -> unpack(bytes, scored));
    return scored;
  }

  /** The same of all rows, each by a head that has learned of all parts but that of the row. */
  static List<double[]> leftOut(Learner learner, EncodedRows rows, int folds) {
    List<double[]> scored = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      scored.addAll(of(learner.learn(rows.without(fold)).head(), rows.only(fold)));
    }
    return scored;
  }

  @Override
  public Iterator<byte[]> call(Iterator<Row> rows) {
    List<double[]> scored = new ArrayList<>();
    rows.forEachRemaining(row -> scored.add(score(row)));
    ByteBuffer packed = ByteBuffer.allocate(scored.size() * NUMBERS * Double.BYTES);
    for (double[] numbers : scored) {
      for (double number : numbers) {
        packed.putDouble(number);
      }
    }
    return List.of(packed.array()).iterator();
  }

  private static void unpack(byte[] bytes, List<double[]> scored) {
    ByteBuffer packed = ByteBuffer.wrap(bytes);
    while (packed.hasRemaining()) {
      scored.add(
          new double[]{
              packed.getDouble(), packed.getDouble(), packed.getDouble(), packed.getDouble()});
    }
  }

  private double[] score(Row row) {
    Tally tally = head.open();
    Vector vector = row.getAs(3);
    vector.foreachActive(
        (slot, value) -> {
          tally.put((int) slot, (double) value);
          return BoxedUnit.UNIT;
        });
    Scores scores = tally.scores();
    double label = row.getDouble(0);
    return new double[]{
        several ? scores.each()[(int) label] : scores.value(), label, row.getDouble(1),
        row.getDouble(2)};
  }
}
