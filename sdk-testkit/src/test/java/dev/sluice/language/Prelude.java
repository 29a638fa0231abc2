package dev.sluice.language;

/** The records, stages and sinks that all the snippets of these tests share. */
final class Prelude {

  /** A source file with a place for statements. */
  static final String SOURCE =
      """
      import static dev.sluice.Dsl.*;

      import dev.sluice.Pipeline;
      import dev.sluice.Stage;
      import dev.sluice.TimedStage;
      import dev.sluice.expr.*;
      import dev.sluice.connect.LookupStore;
      import dev.sluice.connect.Sink;
      import dev.sluice.io.kafka.Kafka;
      import dev.sluice.quality.Rejected;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.List;

      class Example {
        void example(Pipeline pipeline, Stage<Order> orders, Stage<Product> products,
            Stage<Customer> customers, Stage<Line> lines, TimedStage<Order> timed,
            Side<Joined2<Order, Customer>, Order> elsewhere,
            LookupStore<Long, Customer> store, LookupStore<PriceKey, Product> prices,
            Sink<Order> orderSink, Sink<Line> lineSink, Sink<DailySales> dailySink) {
          // snippet
        }
      }

      enum Status { OPEN, PAID, SHIPPED }
      enum Color { RED, GREEN }
      interface Identified { long id(); }
      record Address(String street, String city) {}
      record Order(long orderId, long customerId, long productId, Integer quantity, Double discount,
          LocalDate orderDate, Instant placedAt, Status status, boolean express, String note,
          List<String> tags, Address address) {}
      record Product(long productId, String productName, String category, double price) {}
      record PriceKey(long productId, LocalDate day) {}
      record Customer(long id, String name, String country) implements Identified {}
      record Line(long orderId, long customerId, String productName, LocalDate orderDate, double amount) {}
      record DailySales(LocalDate orderDate, double revenue, long customers) {}
      record PricedLine(long orderId, String productName, double amount, double tax) {}
      record Ranked(long orderId, int place) {}
      record Total(double amount) {}
      record Name(String name) {}
      """;

  private Prelude() {}
}
