package dev.sluice.samples.nexmark;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.FileSink;
import dev.sluice.io.memory.InMemory;
import dev.sluice.testkit.stream.StreamDriver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Runs a query over events, as a batch and as a stream.
 *
 * @param query which
 * @param events over which
 * @param spark where
 * @param directory for files and checkpoints; it is empty
 * @param <T> the record of its rows
 */
record QueryRun<T extends Record>(
    Query<T> query, Events events, SparkSession spark, Path directory) {

  private static final String ROWS = "rows";
  private static final String FILES = "files";

  /** What comes out of all events at once. */
  List<T> batch() {
    Pipeline pipeline = Pipeline.named(query.name());
    Stage<T> rows = query.definition().apply(Sources.of(pipeline, events));
    if (query.files().isEmpty()) {
      return rows.collect(spark);
    }
    CsvFiles<T> files = query.files().get().apply(directory.resolve("batch"));
    rows.sink(FILES, partitioned(files));
    pipeline.run(spark);
    return read(files);
  }

  /**
   * What comes out of events that come one after the other, in parts; behind the last one all windows
   * close.
   *
   * @param epochs how many parts
   */
  List<T> stream(int epochs) {
    Pipeline pipeline = Pipeline.named(query.name());
    Sources sources = Sources.followed(pipeline);
    Stage<T> rows = query.definition().apply(sources);
    Optional<CsvFiles<T>> files =
        query.files().map(in -> in.apply(directory.resolve("stream")));
    if (files.isPresent()) {
      rows.sink(FILES, partitioned(files.get()));
    } else {
      rows.sink(ROWS, InMemory.sink(rows.type()));
    }
    try (StreamDriver driver =
        StreamDriver.of(pipeline, spark, directory.resolve("checkpoints"))) {
      if (files.isPresent()) {
        driver.keepingSinks(FILES);
      }
      for (Events part : events.inParts(epochs)) {
        sources.used()
            .forEach(kind -> driver.source(Sources.name(kind), kind).pushAll(part.of(kind)));
        driver.process();
      }
      if (query.byClock()) {
        driver.advanceProcessingTime(TenSeconds.LENGTH);
      }
      driver.finish();
      return files.isPresent()
          ? read(files.get())
          : driver.sink(ROWS, rows.type()).rows();
    }
  }

  /** Whether those are the rows that plain Java computes, in any order. */
  boolean isRight(List<T> rows) {
    return counted(query.settled().apply(rows)).equals(counted(query.plain().apply(events)));
  }

  private Map<T, Long> counted(List<T> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
  }

  private List<T> read(CsvFiles<T> files) {
    return Pipeline.named("read").source(FILES, files).collect(spark);
  }

  private FileSink<T> partitioned(CsvFiles<T> files) {
    return files.append().partitionBy("day", "minute");
  }
}
