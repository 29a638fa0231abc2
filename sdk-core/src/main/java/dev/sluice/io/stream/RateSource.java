package dev.sluice.io.stream;

import dev.sluice.connect.StreamContext;
import dev.sluice.connect.UnboundedSource;
import java.time.Duration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows at an even rate, each with the time at which it was due and its number: Spark's {@code rate}
 * source. A batch has as many as were due since the last one. After a restart the numbers go on;
 * those that were due meanwhile come at once.
 *
 * <p>Every object is immutable; each method gives a changed copy.
 */
public final class RateSource implements UnboundedSource<Tick> {

  private final long rowsPerSecond;
  private final StreamFormat<Tick> format;

  private RateSource(long rowsPerSecond, StreamFormat<Tick> format) {
    this.rowsPerSecond = rowsPerSecond;
    this.format = format;
  }

  static RateSource of(long rowsPerSecond) {
    String rows = String.valueOf(positive(rowsPerSecond));
    return new RateSource(
        rowsPerSecond, StreamFormat.of("rate", Tick.class).option("rowsPerSecond", rows));
  }

  /**
   * Comes to its rate within this time, evenly; at once unless set.
   *
   * @param time whole seconds
   * @return a changed copy
   * @throws IllegalArgumentException if it is shorter than a second
   */
  public RateSource rampUp(Duration time) {
    return new RateSource(
        rowsPerSecond, format.option("rampUpTime", positive(time.toSeconds()) + "s"));
  }

  /**
   * Makes the rows of a batch in this many tasks; as Spark's default parallelism is unless set.
   *
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public RateSource partitions(int tasks) {
    return new RateSource(
        rowsPerSecond, format.option("numPartitions", String.valueOf(positive(tasks))));
  }

  private static long positive(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("1 or more, not " + number);
    }
    return number;
  }

  @Override
  public Class<Tick> type() {
    return Tick.class;
  }

  @Override
  public String description() {
    return "rate of %d rows/s".formatted(rowsPerSecond);
  }

  @Override
  public Dataset<Row> readStream(StreamContext context) {
    return format.readStream(context);
  }

  @Override
  public String toString() {
    return description();
  }
}
