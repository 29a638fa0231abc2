package dev.sluice.stages;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.collectList;
import static dev.sluice.Dsl.key;
import static dev.sluice.Dsl.row;
import static dev.sluice.Dsl.struct;
import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A decimal is stored with the digits that its component declares, at every depth. */
@SparkTest
class StoredDecimalsTest {

  record Item(
      int id,
      @Precision(value = 10, scale = 2) BigDecimal price,
      List<@Precision(value = 10, scale = 2) BigDecimal> prices,
      Map<String, @Precision(value = 10, scale = 2) BigDecimal> byName) {}

  record Money(@Precision(value = 12, scale = 4) BigDecimal amount) {}

  record Receipt(
      @Precision(value = 12, scale = 4) BigDecimal amount,
      Money money,
      List<@Precision(value = 12, scale = 4) BigDecimal> amounts,
      Map<String, @Precision(value = 12, scale = 4) BigDecimal> byName) {}

  record Collected(int id, List<@Precision(value = 12, scale = 4) BigDecimal> amounts) {}

  private static final BigDecimal PRICE = new BigDecimal("12.34");

  private static Stage<Item> items(SparkKit kit) {
    return kit.rows(Item.class, new Item(1, PRICE, List.of(PRICE), Map.of("a", PRICE)));
  }

  @Test
  void aFileHasTheDigitsOfTheRecord(SparkKit kit) {
    Stage<Receipt> receipts =
        items(kit)
            .select(row(Receipt::new).of(
                col(Item::price),
                struct(row(Money::new).of(col(Item::price))),
                col(Item::prices),
                col(Item::byName)));
    BigDecimal stored = new BigDecimal("12.3400");

    Files.parquet(Receipt.class, kit.path("receipts"))
        .overwrite()
        .write(receipts.toDataset(kit.spark()));

    assertThat(kit.spark().read().parquet(kit.path("receipts")).schema().sql().split("12,4", -1))
        .hasSize(5);
    assertThat(kit.source(Files.parquet(Receipt.class, kit.path("receipts"))))
        .hasRows(new Receipt(stored, new Money(stored), List.of(stored), Map.of("a", stored)));
  }

  @Test
  void soHaveCollectedValues(SparkKit kit) {
    Stage<Collected> collected =
        items(kit)
            .groupBy(Item::id)
            .aggregate(row(Collected::new).of(key(Item::id), collectList(col(Item::price))));

    assertThat(collected.toDataset(kit.spark()).schema().sql()).contains("ARRAY<DECIMAL(12,4)>");
  }

  @Test
  void aJavaValueWithMoreDigitsIsRefused(SparkKit kit) {
    Item tooFine = new Item(1, new BigDecimal("0.005"), List.of(), Map.of());
    Item fineInside = new Item(1, PRICE, List.of(new BigDecimal("0.005")), Map.of());

    assertThatThrownBy(() -> kit.rows(Item.class, tooFine).collect(kit.spark()))
        .hasMessageContaining("Item.price: 0.005 does not fit DECIMAL(10,2)")
        .hasMessageContaining("setScale(2, RoundingMode.HALF_UP)");
    assertThatThrownBy(() -> kit.rows(Item.class, fineInside).collect(kit.spark()))
        .hasMessageContaining("Item.prices: 0.005 does not fit DECIMAL(10,2)");
  }

  @Test
  void zerosBehindThePointAreNoDigits(SparkKit kit) {
    Item item = new Item(1, new BigDecimal("12.34000"), List.of(), Map.of());

    assertThat(kit.rows(Item.class, item)).hasRows(new Item(1, PRICE, List.of(), Map.of()));
  }
}
