package dev.sluice.testkit.model;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** An order of rows, and a number of parts that they come in. */
enum Arrangement {
  /** As they were given, in one part. */
  AS_GIVEN("as they were given, in 1 part", 1),
  /** The last one first. */
  REVERSED("the last one first, in 2 parts", 2),
  /** In any order. */
  SHUFFLED("shuffled, in 7 parts", 7);

  private static final long SEED = 20_260_501;

  private final String text;
  private final int parts;

  Arrangement(String text, int parts) {
    this.text = text;
    this.parts = parts;
  }

  /** A stage of the rows, so arranged. */
  <C extends Record> Stage<C> of(Class<C> record, List<C> rows) {
    List<C> ordered = new ArrayList<>(rows);
    if (this == REVERSED) {
      Collections.reverse(ordered);
    } else if (this == SHUFFLED) {
      Collections.shuffle(ordered, new Random(SEED));
    }
    return Pipeline.named("rows")
        .source("rows", InMemory.rows(record, ordered))
        .transform("parts", record, all -> parts == 1 ? all.coalesce(1) : all.repartition(parts));
  }

  @Override
  public String toString() {
    return text;
  }
}
