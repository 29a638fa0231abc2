package dev.sluice.samples.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A finding is not found in a failure that says something else. */
class FindingTest {

  private static final String FAILURE =
      """
      rows of Order: expected 3 rows, found 3; 2 missing, 2 unexpected

      changed (1), only the cells that differ:
        orderId  day         column    expected  actual
        1        2026-05-01  quantity  2         "3 4"

      missing (1):
        Order[orderId=2, quantity=1]

      unexpected (1):
        Order[orderId=3, quantity=1]

      nearest to each other, only the cells that differ:
        missing  unexpected  column   expected  actual
        row 1    row 1       orderId  2         3
      """;

  @Test
  void aCellBelongsToItsRow() {
    assertThat(Finding.cell("orderId=1, day=2026-05-01", "quantity", 2, "\"3 4\"").isIn(FAILURE))
        .isTrue();
    assertThat(Finding.cell("orderId=2, day=2026-05-01", "quantity", 2, "\"3 4\"").isIn(FAILURE))
        .isFalse();
    assertThat(Finding.cell("orderId=1, day=2026-05-01", "quantity", 2, 3).isIn(FAILURE)).isFalse();
    assertThat(Finding.cell("orderId=1", "quantity", 2, "\"3 4\"").isIn(FAILURE)).isFalse();
  }

  @Test
  void aRowStandsBelowItsTitle() {
    assertThat(Finding.missing("Order[orderId=2").isIn(FAILURE)).isTrue();
    assertThat(Finding.unexpected("Order[orderId=2").isIn(FAILURE)).isFalse();
    assertThat(Finding.missing("Order[orderId=3").isIn(FAILURE)).isFalse();
  }

  @Test
  void aNearCellIsThatOfAMissingRow() {
    assertThat(Finding.near("Order[orderId=2", "orderId", 2, 3).isIn(FAILURE)).isTrue();
    assertThat(Finding.near("Order[orderId=3", "orderId", 2, 3).isIn(FAILURE)).isFalse();
    assertThat(Finding.near("Order[orderId=2", "quantity", 2, 3).isIn(FAILURE)).isFalse();
  }

  @Test
  void aLineIsAboutOneRow() {
    assertThat(Finding.says("expected 3 rows", "2 unexpected").isIn(FAILURE)).isTrue();
    assertThat(Finding.says("expected 3 rows", "1 unexpected").isIn(FAILURE)).isFalse();
    assertThat(Finding.says("Order[orderId=2", "2 unexpected").isIn(FAILURE)).isFalse();
  }
}
