package dev.sluice.samples.nexmark;

import java.util.List;
import java.util.Locale;

/**
 * How a query ran, in a line.
 *
 * @param query which
 * @param rows how many rows came out, as a batch
 * @param batchSeconds how long it took as a batch
 * @param streamSeconds and as a stream
 * @param rightInBatch whether the batch gave the rows of plain Java
 * @param rightAsStream whether the stream did
 */
record QueryLine(
    Query<?> query,
    int rows,
    double batchSeconds,
    double streamSeconds,
    boolean rightInBatch,
    boolean rightAsStream) {

  private static final String CELLS = "%-5s  %-35s  %-42s  %9s  %7s  %8s  %s";

  /** What is in the columns. */
  static final String HEADER =
      CELLS.formatted(
          "query", "title", "runs as a stream by", "rows", "batch s", "stream s",
          "as in plain Java");

  static <T extends Record> QueryLine of(QueryRun<T> run, int epochs) {
    long start = System.nanoTime();
    List<T> batch = run.batch();
    long between = System.nanoTime();
    List<T> stream = run.stream(epochs);
    long end = System.nanoTime();
    return new QueryLine(
        run.query(),
        run.query().settled().apply(batch).size(),
        (between - start) / 1e9,
        (end - between) / 1e9,
        run.isRight(batch),
        run.isRight(stream));
  }

  boolean isRight() {
    return rightInBatch && rightAsStream;
  }

  @Override
  public String toString() {
    return CELLS.formatted(
        query.name(),
        query.title(),
        query.way(),
        figure("%,d", rows),
        figure("%.1f", batchSeconds),
        figure("%.1f", streamSeconds),
        isRight() ? "yes" : "no: " + different());
  }

  private static String figure(String format, Object number) {
    return String.format(Locale.ROOT, format, number);
  }

  private String different() {
    return rightInBatch ? "the stream" : rightAsStream ? "the batch" : "both";
  }
}
