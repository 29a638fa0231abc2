package dev.sluice.ml.unlabelled;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.bridge.EncodeCall;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.Signature;
import java.util.Arrays;
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
    List<Column> read =
        encoder.signature().columns().stream()
            .filter(column -> column.use() == Signature.Use.FEATURE)
            .map(column -> rows.col(quoted(column.name())))
            .toList();
    Column[] numbers =
        numbers(encoder).stream()
            .map(number -> rows.col(quoted(number.column())).cast("double"))
            .toArray(Column[]::new);
    return new UnlabelledRows(
        rows.select(
            EncodeCall.column(encoder, read).as(SLOTS),
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
    for (int i = 0; i < encoder.size(); i++) {
      int first = encoder.first(i);
      double sum =
          Arrays.stream(slots, first, first + encoder.encoding(i).width()).sum();
      sums.merge(encoder.encoding(i).feature(), sum, Double::sum);
    }
    return sums;
  }

  private static String quoted(String name) {
    return '`' + name + '`';
  }
}
