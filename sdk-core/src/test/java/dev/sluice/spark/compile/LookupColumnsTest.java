package dev.sluice.spark.compile;

import static dev.sluice.Dsl.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import dev.sluice.spark.compile.ParquetShop.Order;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupColumnsTest {

  record Customer(long id, String name) {}

  record Named(long orderId, String name) {}

  /** A store of nothing. */
  record Customers() implements LookupStore<Long, Customer> {
    @Override
    public Class<Long> keyType() {
      return Long.class;
    }

    @Override
    public Class<Customer> type() {
      return Customer.class;
    }

    @Override
    public String description() {
      return "customers";
    }

    @Override
    public LookupSession<Long, Customer> open() {
      return keys -> CompletableFuture.completedFuture(Map.of());
    }
  }

  @Test
  void onlyTheKeyAndWhatSomethingIsMadeOfIsRead(@TempDir Path directory) {
    ParquetShop shop = ParquetShop.in(directory);
    Dataset<Row> rows =
        shop.orders()
            .lookup(new Customers()).on(Order::customerId)
            .select((o, c) -> row(Named::new).of(o.col(Order::orderId), c.col(Customer::name)))
            .toDataset(shop.spark());

    assertThat(rows.queryExecution().executedPlan().toString())
        .containsPattern("ReadSchema: struct<orderId:bigint,customerId:bigint>");
  }
}
