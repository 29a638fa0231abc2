package dev.sluice.ml.mllib;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.UnaryTransformer;
import org.apache.spark.ml.feature.RFormulaModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.TrainValidationSplitModel;

/** The single transformers that one consists of, and what their parameters say of them. */
final class MllibStages {

  private static final String SPARKS_OWN = "org.apache.spark.ml.";

  private static final Set<String> READ =
      Set.of("inputCol", "inputCols", "featuresCol", "userCol", "itemCol", "itemsCol");

  /** Parameters of training, which a transformer keeps and does not look at. */
  private static final Set<String> OF_TRAINING = Set.of("labelCol", "weightCol", "censorCol");

  private MllibStages() {}

  /** Those of which a transformer consists, in the order in which rows pass them. */
  static Stream<Transformer> of(Transformer transformer) {
    if (transformer instanceof PipelineModel pipeline) {
      return Arrays.stream(pipeline.stages()).flatMap(MllibStages::of);
    }
    return best(transformer).map(MllibStages::of).orElseGet(() -> Stream.of(transformer));
  }

  private static Optional<Model<?>> best(Transformer transformer) {
    if (transformer instanceof CrossValidatorModel tried) {
      return Optional.of(tried.bestModel());
    }
    return transformer instanceof TrainValidationSplitModel tried
        ? Optional.of(tried.bestModel())
        : Optional.empty();
  }

  /** What a transformer is called in messages. */
  static String called(Transformer transformer) {
    return transformer.getClass().getSimpleName();
  }

  /**
   * Whether what comes of a row depends on this row alone. Of Spark's own transformers only a query may look at several; of
   * others nothing is known.
   */
  static boolean isRowByRow(Transformer transformer) {
    return isSparks(transformer) && !asksSpark(transformer);
  }

  /** Whether only Spark can say which columns it gives. */
  static boolean asksSpark(Transformer transformer) {
    return transformer instanceof SQLTransformer;
  }

  private static boolean isSparks(Transformer transformer) {
    return transformer.getClass().getName().startsWith(SPARKS_OWN);
  }

  /** The columns that it reads, as far as its parameters say. */
  static List<String> reads(Transformer transformer) {
    return transformer instanceof RFormulaModel // its formula names them
        ? List.of()
        : columns(transformer, READ::contains);
  }

  /** The columns that it makes, as far as its parameters say. */
  static List<String> makes(Transformer transformer) {
    return columns(
        transformer, name -> !READ.contains(name) && !OF_TRAINING.contains(name));
  }

  /** Whether it fails at a NULL. */
  static boolean failsAtNull(Transformer transformer) {
    return isSparks(transformer)
        && (transformer instanceof UnaryTransformer<?, ?, ?>
            || values(transformer, "handleInvalid"::equals).anyMatch("error"::equals));
  }

  private static List<String> columns(
      Transformer transformer, Predicate<String> which) {
    return values(
        transformer, name -> (name.endsWith("Col") || name.endsWith("Cols")) && which.test(name))
        .flatMap(
            value -> value instanceof String[] names ? Arrays.stream(names) : Stream.of(value))
        .map(Object::toString)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<Object> values(
      Params params, Predicate<String> which) {
    return Arrays.stream(params.params())
        .filter(param -> which.test(param.name()) && params.isDefined(param))
        .map(param -> value(params, param));
  }

  private static <V> Object value(Params params, Param<V> param) {
    return params.getOrDefault(param);
  }
}
