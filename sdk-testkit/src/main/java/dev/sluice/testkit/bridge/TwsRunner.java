package dev.sluice.testkit.bridge;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.spark.SparkBuildInfo;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessor;
import org.apache.spark.sql.streaming.TimeMode;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * Spark's own tester of functions with state, which versions before 4.2 do not have: so it is found,
 * not written.
 */
public final class TwsRunner {

  private static final String TESTER = "org.apache.spark.sql.streaming.TwsTester";

  private final Object tester;

  /**
   * Of a function.
   *
   * @param millis when a row happened; asked only in event time
   * @throws UnsupportedOperationException if this version of Spark has none
   */
  public TwsRunner(
      StatefulProcessor<Row, Row, Row> processor, TimeMode mode, ToLongFunction<Row> millis) {
    Constructor<?> constructor = found().getConstructors()[0];
    this.tester =
        call(
            () -> constructor.newInstance(
                processor,
                scala.collection.immutable.List$.MODULE$.empty(),
                mode,
                OutputMode.Append(),
                mode.equals(TimeMode.EventTime())
                    ? Option.apply(new Millis(millis))
                    : Option.empty()));
  }

  /** A function as Scala has it. */
  private static final class Millis extends AbstractFunction1<Row, Object> {

    private final ToLongFunction<Row> of;

    private Millis(ToLongFunction<Row> of) {
      this.of = of;
    }

    @Override
    public Object apply(Row row) {
      return of.applyAsLong(row);
    }
  }

  private static Class<?> found() {
    try {
      return Class.forName(TESTER);
    } catch (ClassNotFoundException e) {
      throw new UnsupportedOperationException(
          "functions with state are tested without a stream from Spark 4.2 on, and this is Spark "
              + SparkBuildInfo.spark_version()
              + ": run the pipeline as a stream or as a batch",
          e);
    }
  }

  /** What rows of one key give. */
  public List<Row> rows(Row key, List<Row> rows) {
    var input = CollectionConverters.asScala(rows).toList();
    return list(
        () -> tester.getClass()
            .getMethod("test", Object.class, scala.collection.immutable.List.class)
            .invoke(tester, key, input));
  }

  /** What comes out when the watermark is there, in milliseconds. */
  public List<Row> watermark(long millis) {
    return list(
        () -> tester.getClass().getMethod("setWatermark", long.class).invoke(tester, millis));
  }

  /** What comes out when the clock is there, in milliseconds. */
  public List<Row> clock(long millis) {
    return list(
        () -> tester.getClass()
            .getMethod("setProcessingTime", long.class)
            .invoke(tester, millis));
  }

  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  @SuppressWarnings("unchecked") // what the methods are declared to give
  private static List<Row> list(Call call) {
    return List.copyOf(
        CollectionConverters.asJava((scala.collection.immutable.List<Row>) call(call)));
  }

  private static Object call(Call call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("Spark's tester failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this Spark's tester is not as those of the versions that are known", e);
    }
  }
}
