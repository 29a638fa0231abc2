package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.struct;
import static dev.sluice.Dsl.udf;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.expr.DoubleExpr;
import dev.sluice.expr.IntExpr;
import dev.sluice.expr.StrExpr;
import dev.sluice.expr.Udf;
import dev.sluice.io.memory.InMemory;
import dev.sluice.run.RunFailedException;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Users' own functions. */
@SparkTest
@Tag("smoke")
class UdfTest {

  enum Size {
    SMALL,
    LARGE
  }

  record Item(
      int id,
      Integer stock,
      String name,
      BigDecimal price,
      Size size,
      LocalDate day,
      Instant at,
      LocalDateTime local,
      Duration took) {}

  record Point(int x, String label) {}

  record Text(int id, String text) {}

  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
  private static final Item FULL =
      new Item(
          1,
          5,
          "pen",
          new BigDecimal("1.50"),
          Size.SMALL,
          LocalDate.of(2024, 2, 29),
          NOON,
          LocalDateTime.of(2024, 5, 1, 12, 0),
          Duration.ofSeconds(90));
  private static final Item EMPTY = new Item(2, null, null, null, null, null, null, null, null);

  private SparkKit kit;
  private Stage<Item> items;

  @BeforeEach
  void makesTheItems(SparkKit kit) {
    this.kit = kit;
    items = kit.rows(Item.class, FULL, EMPTY);
  }

  @Test
  void aFunctionTakesAndGivesEveryKindOfValue() {
    record Out(
        Integer stock,
        BigDecimal price,
        Size size,
        LocalDate day,
        Instant at,
        LocalDateTime local,
        Duration took) {}
    Udf<Integer, Integer> twice = udf("twice", Integer.class, Integer.class, i -> 2 * i);
    Udf<BigDecimal, BigDecimal> half =
        udf("half", BigDecimal.class, BigDecimal.class, d -> d.divide(new BigDecimal(2)));
    Udf<Size, Size> other =
        udf("other", Size.class, Size.class, s -> s == Size.SMALL ? Size.LARGE : Size.SMALL);
    Udf<LocalDate, LocalDate> day =
        udf("day", LocalDate.class, LocalDate.class, d -> d.plusDays(1));
    Udf<Instant, Instant> at = udf("at", Instant.class, Instant.class, i -> i.plusSeconds(1));
    Udf<LocalDateTime, LocalDateTime> local =
        udf("local", LocalDateTime.class, LocalDateTime.class, l -> l.plusHours(1));
    Udf<Duration, Duration> took =
        udf("took", Duration.class, Duration.class, d -> d.multipliedBy(2));

    Stage<Out> out =
        items.select(row(Out::new).of(
            twice.call(col(Item::stock)),
            half.call(col(Item::price)),
            other.call(col(Item::size)),
            day.call(col(Item::day)),
            at.call(col(Item::at)),
            local.call(col(Item::local)),
            took.call(col(Item::took))));

    assertThat(out)
        .hasRows(
            new Out(
                10,
                new BigDecimal("0.75"),
                Size.LARGE,
                LocalDate.of(2024, 3, 1),
                NOON.plusSeconds(1),
                LocalDateTime.of(2024, 5, 1, 13, 0),
                Duration.ofMinutes(3)),
            new Out(null, null, null, null, null, null, null));
  }

  @Test
  void aFunctionOfSeveralValuesTakesARecordAndMayGiveOne() {
    record Out(int id, Point point) {}
    Udf<Point, Point> shifted =
        udf("shifted", Point.class, Point.class, p -> new Point(p.x() + 1, p.label() + "!"));

    Stage<Out> out =
        items
            .filter(col(Item::stock).isNotNull())
            .select(row(Out::new).of(
                col(Item::id),
                shifted.call(
                    struct(
                        row(Point::new).of(col(Item::stock).orElse(0), col(Item::name))))));

    assertThat(out).hasRows(new Out(1, new Point(6, "pen!")));
  }

  @Test
  void nullGivesNullWithoutACall() {
    Udf<String, String> strict = udf("strict", String.class, String.class, String::toUpperCase);

    assertThat(items.select(row(Text::new).of(col(Item::id), strict.call(col(Item::name)))))
        .hasRows(new Text(1, "PEN"), new Text(2, null));
  }

  @Test
  void aFunctionMayBeAllowedToReturnNull() {
    Udf<Integer, String> none =
        udf("none", Integer.class, String.class, i -> i == 1 ? null : "x").returningNull();

    assertThat(items.select(row(Text::new).of(col(Item::id), none.call(col(Item::id)))))
        .hasRows(new Text(1, null), new Text(2, "x"));
  }

  @Test
  void theResultIsAnExpressionOfItsKind() {
    Udf<String, Integer> length = udf("length", String.class, Integer.class, String::length);
    Udf<Integer, String> text = udf("text", Integer.class, String.class, i -> "n" + i);

    assertThat(
        items
            .filter(IntExpr.of(length.call(col(Item::name))).plus(1).eq(4))
            .select(
                row(Text::new).of(col(Item::id), StrExpr.of(text.call(col(Item::id))).upper())))
        .hasRows(new Text(1, "N1"));
  }

  @Test
  void aFunctionThatThrowsFailsTheRunWithItsNameAndLine() {
    Udf<Integer, String> bad =
        udf(
            "bad",
            Integer.class,
            String.class,
            i -> {
              throw new IllegalStateException("no item " + i);
            });
    items
        .select(row(Text::new).of(col(Item::id), bad.call(col(Item::id))))
        .sink("texts", InMemory.sink(Text.class));

    assertThatThrownBy(() -> kit.pipeline().run(kit.spark()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("udf 'bad' (")
        .hasMessageContaining("UdfTest.java:")
        .hasMessageContaining("no item ");
  }

  @Test
  void aFunctionThatCannotBeSentToExecutorsFailsTheRunWithItsName() {
    Object captured = new Object();
    Udf<Integer, String> bad = udf("bad", Integer.class, String.class, i -> captured + "" + i);
    items
        .select(row(Text::new).of(col(Item::id), bad.call(col(Item::id))))
        .sink("texts", InMemory.sink(Text.class));

    assertThatThrownBy(() -> kit.pipeline().run(kit.spark()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("udf 'bad'")
        .hasMessageContaining("java.io.NotSerializableException: java.lang.Object");
  }

  @Test
  void aFunctionThatReturnsNullUnannouncedFailsTheRun() {
    Udf<Integer, String> bad = udf("bad", Integer.class, String.class, i -> null);
    items
        .select(row(Text::new).of(col(Item::id), bad.call(col(Item::id))))
        .sink("texts", InMemory.sink(Text.class));

    assertThatThrownBy(() -> kit.pipeline().run(kit.spark()))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("udf 'bad'")
        .hasMessageContaining("returned null")
        .hasMessageContaining("returningNull()");
  }

  @Test
  void aFunctionThatIsNotDeterministicIsCalledOnceForARow() {
    record Draw(int id, Double value) {}
    Udf<Integer, Double> draw =
        udf("draw", Integer.class, Double.class, id -> Math.random()).nonDeterministic();
    Item[] many = new Item[500];
    java.util.Arrays.setAll(many, i -> new Item(i, i, null, null, null, null, null, null, null));

    Stage<Draw> large =
        kit.rows(Item.class, many)
            .select(row(Draw::new).of(col(Item::id), DoubleExpr.of(draw.call(col(Item::stock)))))
            .filter(col(Draw::value).gt(0.5));

    assertThat(large.collect(kit.spark())).isNotEmpty().allMatch(drawn -> drawn.value() > 0.5);
  }
}
