package dev.sluice.samples.live;

import dev.sluice.connect.EpochSink;
import dev.sluice.io.memory.Datasets;
import java.util.List;

/** Shows the rows of each epoch on standard output. */
final class LiveTable {

  private static final int SHOWN = 10;

  private LiveTable() {}

  /** A sink that shows the first rows of each epoch that has any. */
  static <T extends Record> EpochSink<T> of(Class<T> type) {
    return Datasets.forEachBatch(
        type,
        (rows, epoch) -> {
          List<T> first = rows.limit(SHOWN + 1).collectAsList();
          first.stream().limit(SHOWN).forEach(System.out::println);
          if (first.size() > SHOWN) {
            System.out.println("…");
          }
        })
        .idempotent();
  }
}
