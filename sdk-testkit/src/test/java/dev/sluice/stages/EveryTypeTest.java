package dev.sluice.stages;

import static dev.sluice.Dsl.asc;
import static dev.sluice.Dsl.avg;
import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectList;
import static dev.sluice.Dsl.max;
import static dev.sluice.Dsl.min;
import static dev.sluice.Dsl.over;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.stddev;
import static dev.sluice.Dsl.sum;
import static dev.sluice.Dsl.value;
import static dev.sluice.Dsl.variance;
import static dev.sluice.Dsl.when;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Dsl;
import dev.sluice.Stage;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is offered for one type of column is offered for each type that it makes sense for. */
@SparkTest
class EveryTypeTest {

  enum Status {
    OPEN,
    CLOSED
  }

  record Point(int x, String label) {}

  record Task(int id, boolean urgent, byte effort, Duration took) {}

  record Numbers(boolean truth, byte tiny, short small, int whole, long wide, float rough,
      double fine, BigDecimal exact) {}

  record Times(LocalDate date, Instant timestamp, LocalDateTime dateTime, Duration duration) {}

  record Others(String text, byte[] bytes, Status status, List<Integer> list,
      Map<String, Double> map, Point point) {}

  private static final Numbers ONES =
      new Numbers(true, (byte) 1, (short) 1, 1, 1L, 1f, 1.0, new BigDecimal("1.5"));
  private static final Numbers TWOS =
      new Numbers(false, (byte) 2, (short) 2, 2, 2L, 2f, 2.0, new BigDecimal("2.5"));
  private static final Times THEN =
      new Times(
          LocalDate.of(2024, 2, 29),
          Instant.parse("2024-02-29T12:00:00Z"),
          LocalDateTime.of(2024, 2, 29, 12, 0),
          Duration.ofMinutes(90));
  private static final Times LATER =
      new Times(
          LocalDate.of(2025, 1, 1),
          Instant.parse("2025-01-01T00:00:00Z"),
          LocalDateTime.of(2025, 1, 1, 0, 0),
          Duration.ofDays(1));
  private static final Others ANY =
      new Others(
          "a", new byte[]{1}, Status.OPEN, List.of(1, 2), Map.of("k", 1.0), new Point(1, "p"));
  private static final Others OTHER =
      new Others("b", new byte[]{2, 3}, Status.CLOSED, List.of(3), Map.of(), new Point(2, null));

  private Stage<Task> tasks;

  @BeforeEach
  void makesTheTasks(SparkKit kit) {
    tasks =
        kit.rows(
            Task.class,
            new Task(1, true, (byte) 3, Duration.ofMinutes(10)),
            new Task(2, false, (byte) 5, Duration.ofMinutes(20)));
  }

  @Test
  void aNumberOfEveryTypeIsAConstant() {
    Stage<Numbers> numbers =
        tasks.limit(1).select(row(Numbers::new).of(
            value(true),
            value((byte) 1),
            value((short) 1),
            value(1),
            value(1L),
            value(1f),
            value(1.0),
            value(new BigDecimal("1.5"))));

    assertThat(numbers).hasRows(ONES);
  }

  @Test
  void aTimeOfEveryTypeIsAConstant() {
    Stage<Times> times =
        tasks.limit(1).select(row(Times::new).of(
            value(THEN.date()),
            value(THEN.timestamp()),
            value(THEN.dateTime()),
            value(THEN.duration())));

    assertThat(times).hasRows(THEN);
  }

  @Test
  void aValueOfEveryOtherTypeIsAConstant() {
    Stage<Others> others =
        tasks.limit(1).select(row(Others::new).of(
            value(ANY.text()),
            value(ANY.bytes()),
            value(ANY.status()),
            value(ANY.list()),
            value(ANY.map()),
            value(ANY.point())));

    assertThat(others).hasRows(ANY);
  }

  @Test
  void anEmptyListAndAnEmptyMapAreConstants() {
    record Empty(List<Integer> list, Map<String, Double> map) {}

    Stage<Empty> empty =
        tasks.limit(1).select(row(Empty::new).of(value(List.<Integer>of()), value(Map.of())));

    assertThat(empty).hasRows(new Empty(List.of(), Map.of()));
  }

  @Test
  void aConditionalNumberMayBeOfEveryType() {
    Stage<Numbers> numbers =
        tasks.select(row(Numbers::new).of(
            when(col(Task::urgent)).then(true).otherwise(false),
            when(col(Task::urgent)).then((byte) 1).otherwise((byte) 2),
            when(col(Task::urgent)).then((short) 1).otherwise((short) 2),
            when(col(Task::urgent)).then(1).otherwise(2),
            when(col(Task::urgent)).then(1L).otherwise(2L),
            when(col(Task::urgent)).then(1f).otherwise(2f),
            when(col(Task::urgent)).then(1.0).otherwise(2.0),
            when(col(Task::urgent)).then(ONES.exact()).otherwise(TWOS.exact())));

    assertThat(numbers).hasRows(ONES, TWOS);
  }

  @Test
  void aConditionalTimeMayBeOfEveryType() {
    Stage<Times> times =
        tasks.select(row(Times::new).of(
            when(col(Task::urgent)).then(THEN.date()).otherwise(LATER.date()),
            when(col(Task::urgent)).then(THEN.timestamp()).otherwise(LATER.timestamp()),
            when(col(Task::urgent)).then(THEN.dateTime()).otherwise(LATER.dateTime()),
            when(col(Task::urgent)).then(THEN.duration()).otherwise(LATER.duration())));

    assertThat(times).hasRows(THEN, LATER);
  }

  @Test
  void aConditionalValueMayBeOfEveryOtherType() {
    Stage<Others> others =
        tasks.select(row(Others::new).of(
            when(col(Task::urgent)).then(ANY.text()).otherwise(OTHER.text()),
            when(col(Task::urgent)).then(ANY.bytes()).otherwise(OTHER.bytes()),
            when(col(Task::urgent)).then(Status.OPEN).otherwise(Status.CLOSED),
            when(col(Task::urgent)).then(ANY.list()).otherwise(OTHER.list()),
            when(col(Task::urgent)).then(ANY.map()).otherwise(OTHER.map()),
            when(col(Task::urgent)).then(ANY.point()).otherwise(OTHER.point())));

    assertThat(others).hasRows(ANY, OTHER);
  }

  @Test
  void aConditionalEnumIsComparedAsOne() {
    assertThat(
        tasks.filter(
            when(col(Task::effort).gt(4)).then(Status.OPEN)
                .otherwise(Status.CLOSED)
                .eq(Status.CLOSED)))
        .hasRows(new Task(1, true, (byte) 3, Duration.ofMinutes(10)));
  }

  @Test
  void durationsAddUpAndHaveAMean() {
    record Spent(Duration total, Duration mean, Duration longest) {}

    Stage<Spent> spent =
        tasks.aggregate(row(Spent::new).of(
            sum(Task::took),
            avg(Task::took),
            max(Task::took)));

    assertThat(spent)
        .hasRows(
            new Spent(Duration.ofMinutes(30), Duration.ofMinutes(15), Duration.ofMinutes(20)));
  }

  @Test
  void deviationsAreOfAColumnOrAnExpression() {
    record Spread(Double stddev, Double variance, Double ofTwice) {}

    Stage<Spread> spread =
        tasks.aggregate(row(Spread::new).of(
            stddev(Task::id),
            variance(Task::effort),
            variance(col(Task::id).times(2))));

    assertThat(spread).hasRows(new Spread(Math.sqrt(0.5), 2.0, 2.0));
  }

  @Test
  void aggregatesOfEveryTypeGoOverAWindow() {
    record Running(int id, Duration took, byte least, List<Byte> efforts) {}

    Stage<Running> running =
        tasks.select(row(Running::new).of(
            col(Task::id),
            over(Dsl.<Task>partitionBy().orderBy(asc(Task::id)), sum(Task::took)),
            over(Dsl.<Task>partitionBy().orderBy(asc(Task::id)), min(Task::effort)),
            over(
                Dsl.<Task>partitionBy().orderBy(asc(Task::id)),
                collectList(col(Task::effort)))));

    assertThat(running)
        .hasRows(
            new Running(1, Duration.ofMinutes(10), (byte) 3, List.of((byte) 3)),
            new Running(2, Duration.ofMinutes(30), (byte) 3, List.of((byte) 3, (byte) 5)));
  }
}
