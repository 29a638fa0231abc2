package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class RowsAssertTest {

  record Order(long orderId, Integer quantity, String note) {}

  private static final Order PEN = new Order(1, 2, "pen");
  private static final Order INK = new Order(2, null, "ink");
  private static final Order CUP = new Order(3, 1, "cup");

  private static RowsAssert<Order> orders(Order... rows) {
    return assertThatRows(Order.class, List.of(rows));
  }

  private static String failure(ThrowingCallable assertion) {
    Throwable thrown = catchThrowable(assertion);
    assertThat(thrown).isInstanceOf(AssertionError.class);
    return thrown.getMessage();
  }

  @Test
  void acceptsTheRowsInAnyOrder() {
    orders(PEN, INK, CUP).hasRows(CUP, PEN, INK);
  }

  @Test
  void showsMissingAndUnexpectedRowsAndWhereTheNearestDiffer() {
    assertThat(failure(() -> orders(PEN, new Order(2, 0, "ink")).hasRows(PEN, INK)))
        .isEqualTo(
            """
            rows of Order: expected 2 rows, found 2; 1 missing, 1 unexpected

            missing (1):
              Order[orderId=2, quantity=null, note="ink"]

            unexpected (1):
              Order[orderId=2, quantity=0, note="ink"]

            nearest to each other, only the cells that differ:
              missing  unexpected  column    expected  actual
              row 1    row 1       quantity  null      0

            actual rows as Java:
              new Order(1L, 2, "pen"),
              new Order(2L, 0, "ink")\
            """);
  }

  @Test
  void refusesARowThatIsThereOnceTooOften() {
    assertThat(failure(() -> orders(PEN, PEN, INK).hasRows(PEN, INK)))
        .isEqualTo(
            """
            rows of Order: expected 2 rows, found 3; 0 missing, 1 unexpected

            unexpected (1):
              Order[orderId=1, quantity=2, note="pen"] (expected 1, found 2)

            actual rows as Java:
              new Order(1L, 2, "pen"),
              new Order(1L, 2, "pen"),
              new Order(2L, null, "ink")\
            """);
  }

  @Test
  void refusesADuplicateInPlaceOfAnotherRow() {
    assertThat(failure(() -> orders(PEN, PEN, INK).hasRows(PEN, INK, INK)))
        .contains(
            "expected 3 rows, found 3; 1 missing, 1 unexpected",
            """
            missing (1):
              Order[orderId=2, quantity=null, note="ink"] (expected 2, found 1)
            """);
  }

  @Test
  void refusesNoRowsWhereSomeAreExpected() {
    assertThat(failure(() -> orders().hasRows(PEN)))
        .isEqualTo(
            """
            rows of Order: expected 1 row, found 0; 1 missing, 0 unexpected

            missing (1):
              Order[orderId=1, quantity=2, note="pen"]

            There are no rows.\
            """);
  }

  @Test
  void refusesRowsWhereNoneIsExpected() {
    assertThat(failure(() -> orders(PEN).isEmpty())).contains("expected 0 rows, found 1");
  }

  @Test
  void acceptsNoRowsWhereNoneIsExpected() {
    orders().isEmpty().hasCount(0).hasRows();
  }

  @Test
  void refusesAnotherOrderWhereItMatters() {
    assertThat(failure(() -> orders(INK, PEN, CUP).inOrder().hasRows(PEN, INK, CUP)))
        .isEqualTo(
            """
            rows of Order: the rows are right, their order is not

            by row (- expected, + actual), without the rows that are in place:
              - row 1: Order[orderId=1, quantity=2, note="pen"]
              + row 2: Order[orderId=1, quantity=2, note="pen"]

            actual rows as Java:
              new Order(2L, null, "ink"),
              new Order(1L, 2, "pen"),
              new Order(3L, 1, "cup")\
            """);
  }

  @Test
  void alignsOrderedRowsSoThatAnInsertedOneIsTheOnlyDifference() {
    assertThat(failure(() -> orders(CUP, PEN, INK).inOrder().hasRows(PEN, INK)))
        .contains(
            """
            without the rows that are in place:
              + row 1: Order[orderId=3, quantity=1, note="cup"]

            """);
  }

  @Test
  void showsOnlyTheChangedCellsOfRowsWithTheSameKey() {
    assertThat(
        failure(
            () -> orders(new Order(1, 3, "pen"), CUP)
                .as("orders of today")
                .keyedBy(Order::orderId)
                .hasRows(PEN, INK)))
        .isEqualTo(
            """
            [orders of today] rows of Order: expected 2 rows, found 2; 2 missing, 2 unexpected

            changed (1), only the cells that differ:
              orderId  column    expected  actual
              1        quantity  2         3

            missing (1):
              Order[orderId=2, quantity=null, note="ink"]

            unexpected (1):
              Order[orderId=3, quantity=1, note="cup"]

            actual rows as Java:
              new Order(1L, 3, "pen"),
              new Order(3L, 1, "cup")\
            """);
  }

  @Test
  void namesTheKeyOfAChangedRowOnce() {
    assertThat(
        failure(
            () -> orders(new Order(1, 3, "pan"))
                .keyedBy(Order::orderId, Order::note)
                .hasRows(PEN)))
        .contains("missing (1):", "unexpected (1):")
        .doesNotContain("changed");
    assertThat(failure(() -> orders(new Order(1, 3, "pan")).keyedBy(Order::orderId).hasRows(PEN)))
        .contains(
            """
              orderId  column    expected  actual
              1        quantity  2         3
                       note      "pen"     "pan"
            """);
  }

  @Test
  void numbersTheRowsThatTheNearestReferTo() {
    assertThat(
        failure(
            () -> orders(new Order(7, 7, "x"), new Order(1, 3, "pen"), new Order(2, 0, "ink"))
                .hasRows(PEN, INK)))
        .contains(
            """
            missing (2):
              row 1: Order[orderId=1, quantity=2, note="pen"]
              row 2: Order[orderId=2, quantity=null, note="ink"]

            unexpected (3):
              row 1: Order[orderId=7, quantity=7, note="x"]
              row 2: Order[orderId=1, quantity=3, note="pen"]
              row 3: Order[orderId=2, quantity=0, note="ink"]

            nearest to each other, only the cells that differ:
              missing  unexpected  column    expected  actual
              row 1    row 2       quantity  2         3
              row 2    row 3       quantity  null      0
            """);
  }

  @Test
  void showsTwoSwappedCellsAlsoOfAShortRow() {
    record Transfer(long from, long to, double amount) {}
    assertThat(
        failure(
            () -> assertThatRows(Transfer.class, List.of(new Transfer(8, 7, 2.5)))
                .hasRows(new Transfer(7, 8, 2.5))))
        .contains(
            """
              missing  unexpected  column  expected  actual
              row 1    row 1       from    7         8
                                   to      8         7
            """);
  }

  @Test
  void doesNotCompareRowsThatHaveNothingInCommon() {
    assertThat(failure(() -> orders(CUP).hasRows(PEN))).doesNotContain("nearest");
  }

  @Test
  void showsWhereAKeyChanged() {
    assertThat(failure(() -> orders(new Order(9, 2, "pen")).keyedBy(Order::orderId).hasRows(PEN)))
        .contains(
            """
            missing (1):
              Order[orderId=1, quantity=2, note="pen"]

            unexpected (1):
              Order[orderId=9, quantity=2, note="pen"]

            nearest to each other, only the cells that differ:
              missing  unexpected  column   expected  actual
              row 1    row 1       orderId  1         9
            """);
  }

  @Test
  void comparesTheRowsThatAreMostAlikeWhereAKeyOccursOften() {
    assertThat(
        failure(
            () -> orders(new Order(1, 8, "cup"), new Order(1, 3, "pen"))
                .keyedBy(Order::orderId)
                .hasRows(PEN)))
        .contains(
            """
              orderId  column    expected  actual
              1        quantity  2         3

            unexpected (1):
              Order[orderId=1, quantity=8, note="cup"]
            """);
  }

  @Test
  void leavesOutTheZerosThatAColumnAddsToADecimal() {
    record Tax(long invoice, BigDecimal tax) {}
    assertThat(
        failure(
            () -> assertThatRows(
                Tax.class, List.of(new Tax(1, new BigDecimal("10.000000000000000000"))))
                .keyedBy(Tax::invoice)
                .hasRows(new Tax(1, new BigDecimal("10.20")))))
        .contains(
            """
              invoice  column  expected  actual
              1        tax     10.2      10
            """);
  }

  @Test
  void refusesToAssertSomethingThatIsTrueOfAnyRows() {
    assertThatThrownBy(() -> orders(PEN).containsRows())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "containsRows without a row is true of any rows: give one, or write isEmpty() or"
                + " hasCount(…)");
    assertThatThrownBy(() -> orders(PEN).doesNotContainRows())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsNoMoreThanOneCanRead() {
    Order[] many =
        LongStream.range(0, 47).mapToObj(i -> new Order(i, 1, "x")).toArray(Order[]::new);
    Order[] wrong =
        LongStream.range(0, 47).mapToObj(i -> new Order(i, 2, "x")).toArray(Order[]::new);
    assertThat(failure(() -> orders(wrong).keyedBy(Order::orderId).hasRows(many)))
        .contains(
            """
              9        quantity  1         2
              … and 37 more
            """);
    assertThat(failure(() -> orders().hasRows(many))).contains("  … and 37 more\n");
  }

  @Test
  void cutsALongTextWhereItDiffers() {
    String same = "x".repeat(500);
    assertThat(
        failure(
            () -> orders(new Order(1, 2, same + "b"))
                .keyedBy(Order::orderId)
                .hasRows(new Order(1, 2, same + "a"))))
        .contains("x".repeat(78) + "a\"  …" + "x".repeat(78) + "b\"");
  }

  @Test
  void containsRowsCountsHowOftenEachIsThere() {
    orders(PEN, PEN, INK).containsRows(PEN, PEN);
    assertThat(failure(() -> orders(PEN, INK, CUP).containsRows(PEN, PEN)))
        .isEqualTo(
            """
            rows of Order: 1 of 2 rows missing among the 3 found

            missing (1):
              Order[orderId=1, quantity=2, note="pen"] (expected 2, found 1)

            others (2):
              Order[orderId=2, quantity=null, note="ink"]
              Order[orderId=3, quantity=1, note="cup"]

            actual rows as Java:
              new Order(1L, 2, "pen"),
              new Order(2L, null, "ink"),
              new Order(3L, 1, "cup")\
            """);
  }

  @Test
  void containsRowsInOrderAllowsOthersBetween() {
    orders(PEN, INK, CUP).inOrder().containsRows(PEN, CUP);
    assertThat(failure(() -> orders(PEN, INK, CUP).inOrder().containsRows(CUP, PEN)))
        .contains("all rows are there, but not in this order");
  }

  @Test
  void doesNotContainRowsNamesWhatItFound() {
    orders(PEN).doesNotContainRows(INK);
    assertThat(failure(() -> orders(PEN, INK).doesNotContainRows(CUP, INK)))
        .contains(
            "1 row found that should not be there",
            """
            found:
              Order[orderId=2, quantity=null, note="ink"]
            """);
  }

  @Test
  void hasCountShowsTheRows() {
    assertThat(failure(() -> orders(PEN).hasCount(2)))
        .isEqualTo(
            """
            rows of Order: expected 2 rows, found 1

            actual rows as Java:
              new Order(1L, 2, "pen")\
            """);
  }

  @Test
  void leavesOutWhatIsIgnored() {
    orders(PEN).ignoring(Order::note, Order::quantity).hasRows(new Order(1, 9, null));
    assertThat(failure(() -> orders(PEN).ignoring(Order::note).hasRows(new Order(1, 9, null))))
        .contains("quantity  9         2")
        .doesNotContain("note    ");
  }

  @Test
  void givesBothSidesToTheComparisonWindowOfAnIde() {
    assertThat(catchThrowable(() -> orders(PEN).hasRows(INK)))
        .isInstanceOfSatisfying(
            AssertionFailedError.class,
            e -> {
              assertThat(e.getExpected().getValue())
                  .isEqualTo("Order[orderId=2, quantity=null, note=\"ink\"]");
              assertThat(e.getActual().getValue())
                  .isEqualTo("Order[orderId=1, quantity=2, note=\"pen\"]");
            });
  }

  @Test
  void refusesToChangeTheComparisonAfterAnAssertion() {
    assertThatThrownBy(() -> orders(PEN, INK).hasRows(INK, PEN).inOrder())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "inOrder comes too late: what was asserted before did not know it. Write it before the"
                + " first assertion, as in assertThat(rows).inOrder().hasRows(…)");
  }

  @Test
  void refusesALambdaAsAComponent() {
    assertThatThrownBy(() -> orders(PEN).ignoring(o -> o.note()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("write a method reference such as Order::quantity");
  }

  private static List<Order> many(int rows, int quantity, String note) {
    return LongStream.range(0, rows).mapToObj(i -> new Order(i, quantity, note)).toList();
  }

  @Test
  void saysThatAllRowsDifferOnlyInOneComponent() {
    RowsAssert<Order> rows = assertThatRows(Order.class, many(500, 1, "pen"));
    assertThat(failure(() -> rows.hasRows(many(500, 2, "pen"))))
        .contains("\nall 500 differ only in quantity\n");
    assertThat(failure(() -> rows.keyedBy(Order::orderId).hasRows(many(500, 2, "pen"))))
        .contains("\nall 500 differ only in quantity\n");
    assertThat(failure(() -> rows.hasRows(many(500, 2, "ink")))).doesNotContain("differ only");
  }

  @Test
  void saysHowManyRowsDifferOnlyInOneComponent() {
    List<Order> expected = new java.util.ArrayList<>(many(10, 2, "pen"));
    expected.add(new Order(20, 5, "ink"));
    List<Order> actual = new java.util.ArrayList<>(many(10, 1, "pen"));
    actual.add(new Order(30, 6, "ink"));
    assertThat(failure(() -> assertThatRows(Order.class, actual).hasRows(expected)))
        .contains("\n10 of 11 differ only in quantity\n");
  }

  @Test
  void longTextsAreShortenedAroundTheirDifference() {
    String start = "a".repeat(50_000);
    String message =
        failure(
            () -> orders(new Order(1, 2, start + "pen" + start))
                .hasRows(new Order(1, 2, start + "ink" + start)));
    assertThat(message).contains("aaapenaaa", "aaainkaaa", "characters)");
    assertThat(message.length()).isLessThan(3_000);
  }

  record Text(String text) {}

  @Test
  void aRecordOfOneLongTextShowsTheDifferenceToo() {
    String start = "a".repeat(50_000);
    String message =
        failure(
            () -> assertThatRows(Text.class, List.of(new Text(start + "pen")))
                .hasRows(new Text(start + "ink")));
    assertThat(message).contains("aaapen\"", "aaaink\"");
    assertThat(message.length()).isLessThan(3_000);
  }
}
