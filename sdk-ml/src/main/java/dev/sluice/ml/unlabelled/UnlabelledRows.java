package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.bridge.EncodeCall;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.spark.FeatureColumns;
import dev.sluice.spark.rows.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Rows to learn from, of which nobody has said what they are.
 *
 * @param rows two columns: the vector of the slots, and the numbers that are features, as they came
 * @param encoder what made the slots
 */
@Internal
public record UnlabelledRows(Dataset<Row> rows, Encoder encoder) {

  private static final String SLOTS = "slots";
  private static final String NUMBERS = "numbers";

  /**
   * Encodes rows.
   *
   * @param rows have the columns that the features read, and keep the encoder's requirements
   */
  public static UnlabelledRows of(Dataset<Row> rows, Encoder encoder) {
    Column[] numbers =
        numbers(encoder).stream()
            .map(number -> Columns.named(number.column()).cast("double"))
            .toArray(Column[]::new);
    return new UnlabelledRows(
        rows.select(
            EncodeCall.column(encoder, FeatureColumns.of(encoder.signature())).as(SLOTS),
            (numbers.length == 0
                ? functions.array().cast("array<double>")
                : functions.array(numbers)).as(NUMBERS)),
        encoder);
  }

  /** The features that are numbers, in order. */
  static List<NumberEncoding> numbers(Encoder encoder) {
    return IntStream.range(0, encoder.size())
        .mapToObj(encoder::encoding)
        .filter(NumberEncoding.class::isInstance)
        .map(NumberEncoding.class::cast)
        .toList();
  }

  /** The vectors alone. */
  public Dataset<Row> vectors() {
    return rows.select(SLOTS);
  }

  /** How many slots each feature has, in order. */
  public int[] widths() {
    return IntStream.range(0, encoder.size())
        .map(feature -> encoder.encoding(feature).width())
        .toArray();
  }

  /** What the slots of each feature add up to. */
  Map<String, Double> byFeature(double[] slots) {
    Map<String, Double> sums = new LinkedHashMap<>();
    double[] each = encoder.sums(slots);
    for (int i = 0; i < each.length; i++) {
      sums.merge(encoder.encoding(i).feature(), each[i], Double::sum);
    }
    return sums;
  }
}
