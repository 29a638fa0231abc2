package dev.sluice.ml.unlabelled;

import dev.sluice.ml.model.CentresHead;
import dev.sluice.ml.model.Scores;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/**
 * What the rows of each segment add up to, in one pass. The sums of the partitions are added up in the order of the partitions
 * and not in that in which they are done, so that all digits are the same each time.
 */
final class SegmentSums implements Serializable {

  private static final long serialVersionUID = 1L;

  /** How many rows each segment has. */
  final long[] rows;

  /** By segment and slot. */
  final double[][] slots;

  /** By slot: the squares of the distances from the centre, in all segments. */
  final double[] distances;

  /** By segment and number, as they came; NULL is left out. */
  final double[][] numbers;
  final long[][] present;

  /** By number, in all segments. */
  final double[] squares;

  private SegmentSums(int segments, int width, int numbers) {
    this.rows = new long[segments];
    this.slots = new double[segments][width];
    this.distances = new double[width];
    this.numbers = new double[segments][numbers];
    this.present = new long[segments][numbers];
    this.squares = new double[numbers];
  }

  /** Of all rows. */
  static SegmentSums of(UnlabelledRows rows, CentresHead head) {
    int numbers = UnlabelledRows.numbers(rows.encoder()).size();
    SegmentSums all = new SegmentSums(head.size(), head.width(), numbers);
    rows.rows()
        .toJavaRDD()
        .mapPartitions(partition -> List.of(of(partition, head, numbers)).iterator())
        .collect()
        .forEach(all::add);
    return all;
  }

  /** The mean square of a row's distance from its centre. */
  double cost() {
    return DoubleStream.of(distances).sum() / LongStream.of(rows).sum();
  }

  /** The means of the segments; one without rows stays where it is. */
  CentresHead means(CentresHead head) {
    double[][] centres = head.centres();
    for (int i = 0; i < centres.length; i++) {
      for (int slot = 0; rows[i] > 0 && slot < centres[i].length; slot++) {
        centres[i][slot] = slots[i][slot] / rows[i];
      }
    }
    return new CentresHead(centres);
  }

  private static SegmentSums of(Iterator<Row> rows, CentresHead head, int numbers) {
    SegmentSums sums = new SegmentSums(head.size(), head.width(), numbers);
    rows.forEachRemaining(
        row -> {
          EncodedRow slots = EncodedRow.of(row.<Vector>getAs(0));
          Scores scores = slots.putTo(head.open()).scores();
          sums.add(scores.index(), slots, head, row.getList(1));
        });
    return sums;
  }

  private void add(int segment, EncodedRow row, CentresHead head, List<Double> raw) {
    rows[segment]++;
    row.putTo((slot, value) -> slots[segment][slot] += value);
    add(distances, head.contributions(row.dense(head.width()), segment));
    for (int i = 0; i < raw.size(); i++) {
      Double number = raw.get(i);
      if (number != null) {
        numbers[segment][i] += number;
        squares[i] += number * number;
        present[segment][i]++;
      }
    }
  }

  private void add(SegmentSums others) {
    add(rows, others.rows);
    add(distances, others.distances);
    add(squares, others.squares);
    for (int i = 0; i < rows.length; i++) {
      add(slots[i], others.slots[i]);
      add(numbers[i], others.numbers[i]);
      add(present[i], others.present[i]);
    }
  }

  private static void add(double[] sums, double[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
  }

  private static void add(long[] sums, long[] others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
  }
}
