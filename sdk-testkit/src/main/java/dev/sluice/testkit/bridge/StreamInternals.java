package dev.sluice.testkit.bridge;

import dev.sluice.spark.bridge.SessionBridge;
import dev.sluice.streaming.query.QueryStart;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.classic.StreamingQueryManager;
import org.apache.spark.sql.execution.streaming.sources.ForeachBatchSink;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.util.Clock;
import scala.Function2;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * What the testkit needs of Spark's queries beyond their public interface. Versions differ in the
 * packages of these classes, so they are reached by their names.
 */
public final class StreamInternals {

  private static final String START = "startQuery";

  private static final String SHUFFLES = "spark.sql.shuffle.partitions";
  private static final String FUSED = "spark.sql.codegen.wholeStage";

  private static final List<String> FILES_OF_CHECKPOINTS =
      List.of(
          "org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager",
          "org.apache.spark.sql.execution.streaming.FileSystemBasedCheckpointFileManager");

  private StreamInternals() {}

  /**
   * A session like this one, for streams that are started often and write little: files of checkpoints
   * are renamed without the detour by which Spark serves all file systems, nothing is waited for, and a
   * session for quick tests makes no code for whole stages.
   */
  public static SparkSession quick(SparkSession spark) {
    SparkSession quick = SessionBridge.copy(spark);
    FILES_OF_CHECKPOINTS.stream()
        .filter(StreamInternals::isThere)
        .forEach(
            name -> quick.conf().set("spark.sql.streaming.checkpointFileManagerClass", name));
    quick.conf().set("spark.sql.streaming.checkpoint.fileChecksum.enabled", false);
    quick.conf().set("spark.sql.streaming.pollingDelay", 0);
    // a text of each plan for a page that nobody will look at
    quick.conf().set("spark.sql.ui.explainMode", "simple");
    // what is asked for by its name has Spark's default where nobody has set it
    boolean said = quick.conf().getAll().contains(FUSED);
    if (quick.conf().get(SHUFFLES).equals("1") && !said) {
      // few rows do not pay for the code that is made for them: a sixth of the whole; sessions that
      // are close to production have more partitions
      quick.conf().set(FUSED, false);
    }
    return quick;
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Starts a query whose time is that of a clock of ours.
   *
   * @throws TimeoutException if Spark says so
   */
  public static StreamingQuery start(QueryStart.Query query, Clock clock) throws TimeoutException {
    var rows = (org.apache.spark.sql.classic.Dataset<Row>) query.rows();
    StreamingQueryManager queries = rows.sparkSession().streams();
    Method start =
        Arrays.stream(StreamingQueryManager.class.getMethods())
            .filter(method -> method.getName().equals(START))
            .findFirst()
            .orElseThrow(() -> unknown(null));
    List<Object> arguments = new ArrayList<>();
    arguments.add(Option.apply(query.name()));
    // newer versions have a name of the sink in between
    long names = Arrays.stream(start.getParameterTypes()).takeWhile(Option.class::equals).count();
    arguments.addAll(Collections.nCopies((int) names - 2, Option.empty()));
    arguments.add(Option.apply(query.checkpoint()));
    arguments.addAll(
        List.of(
            rows,
            Map$.MODULE$.empty(),
            new ForeachBatchSink<>(writer(query), rows.exprEnc()),
            query.mode(),
            false,
            true,
            query.trigger(),
            clock,
            Option.empty(),
            Option.empty()));
    try {
      return (StreamingQuery) start.invoke(queries, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw rethrown(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw unknown(e);
    }
  }

  private static Function2<Dataset<Row>, Object, BoxedUnit> writer(QueryStart.Query query) {
    return new AbstractFunction2<>() {
      @Override
      public BoxedUnit apply(Dataset<Row> rows, Object epoch) {
        try {
          query.epoch().call(rows, (Long) epoch);
        } catch (Exception e) {
          throw StreamInternals.<RuntimeException>unchecked(e);
        }
        return BoxedUnit.UNIT;
      }
    };
  }

  private static RuntimeException rethrown(Throwable e) throws TimeoutException {
    if (e instanceof TimeoutException late) {
      throw late;
    }
    return unchecked(e);
  }

  /** Scala declares no exceptions, so what is thrown there is thrown on as it is. */
  @SuppressWarnings("unchecked") // the cast is to nothing
  private static <E extends Throwable> RuntimeException unchecked(Throwable e) throws E {
    throw (E) e;
  }

  /** The time before which rows are late; the beginning of Unix time where there is none yet. */
  public static Instant watermark(StreamingQuery query) {
    return Instant.ofEpochMilli((long) call(tracker(query), "currentWatermark"));
  }

  /**
   * Sets the time before which rows are late, as if rows had moved it there: it holds from the next
   * epoch on, and goes into the checkpoint. To be called at the end of an epoch, on its thread: for
   * the epoch to come Spark may have asked already.
   */
  public static void setWatermark(StreamingQuery query, Instant time) {
    Object tracker = tracker(query);
    try {
      tracker
          .getClass()
          .getMethod("setWatermark", long.class)
          .invoke(tracker, time.toEpochMilli());
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private static Object tracker(StreamingQuery query) {
    return call(call(query, "streamingQuery"), "watermarkTracker");
  }

  private static Object call(Object target, String method) {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (ReflectiveOperationException e) {
      throw unknown(e);
    }
  }

  private static IllegalStateException unknown(Exception cause) {
    return new IllegalStateException(
        "this Spark's streaming queries are not as those of the versions that are known", cause);
  }
}
