package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When two rows count as the same, and that they do not otherwise. */
class SamenessTest {

  record Number(String name, Double value) {}

  record Inner(double value, List<Double> more) {}

  record Nested(long id, Inner inner, List<Inner> list, Map<String, Inner> map, byte[] bytes) {}

  record Money(long cents, BigDecimal amount, Instant at, LocalDate day, float share) {}

  private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  private static RowsAssert<Number> number(Double actual) {
    return assertThatRows(Number.class, List.of(new Number("a", actual)));
  }

  private static void refuses(Runnable assertion) {
    assertThatThrownBy(assertion::run).isInstanceOf(AssertionError.class);
  }

  private static Nested nested(double inner, double inList, double inMap, int lastByte) {
    return new Nested(
        1,
        new Inner(inner, List.of(1.0)),
        List.of(new Inner(inList, List.of())),
        Map.of("k", new Inner(inMap, Arrays.asList(1.0, null))),
        new byte[]{1, (byte) lastByte});
  }

  private static RowsAssert<Nested> actual(Nested row) {
    return assertThatRows(Nested.class, List.of(row));
  }

  private static Money money(long cents, String amount, Instant at) {
    return new Money(cents, new BigDecimal(amount), at, DAY, 0.1f);
  }

  @Test
  void nanIsNan() {
    number(Double.NaN).hasRows(new Number("a", Double.NaN));
  }

  @Test
  void nanIsNoNumber() {
    refuses(() -> number(Double.NaN).hasRows(new Number("a", 0.0)));
    refuses(() -> number(0.0).numbersWithin(1e300).hasRows(new Number("a", Double.NaN)));
    refuses(() -> number(Double.NaN).numbersWithin(1e300).hasRows(new Number("a", 0.0)));
  }

  @Test
  void infinityIsNearNothingElse() {
    number(Double.POSITIVE_INFINITY)
        .numbersWithin(1)
        .hasRows(new Number("a", Double.POSITIVE_INFINITY));
    refuses(
        () -> number(Double.POSITIVE_INFINITY)
            .numbersWithin(Double.MAX_VALUE)
            .hasRows(new Number("a", Double.MAX_VALUE)));
    refuses(
        () -> number(Double.NEGATIVE_INFINITY).hasRows(new Number("a", Double.POSITIVE_INFINITY)));
  }

  @Test
  void negativeZeroIsZeroUnlessAskedFor() {
    number(-0.0).hasRows(new Number("a", 0.0));
    refuses(() -> number(-0.0).distinguishingNegativeZero().hasRows(new Number("a", 0.0)));
  }

  @Test
  void nullIsNullOnly() {
    number(null).hasRows(new Number("a", null));
    refuses(() -> number(null).hasRows(new Number("a", 0.0)));
    refuses(() -> number(0.0).numbersWithin(1).hasRows(new Number("a", null)));
    refuses(
        () -> assertThatRows(Number.class, List.of(new Number(null, 1.0)))
            .hasRows(new Number("null", 1.0)));
  }

  @Test
  void aToleranceIncludesItsEnds() {
    number(1.01).comparing(Number::value).within(0.01).hasRows(new Number("a", 1.0));
    refuses(
        () -> number(1.0101).comparing(Number::value).within(0.01).hasRows(new Number("a", 1.0)));
  }

  @Test
  void aRelativeToleranceIsAPartOfTheExpectedNumber() {
    number(99.0).comparing(Number::value).withinRelative(0.01).hasRows(new Number("a", 100.0));
    refuses(
        () -> number(98.9)
            .comparing(Number::value)
            .withinRelative(0.01)
            .hasRows(new Number("a", 100.0)));
    refuses(() -> number(1e-9).numbersWithinRelative(0.5).hasRows(new Number("a", 0.0)));
  }

  @Test
  void aToleranceMatchesRowsAsAWhole() {
    RowsAssert<Number> rows =
        assertThatRows(Number.class, List.of(new Number("a", 1.9), new Number("a", 1.0)))
            .numbersWithin(1);
    // the first row is near both, the second only near the second
    rows.hasRows(new Number("a", 1.5), new Number("a", 2.9));
    refuses(() -> rows.hasRows(new Number("a", 2.9), new Number("a", 2.8)));
  }

  @Test
  void aToleranceIsForItsComponentAlone() {
    Money actual = money(105, "1.06", NOON);
    refuses(
        () -> assertThatRows(Money.class, List.of(actual))
            .comparing(Money::cents)
            .within(5)
            .hasRows(money(100, "1.05", NOON)));
    assertThatRows(Money.class, List.of(actual))
        .comparing(Money::cents)
        .within(5)
        .comparing(Money::amount)
        .within(0.01)
        .hasRows(money(100, "1.05", NOON));
  }

  @Test
  void aToleranceForAllNumbersLeavesWholeOnesExact() {
    refuses(
        () -> assertThatRows(Money.class, List.of(money(105, "1.05", NOON)))
            .numbersWithin(10)
            .hasRows(money(104, "1.05", NOON)));
  }

  @Test
  void timesHaveATolerance() {
    RowsAssert<Money> rows =
        assertThatRows(Money.class, List.of(money(1, "1", NOON.plusMillis(5))));
    rows.comparing(Money::at).within(Duration.ofMillis(5)).hasRows(money(1, "1", NOON));
    refuses(
        () -> rows.comparing(Money::at).within(Duration.ofMillis(4)).hasRows(money(1, "1", NOON)));
  }

  @Test
  void decimalsAreComparedByValueAndTimesToTheMicrosecond() {
    assertThatRows(Money.class, List.of(money(1, "1.50", NOON)))
        .hasRows(money(1, "1.5", NOON.plusNanos(999)));
    refuses(
        () -> assertThatRows(Money.class, List.of(money(1, "1.50", NOON)))
            .hasRows(money(1, "1.5", NOON.plusNanos(1000))));
    refuses(
        () -> assertThatRows(Money.class, List.of(money(1, "1.50", NOON)))
            .hasRows(money(1, "1.51", NOON)));
  }

  @Test
  void nestedValuesAreComparedByTheirContents() {
    actual(nested(1, 2, 3, 4)).hasRows(nested(1, 2, 3, 4));
    refuses(() -> actual(nested(1, 2, 3, 4)).hasRows(nested(9, 2, 3, 4)));
    refuses(() -> actual(nested(1, 2, 3, 4)).hasRows(nested(1, 9, 3, 4)));
    refuses(() -> actual(nested(1, 2, 3, 4)).hasRows(nested(1, 2, 9, 4)));
    refuses(() -> actual(nested(1, 2, 3, 4)).hasRows(nested(1, 2, 3, 9)));
  }

  @Test
  void theOrderAndTheLengthOfAListMatter() {
    Inner expected = new Inner(1, List.of(1.0, 2.0));
    assertThatRows(Inner.class, List.of(new Inner(1, List.of(1.0, 2.0)))).hasRows(expected);
    List.of(List.of(2.0, 1.0), List.of(1.0), List.of(1.0, 2.0, 2.0), List.<Double>of())
        .forEach(
            list -> refuses(
                () -> assertThatRows(Inner.class, List.of(new Inner(1, list)))
                    .hasRows(expected)));
  }

  @Test
  void nestedNanIsNan() {
    actual(nested(1, 2, Double.NaN, 4)).hasRows(nested(1, 2, Double.NaN, 4));
    refuses(() -> actual(nested(1, 2, Double.NaN, 4)).hasRows(nested(1, 2, 3, 4)));
    refuses(
        () -> actual(nested(1, 2, 3, 4)).numbersWithin(1e300).hasRows(nested(1, 2, Double.NaN, 4)));
  }

  @Test
  void nestedNumbersHaveTolerancesToo() {
    actual(nested(1, 2, 3, 4)).numbersWithin(0.1).hasRows(nested(1.1, 1.9, 3.1, 4));
    actual(nested(1, 2, 3, 4)).comparing(Nested::map).within(1).hasRows(nested(1, 2, 4, 4));
    refuses(() -> actual(nested(1, 2, 3, 4)).numbersWithin(0.1).hasRows(nested(1, 2, 3.2, 4)));
    refuses(() -> actual(nested(1, 2, 3, 4)).numbersWithin(0.1).hasRows(nested(1, 2.2, 3, 4)));
  }

  @Test
  void aMissingKeyIsNotANullValue() {
    Map<String, Inner> withNull = new HashMap<>();
    withNull.put("k", null);
    Nested row = new Nested(1, null, List.of(), withNull, null);
    refuses(() -> actual(row).hasRows(new Nested(1, null, List.of(), Map.of(), null)));
    refuses(() -> actual(row).hasRows(new Nested(1, null, null, withNull, null)));
  }

  @Test
  void aToleranceThatFitsNoValueIsRefused() {
    assertThatThrownBy(() -> number(1.0).comparing(Number::name).within(0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Number.name is String, which a tolerance of numbers cannot be for");
    assertThatThrownBy(() -> number(1.0).comparing(Number::value).within(Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Number.value is Double, which a tolerance of time cannot be for");
    assertThatThrownBy(() -> number(1.0).numbersWithin(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a tolerance is a number from 0 on, not -1.0");
  }

  @Test
  void aToleranceDoesNotMakeTheZerosTheSame() {
    refuses(
        () -> number(-0.0)
            .numbersWithin(0.1)
            .distinguishingNegativeZero()
            .hasRows(new Number("a", 0.0)));
    refuses(
        () -> number(-0.0)
            .distinguishingNegativeZero()
            .comparing(Number::value)
            .within(0.1)
            .hasRows(new Number("a", 0.0)));
    number(-0.0).distinguishingNegativeZero().numbersWithin(0.1).hasRows(new Number("a", 0.01));
  }

  @Test
  void aZeroOfAnotherSignIsExplained() {
    assertThatThrownBy(
        () -> number(-0.0).distinguishingNegativeZero().hasRows(new Number("a", 0.0)))
        .hasMessageContaining(
            "1 row would be the same if -0.0 were 0.0, which distinguishingNegativeZero() rules"
                + " out");
  }

  private static List<Number> numbers(int count, double step, double shift) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> new Number("a", i * step + shift))
        .toList();
  }

  @Test
  void thousandsOfRowsOfOneShapeAreMatchedInAMoment() {
    for (double step : List.of(1.0, 0.001, 0.0)) {
      org.assertj.core.api.Assertions.assertThat(Duration.ofSeconds(2))
          .isGreaterThan(
              time(
                  () -> assertThatRows(Number.class, numbers(3_000, step, 0.4))
                      .numbersWithin(0.5)
                      .hasRows(numbers(3_000, step, 0.0))));
    }
    org.assertj.core.api.Assertions.assertThat(Duration.ofSeconds(4))
        .isGreaterThan(
            time(
                () -> refuses(
                    () -> assertThatRows(Number.class, numbers(3_000, 1.0, 0.4))
                        .numbersWithin(0.1)
                        .hasRows(numbers(3_000, 1.0, 0.0)))));
  }

  private static Duration time(Runnable assertion) {
    long start = System.nanoTime();
    assertion.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void rowsMoveOnForOthersAlongAChain() {
    List<Number> reversed = new java.util.ArrayList<>(numbers(300, 1.0, 1.0));
    java.util.Collections.reverse(reversed);
    assertThatRows(Number.class, reversed).numbersWithin(1).hasRows(numbers(300, 1.0, 0.0));
    refuses(
        () -> assertThatRows(Number.class, reversed)
            .numbersWithin(1)
            .hasRows(numbers(300, 1.0, -0.5)));
  }
}
