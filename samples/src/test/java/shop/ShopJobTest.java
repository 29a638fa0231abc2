// @formatter:off: set by hand, as the README shows it
// #region test
package shop;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;

import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import shop.ShopJob.DailySales;
import shop.ShopJob.Order;

@SparkTest
class ShopJobTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  @Test
  void sumsTheValidOrdersOfADay(SparkKit kit) {
    Stage<Order> orders =
        kit.rows(
            Order.class,
            new Order(1, DAY, "Ada", 2, 10.0),
            new Order(1, DAY, "Ada", 2, 10.0),
            new Order(2, DAY, "Ben", 1, 5.5),
            new Order(3, DAY, "Cleo", null, 7.0));

    assertThat(ShopJob.dailySales(orders)).hasRows(new DailySales(DAY, 25.5, 2));
  }

  @Test
  void accountsForEveryLineOfTheFile(SparkKit kit, SparkSession spark) {
    var orders = kit.csvFile(Order.class, """
        orderId,day,customer,quantity,price
        1,2026-05-01,Ada,2,10.0
        1,2026-05-01,Ada,2,10.0
        2,2026-05-01,Cleo,-1,7.0
        3,2026-05-01,Ada,three,7.0
        """).header();
    var sales = InMemory.sink(DailySales.class);
    var rejected = InMemory.sink(Rejected.class);

    assertThat(ShopJob.pipeline(orders, sales, rejected).run(spark))
        .succeeded()
        .malformedRows("orders", 1)
        .droppedRows("valid orders", "duplicate orderId", 1)
        .rejectedRows("valid orders", "positive quantity", 1)
        .isConserved();
    assertThatRows(DailySales.class, sales.rows()).hasRows(new DailySales(DAY, 20.0, 1));
    assertThatRows(Rejected.class, rejected.rows()).hasCount(2);
  }
}
// #endregion
// @formatter:on
