package dev.sluice.ml.recommend;

import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALS.Rating;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.math.Ordering;
import scala.reflect.ClassTag;

/**
 * MLlib's alternating least squares, over positions of users and items: by the method below its estimator, which would have them as
 * columns of a table.
 *
 * @param users the factors of all users, one behind the other
 * @param items the factors of all items
 */
record LeastSquares(float[] users, float[] items) {

  /** Spark's own default; it counts only where the session has a directory for checkpoints. */
  private static final int CHECKPOINT_INTERVAL = 10;

  static LeastSquares of(
      RDD<Rating<Object>> ratings, TrainingOptions options, int blocks, int users, int items) {
    StorageLevel level = StorageLevel.MEMORY_AND_DISK();
    @SuppressWarnings("unchecked") // Scala's Int as an object
    ClassTag<Object> tag = (ClassTag<Object>) (ClassTag<?>) ClassTag.Int();
    @SuppressWarnings("unchecked")
    Ordering<Object> order = (Ordering<Object>) (Ordering<?>) Ordering.Int$.MODULE$;
    Tuple2<RDD<Tuple2<Object, float[]>>, RDD<Tuple2<Object, float[]>>> factors =
        ALS.train(
            ratings,
            options.rank,
            blocks,
            blocks,
            options.iterations,
            options.regularization,
            options.feedback == Feedback.IMPLICIT,
            options.confidence,
            false,
            level,
            level,
            CHECKPOINT_INTERVAL,
            options.seed,
            tag,
            order);
    return new LeastSquares(
        array(factors._1(), users, options.rank), array(factors._2(), items, options.rank));
  }

  /** The same for ratings that are so many times as far apart. */
  LeastSquares spread(double times) {
    float[] wider = users.clone();
    for (int i = 0; i < wider.length; i++) {
      wider[i] = (float) (wider[i] * times);
    }
    return new LeastSquares(wider, items);
  }

  private static float[] array(RDD<Tuple2<Object, float[]>> factors, int size, int rank) {
    float[] all = new float[Math.multiplyExact(size, rank)];
    for (Tuple2<Object, float[]> each : factors.toJavaRDD().collect()) {
      System.arraycopy(each._2(), 0, all, (Integer) each._1() * rank, rank);
    }
    factors.unpersist(false);
    return all;
  }
}
