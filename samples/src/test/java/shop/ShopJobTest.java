// spotless:off: set by hand, as the README shows it
// #region test
package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.Sessions;
import dev.sluice.io.InMemory;
import dev.sluice.quality.Rejected;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import shop.ShopJob.DailySales;
import shop.ShopJob.Order;

class ShopJobTest {

  @Test
  void sumsTheValidOrdersOfADay() {
    LocalDate day = LocalDate.of(2026, 5, 1);
    var orders =
        InMemory.rows(
            Order.class,
            List.of(
                new Order(1, day, "Ada", 2, 10.0),
                new Order(1, day, "Ada", 2, 10.0),
                new Order(2, day, "Ben", 1, 5.5),
                new Order(3, day, "Cleo", null, 7.0)));
    var sales = InMemory.sink(DailySales.class);
    var rejected = InMemory.sink(Rejected.class);
    SparkSession spark = Sessions.embedded("test").getOrCreate();

    ShopJob.pipeline(orders, sales, rejected).run(spark);

    assertEquals(List.of(new DailySales(day, 25.5, 2)), sales.rows());
    assertEquals(List.of("positive quantity"), rejected.rows().get(0).reasons());
  }
}
// #endregion
// spotless:on
