package dev.sluice.ml.train;

import dev.sluice.connect.BatchSink;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.ml.model.ModelDocument;
import dev.sluice.ml.score.DocumentFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains a model with the rows that go into it.
 *
 * @param <C> the record of the rows
 */
final class TrainingSink<C extends Record> implements BatchSink<C> {

  private final Class<C> type;
  private final Trainable model;
  private final Class<?> output;
  private final Optional<String> file;
  private final AtomicReference<ModelDocument> trained = new AtomicReference<>();

  private TrainingSink(
      Class<C> type, Trainable model, Class<?> output, Optional<String> file) {
    this.type = type;
    this.model = model;
    this.output = output;
    this.file = file;
  }

  static <C extends Record> TrainingSink<C> of(
      Class<C> type, Trainable model, Class<?> output) {
    return new TrainingSink<>(type, model, output, Optional.empty());
  }

  TrainingSink<C> to(String place) {
    return new TrainingSink<>(type, model, output, Optional.of(place));
  }

  /** The model, when it has been trained. */
  Optional<ModelDocument> trained() {
    return Optional.ofNullable(trained.get());
  }

  /** What is wrong with what was asked for. */
  List<String> problems() {
    return model.problems(output);
  }

  @Override
  public Class<C> type() {
    return type;
  }

  @Override
  public String description() {
    return "model '%s'%s".formatted(model.spec().name(),
        file.map(place -> " to " + place).orElse(""));
  }

  @Override
  public WriteMode mode() {
    return WriteMode.overwrite();
  }

  @Override
  public Written write(Dataset<Row> rows) {
    ModelDocument document = model.train(type, rows);
    file.ifPresent(place -> DocumentFile.write(place, document));
    trained.set(document);
    return Written.to(description());
  }

  @Override
  public String toString() {
    return description();
  }
}
