package dev.sluice.spark.rows;

import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.EncoderBridge;
import org.apache.spark.sql.Encoder;

/** Spark encoders of records, for the places where rows become Java objects and back. */
public final class RecordEncoders {

  /** Building one takes a millisecond or two, and one can serve any number of datasets. */
  private static final ClassValue<Encoder<?>> CACHE =
      new ClassValue<>() {
        @Override
        protected Encoder<?> computeValue(Class<?> type) {
          RecordType record = RecordType.of(type).requireValid();
          return EncoderBridge.encoder(record, RecordCodec.of(type.asSubclass(Record.class)));
        }
      };

  private RecordEncoders() {}

  /**
   * The encoder of a record. The record may be private, nested or local, and may hold other
   * records, lists and maps.
   *
   * <pre>{@code
   * Dataset<Order> orders = spark.read().parquet(path).as(RecordEncoders.of(Order.class));
   * }</pre>
   *
   * <p>Columns are found by name, at every depth, whatever their order; columns that the record
   * does not mention are ignored. A narrower type is widened, a wider one is refused when the plan
   * is analysed. Values come back as Spark keeps them: times in microseconds, decimals with the
   * scale of their column, lists and maps unmodifiable. Enums are their constants' names.
   *
   * <p>A NULL for a primitive component fails with a {@link RecordValueException}, which Spark
   * wraps. {@code Dataset.collect()} gives an array of {@link Record}, not of the record's own
   * class: use {@code collectAsList()}.
   *
   * @param type a record class
   * @param <T> the record
   * @return its encoder
   * @throws IllegalArgumentException if the class is no record, or listing the problems of the
   *     record
   */
  @SuppressWarnings("unchecked") // the cache's value for a class is the encoder of that class
  public static <T> Encoder<T> of(Class<T> type) {
    return (Encoder<T>) CACHE.get(type);
  }
}
