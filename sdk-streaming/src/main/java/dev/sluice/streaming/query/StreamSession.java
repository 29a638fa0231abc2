package dev.sluice.streaming.query;

import dev.sluice.Sessions;
import dev.sluice.plan.Plan;
import dev.sluice.spark.bridge.SessionBridge;
import dev.sluice.streaming.run.Trigger;
import dev.sluice.streaming.state.KeyedRows;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The session that the queries of a stream run in: as the user's, with settings that suit streams
 * where the user has said nothing else. What is set there reaches nobody else.
 */
final class StreamSession {

  private static final String SHUFFLES = "spark.sql.shuffle.partitions";

  /** A second start on one checkpoint must fail, and not stop the first one without a word. */
  private static final String STOPS_THE_FIRST = "spark.sql.streaming.stopActiveRunOnRestart";

  /** Spark switches it off for streams itself, with a warning for each query. */
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";

  /** Rates, lags and states of each query beside the other figures of the application. */
  private static final String METRICS = "spark.sql.streaming.metricsEnabled";

  /**
   * Spark looks for the watermark of an operator below it, and not below a shuffle that it shares with
   * another: the second of two that group the same rows by the same key would never give a row.
   */
  private static final String SHARED_SHUFFLES = "spark.sql.exchange.reuse";

  /**
   * A first start that was ended at once may leave a file cut short beside its offsets, for which Spark
   * would refuse the next; what does not belong there is found before anything starts.
   */
  private static final String MUST_BE_EMPTY =
      "spark.sql.streaming.verifyCheckpointDirectoryEmptyOnStart";

  /** A drain looks at the last step, so Spark has to remember one. */
  private static final String STEPS = "spark.sql.streaming.numRecentProgressUpdates";

  private static final String STATES = "spark.sql.streaming.stateStore.";

  /** The only store that functions with state can use. */
  private static final Map<String, String> ROCKS_DB =
      Map.of(
          STATES + "providerClass",
          "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider",
          // an epoch then uploads what has changed, and not the files of the store
          STATES + "rocksdb.changelogCheckpointing.enabled",
          "true");

  /** By which names of options, and values, Spark masks what it shows of a plan. */
  private static final String MASKED = "spark.sql.redaction.options.regex";

  /** A writer of Spark's own is told how to log in by its options, which are in its plan. */
  private static final String OF_THE_BROKER = "(?i)^kafka[.].*";

  private static final String WITHOUT_ROWS = "spark.sql.streaming.noDataMicroBatches.enabled";

  private StreamSession() {}

  static SparkSession of(SparkSession spark, Plan plan, Trigger trigger) {
    SparkSession own = SessionBridge.copy(spark);
    Map<String, String> said = CollectionConverters.asJava(spark.conf().getAll());
    // what suits batches, which put small partitions together, is nothing that the user has said
    if (Objects.equals(said.get(SHUFFLES), said.get(Sessions.PRESET_SHUFFLES))) {
      // each partition of a small epoch costs more than its rows: 20 s for Spark's 200, 0.7 s for 2
      own.conf().set(SHUFFLES, Math.max(1, spark.sparkContext().defaultParallelism()));
    }
    own.conf().set(STOPS_THE_FIRST, false);
    own.conf().set(SHARED_SHUFFLES, false);
    own.conf().set(ADAPTIVE, false);
    own.conf().set(METRICS, true);
    own.conf().set(MUST_BE_EMPTY, false);
    own.conf().set(STEPS, Math.max(1, Integer.parseInt(own.conf().get(STEPS))));
    if (KeyedRows.areIn(plan)) {
      ROCKS_DB.forEach(
          (name, value) -> {
            if (!said.containsKey(name)) {
              own.conf().set(name, value);
            }
          });
    }
    if (trigger instanceof Trigger.RealTime) {
      own.conf().set(MASKED, OF_THE_BROKER + "|" + own.conf().get(MASKED));
    }
    if (KeyedRows.needClock(plan) && trigger instanceof Trigger.AvailableNow) {
      // with the clock there is always another epoch without rows, so it would never end
      own.conf().set(WITHOUT_ROWS, false);
    }
    return own;
  }
}
