package dev.sluice.io.memory;

import dev.sluice.connect.Delivery;
import dev.sluice.connect.Epoch;
import dev.sluice.connect.EpochSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.RecordEncoders;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The batches of a stream for code of one's own. It comes from {@link Datasets#forEachBatch}.
 *
 * @param <T> the record each row is
 */
public final class DatasetSink<T extends Record> implements EpochSink<T> {

  private final Class<T> type;
  private final EpochWriter<T> writer;
  private final Delivery delivery;

  private DatasetSink(Class<T> type, EpochWriter<T> writer, Delivery delivery) {
    this.type = type;
    this.writer = writer;
    this.delivery = delivery;
  }

  static <T extends Record> DatasetSink<T> of(Class<T> type, EpochWriter<T> writer) {
    RecordType.of(type).requireValid();
    return new DatasetSink<>(
        type, Objects.requireNonNull(writer, "writer"), Delivery.AT_LEAST_ONCE);
  }

  /**
   * Declares that the code may be called twice with the same epoch and the effect is that of once,
   * because it goes by keys or keeps account of epochs. Nobody can check that; it is what a stream
   * that has to be exactly once takes your word for.
   *
   * @return a changed copy, whose {@link #delivery} is {@link Delivery#EXACTLY_ONCE}
   */
  public DatasetSink<T> idempotent() {
    return new DatasetSink<>(type, writer, Delivery.EXACTLY_ONCE);
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String description() {
    return "code for each batch of " + type.getSimpleName();
  }

  @Override
  public WriteMode mode() {
    return WriteMode.append();
  }

  @Override
  public Delivery delivery() {
    return delivery;
  }

  /**
   * {@inheritDoc}
   *
   * @throws RuntimeException if the code throws one; another exception is the cause of an {@link
   *     IllegalStateException}
   */
  @Override
  public Written write(Dataset<Row> rows, Epoch epoch) {
    try {
      writer.write(rows.as(RecordEncoders.of(type)), epoch);
      return Written.to(description());
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(description() + ": interrupted in " + epoch.words(), e);
    } catch (Exception e) {
      throw new IllegalStateException(
          "%s: %s failed: %s".formatted(description(), epoch.words(), e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return description();
  }
}
