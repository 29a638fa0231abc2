package dev.sluice.testkit;

import dev.sluice.Stage;
import dev.sluice.spark.rows.RecordCodec;
import dev.sluice.spark.rows.RecordRows;
import dev.sluice.streaming.state.KeyedUnit;
import dev.sluice.testkit.bridge.TwsRunner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.TimeMode;

/**
 * Tries the function of one stage that {@code Stateful} made, by Spark's own tester: without a stream,
 * without a session, and with a time that goes as the test says. From Spark 4.2 on.
 *
 * <pre>{@code
 * StatefulTester<Click, Visit> visits = StatefulTester.of(clicks, visits(clicks));
 * assertThat(visits.rows(click("ann", 0), click("ann", 50))).isEmpty();
 * assertThat(visits.time(START.plusSeconds(300))).containsExactly(new Visit("ann", 2));
 * }</pre>
 *
 * @param <T> the record of the rows that go in
 * @param <R> the record of the rows that come out
 */
public final class StatefulTester<T extends Record, R extends Record> {

  private final KeyedUnit unit;
  private final TwsRunner runner;
  private final RecordCodec<R> out;

  private StatefulTester(KeyedUnit unit, Class<R> type) {
    this.unit = unit;
    this.runner = new TwsRunner(unit.processor(), unit.mode(), unit::millis);
    this.out = RecordCodec.of(type);
  }

  /**
   * Of a stage.
   *
   * @param in the stage that it was made of, for its type
   * @param stage the stage with the function; its keys are columns
   * @throws IllegalArgumentException if it is none
   * @throws UnsupportedOperationException if this version of Spark has no such tester
   */
  public static <T extends Record, R extends Record> StatefulTester<T, R> of(
      Stage<T> in, Stage<R> stage) {
    if (!stage.node().inputs().contains(in.node())) {
      throw new IllegalArgumentException(
          "stage '%s' is not made of stage '%s'"
              .formatted(stage.node().name(), in.node().name()));
    }
    return new StatefulTester<>(KeyedUnit.of(stage.node()), stage.type());
  }

  /**
   * Gives it the rows of an epoch.
   *
   * @return what comes out at once, key by key
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final List<R> rows(T... rows) {
    Map<Row, List<Row>> byKey = new LinkedHashMap<>();
    for (T record : Arrays.asList(rows)) {
      Row row = RecordRows.row(record);
      byKey.computeIfAbsent(unit.key(row), key -> new ArrayList<>()).add(row);
    }
    return byKey.entrySet().stream()
        .flatMap(entry -> runner.rows(entry.getKey(), entry.getValue()).stream())
        .map(row -> out.decode(row))
        .toList();
  }

  /**
   * Moves the time on: that of the watermark, or the clock, as the function goes. Seconds are counted
   * to the millisecond.
   *
   * @return what comes out then
   * @throws IllegalStateException if the function has no time
   */
  public List<R> time(Instant now) {
    if (unit.mode().equals(TimeMode.None())) {
      throw new IllegalStateException("this function goes by no time");
    }
    List<Row> rows =
        unit.mode().equals(TimeMode.EventTime())
            ? runner.watermark(now.toEpochMilli())
            : runner.clock(now.toEpochMilli());
    return rows.stream().map(row -> out.decode(row)).toList();
  }
}
