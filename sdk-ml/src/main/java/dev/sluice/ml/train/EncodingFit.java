package dev.sluice.ml.train;

import dev.sluice.ml.feature.Feature;
import dev.sluice.ml.model.BucketEncoding;
import dev.sluice.ml.model.CategoryEncoding;
import dev.sluice.ml.model.CrossEncoding;
import dev.sluice.ml.model.Encoding;
import dev.sluice.ml.model.LevelTable;
import dev.sluice.ml.model.Levels;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.NumberEncoding.Nulls;
import dev.sluice.ml.model.Requirement;
import dev.sluice.ml.model.TextEncoding;
import dev.sluice.ml.model.TimeEncoding;
import dev.sluice.ml.spark.Requirements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Learns the encodings of features from the rows that train, and from no others. The same rows give the same
 * encodings, however they are divided: extremes and counts are taken of all rows, means and deviations of a sample that is drawn
 * by the rows themselves, since a sum of doubles depends on its order.
 */
final class EncodingFit {

  private final Dataset<Row> train;
  private final TrainingSample sample;
  private final LabelMeans means;
  private final Map<Integer, List<Row>> levels = new HashMap<>();
  private final Map<String, double[]> extremes = new HashMap<>();

  private EncodingFit(Dataset<Row> train, TrainingSample sample, LabelMeans means) {
    this.train = train;
    this.sample = sample;
    this.means = means;
  }

  /**
   * The encodings of features, of which none is by the label.
   *
   * @param train the rows that train, with the columns that features read
   * @param sample some of them
   */
  static List<Encoding> of(Dataset<Row> train, TrainingSample sample, List<Feature> features) {
    return of(train, sample, features, LabelMeans.NONE);
  }

  /**
   * The encodings of features.
   *
   * @param train the rows that train, with the columns that features read
   * @param sample some of them
   * @param means of the label, for features that are by it
   */
  static List<Encoding> of(
      Dataset<Row> train, TrainingSample sample, List<Feature> features, LabelMeans means) {
    EncodingFit fit = new EncodingFit(train, sample, means);
    fit.countLevels(features);
    fit.findExtremes(features);
    List<Encoding> encodings = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      encodings.add(fit.encoding(features.get(i), i));
    }
    return encodings;
  }

  private Encoding encoding(Feature feature, int position) {
    if (feature instanceof Feature.Category category) {
      return new CategoryEncoding(category.column(), table(position, category));
    } else if (feature instanceof Feature.Cross cross) {
      return new CrossEncoding(cross.left(), cross.right(), table(position, cross));
    } else if (feature instanceof Feature.Number number) {
      return number(number);
    } else if (feature instanceof Feature.Buckets buckets) {
      return new BucketEncoding(
          buckets.column(),
          buckets.edges().stream().mapToDouble(Double::doubleValue).toArray());
    } else if (feature instanceof Feature.Time time) {
      return new TimeEncoding(time.column(), time.part(), time.zone());
    } else if (feature instanceof Feature.Words words) {
      return new TextEncoding(words.column(), words.buckets());
    } else if (means.has(position)) {
      return means.encoding(position);
    }
    throw new IllegalArgumentException("no encoding of " + feature);
  }

  /** One job for all categories: each row once for each of them. */
  private void countLevels(List<Feature> features) {
    List<Column> each = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      if (feature instanceof Feature.Levelled) {
        each.add(
            functions.struct(
                functions.lit(i).as("feature"), LevelColumn.of(feature.reads()).as("name")));
      }
    }
    if (each.isEmpty()) {
      return;
    }
    train
        .select(functions.explode(functions.array(each.toArray(Column[]::new))).as("level"))
        .select("level.*")
        .filter(functions.col("name").isNotNull())
        .groupBy("feature", "name")
        .count()
        .orderBy(functions.col("count").desc(), functions.col("name"))
        .toLocalIterator()
        .forEachRemaining(
            level -> keep(level, (Feature.Levelled) features.get(level.getInt(0))));
  }

  /** As many rare ones as others may be: whatever is beyond them is as if it was not seen. */
  private void keep(Row level, Feature.Levelled feature) {
    List<Row> kept = levels.computeIfAbsent(level.getInt(0), none -> new ArrayList<>());
    if (kept.size() < 2L * feature.maxLevels()) {
      kept.add(level);
    }
  }

  private LevelTable table(int feature, Feature.Levelled levelled) {
    int maxLevels = levelled.maxLevels();
    List<Row> found = levels.getOrDefault(feature, List.of());
    List<String> kept =
        found.stream()
            .limit(maxLevels)
            .filter(level -> level.getLong(2) >= levelled.atLeast())
            .map(level -> level.getString(1))
            .toList();
    List<String> rare =
        found.stream()
            .skip(kept.size())
            .limit(maxLevels)
            .map(level -> level.getString(1))
            .toList();
    return new LevelTable(new Levels(kept), new Levels(rare));
  }

  /** One job for all numbers whose range is learned. */
  private void findExtremes(List<Feature> features) {
    List<String> columns =
        features.stream()
            .filter(Feature.Number.class::isInstance)
            .map(Feature.Number.class::cast)
            .map(Feature.Number::column)
            .distinct()
            .toList();
    if (columns.isEmpty()) {
      return;
    }
    Column[] asked =
        columns.stream()
            .map(EncodingFit::ifFinite)
            .flatMap(number -> Stream.of(functions.min(number), functions.max(number)))
            .toArray(Column[]::new);
    Row found = train.agg(asked[0], Arrays.copyOfRange(asked, 1, asked.length)).head();
    for (int i = 0; i < columns.size(); i++) {
      if (!found.isNullAt(2 * i)) {
        extremes.put(
            columns.get(i), new double[]{found.getDouble(2 * i), found.getDouble(2 * i + 1)});
      }
    }
  }

  /** The number where it is one, and else NULL. */
  private static Column ifFinite(String column) {
    Column number = functions.col(column).cast("double");
    return functions.when(
        Requirements.column(new Requirement.Finite(column), number), number);
  }

  private NumberEncoding number(Feature.Number number) {
    double[] found = extremes.getOrDefault(number.column(), new double[]{0, 0});
    double low = number.low().orElse(found[0] - (found[1] - found[0]));
    double high = number.high().orElse(found[1] + (found[1] - found[0]));
    if (number.log() && low <= -1) {
      low = Math.nextUp(-1.0);
    }
    double least = low;
    // rows beyond a range that was set do not train
    double[] values =
        Arrays.stream(sample.numbers(number.column()))
            .filter(value -> value >= least && value <= high)
            .map(value -> scaled(number, value))
            .toArray();
    double mean = number.scale() ? Arrays.stream(values).average().orElse(0) : 0;
    double deviation = number.scale() ? deviation(values, mean) : 1;
    double nullValue =
        number.nullAs().isPresent()
            ? (scaled(number, number.nullAs().getAsDouble()) - mean) / deviation
            : number.scale() ? 0 : Arrays.stream(values).average().orElse(0);
    return new NumberEncoding(
        number.column(),
        number.log(),
        mean,
        deviation,
        finite(low),
        finite(high),
        number.nulls(),
        number.nulls() == Nulls.NONE || number.nulls() == Nulls.REJECTED ? 0 : nullValue);
  }

  private static double scaled(Feature.Number number, double value) {
    return number.log() ? Math.log1p(value) : value;
  }

  /** Of a column that does not vary 1, so that it stays 0. */
  private static double deviation(double[] values, double mean) {
    double squares =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0);
    return squares > 0 ? Math.sqrt(squares) : 1;
  }

  private static double finite(double end) {
    return Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, end));
  }
}
