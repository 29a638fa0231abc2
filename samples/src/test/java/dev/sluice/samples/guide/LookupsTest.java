package dev.sluice.samples.guide;

import static dev.sluice.Dsl.*;
import static dev.sluice.testkit.SluiceAssertions.assertThat;

import dev.sluice.Stage;
import dev.sluice.connect.LookupSession;
import dev.sluice.connect.LookupStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class LookupsTest extends Shop {

  record Named(long orderId, String customer) {}

  record Priced(long orderId, Double price) {}

  /** Stands for the client of a service. */
  static final class CustomerClient implements AutoCloseable {
    CustomerClient(String url) {}

    CompletionStage<Map<Long, Customer>> findAll(Set<Long> ids) {
      Map<Long, Customer> found = new HashMap<>();
      CUSTOMERS.stream().filter(c -> ids.contains(c.customerId())).forEach(c -> found.put(c.customerId(), c));
      return CompletableFuture.completedFuture(found);
    }

    @Override
    public void close() {}
  }

  // #region store
  record CustomerService(String url) implements LookupStore<Long, Customer> {
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
      return "customers of " + url;
    }

    @Override
    public LookupSession<Long, Customer> open() {          // on an executor, once for each task
      CustomerClient client = new CustomerClient(url);
      return new LookupSession<>() {
        @Override
        public CompletionStage<Map<Long, Customer>> find(Set<Long> keys) {
          return client.findAll(keys);                     // what is not found is left out of the map
        }

        @Override
        public void close() {
          client.close();
        }
      };
    }
  }
  // #endregion

  private final CustomerService service = new CustomerService("https://customers.example.org");

  @Test
  void lookup() {
    // #region lookup
    Stage<Named> named = orders
        .lookup(service).on(Order::customerId)
        .select((o, c) -> row(Named::new).of(
            o.col(Order::orderId), c.col(Customer::name).orElse("unknown")));
    // #endregion

    assertThat(named)
        .hasRows(new Named(1, "Ada"), new Named(2, "Ben"), new Named(3, "Ada"), new Named(4, "unknown"));
  }

  @Test
  void settings() {
    // #region settings
    Stage<Named> named = orders
        .lookup(service).on(Order::customerId)
        .onlyFound().batchSize(200).batchesInFlight(4).timeout(Duration.ofSeconds(10))
        .select((o, c) -> row(Named::new).of(o.col(Order::orderId), c.col(Customer::name)));
    // #endregion

    assertThat(named).hasRows(new Named(1, "Ada"), new Named(2, "Ben"), new Named(3, "Ada"));
  }

  // #region key
  record PriceKey(long productId, LocalDate day) {}

  record Price(long productId, LocalDate day, double price) {}
  // #endregion

  record Prices() implements LookupStore<PriceKey, Price> {
    @Override
    public Class<PriceKey> keyType() {
      return PriceKey.class;
    }

    @Override
    public Class<Price> type() {
      return Price.class;
    }

    @Override
    public String description() {
      return "prices";
    }

    @Override
    public LookupSession<PriceKey, Price> open() {
      PriceKey tea = new PriceKey(1, MAY_1);
      return keys -> CompletableFuture.completedFuture(
          keys.contains(tea) ? Map.of(tea, new Price(1, MAY_1, 9.5)) : Map.of());
    }
  }

  @Test
  void keyOfSeveralComponents() {
    LookupStore<PriceKey, Price> prices = new Prices();
    // #region composed
    Stage<Priced> priced = orders
        .lookup(prices).on(row(PriceKey::new).of(col(Order::productId), col(Order::orderDate)))
        .select((o, p) -> row(Priced::new).of(o.col(Order::orderId), p.col(Price::price)));
    // #endregion

    assertThat(priced)
        .hasRows(new Priced(1, 9.5), new Priced(2, null), new Priced(3, null), new Priced(4, null));
  }
}
// @formatter:on
