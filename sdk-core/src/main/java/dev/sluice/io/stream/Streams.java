package dev.sluice.io.stream;

/**
 * Streams that come by a format of Spark's.
 *
 * <pre>{@code
 * Stage<Tick> load = p.source("load", Streams.rate(10_000));
 * Stage<Reading> readings = p.source("readings",
 *     Streams.format("mqtt", Reading.class)
 *         .option("brokerUrl", "tcp://broker:1883")
 *         .option("password", Secret.env("MQTT_PASSWORD")));
 * }</pre>
 */
public final class Streams {

  private Streams() {}

  /**
   * Rows at an even rate, for load tests.
   *
   * @param rowsPerSecond how many
   * @return the source
   * @throws IllegalArgumentException if it is not positive
   */
  public static RateSource rate(long rowsPerSecond) {
    return RateSource.of(rowsPerSecond);
  }

  /**
   * Any format that Spark's {@code readStream} loads by name. It must be on the class path.
   *
   * @param format Spark's name of the format
   * @param type the record each row is
   * @param <T> the record
   * @return the source
   * @throws IllegalArgumentException if the record cannot describe rows
   */
  public static <T extends Record> StreamFormat<T> format(String format, Class<T> type) {
    return StreamFormat.of(format, type);
  }
}
