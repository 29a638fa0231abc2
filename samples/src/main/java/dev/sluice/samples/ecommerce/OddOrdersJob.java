package dev.sluice.samples.ecommerce;

import static dev.sluice.Dsl.desc;

import dev.sluice.Pipeline;
import dev.sluice.Sessions;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.io.memory.Datasets;
import dev.sluice.ml.evaluate.ModelCard;
import dev.sluice.ml.model.Reason;
import dev.sluice.ml.score.Model;
import dev.sluice.samples.ecommerce.model.Customer;
import dev.sluice.samples.ecommerce.model.OddOrder;
import dev.sluice.samples.ecommerce.model.Order;
import dev.sluice.samples.ecommerce.model.OrderShape;
import dev.sluice.samples.ecommerce.model.Product;
import dev.sluice.text.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds the orders of the e-commerce sample that are unlike the others, and writes the score of each. */
@Command(
    name = "odd-orders",
    description = "Score how unusual generated e-commerce orders are, by three features",
    showDefaultValues = true)
public final class OddOrdersJob implements Callable<Integer> {

  private static final long SEED = 42;
  private static final int SHOWN = 10;

  @Option(
      names = "--rows",
      description = "How many orders to generate.",
      defaultValue = "200000")
  private long rows;

  @Option(
      names = "--share",
      description = "The share of the orders that is expected to be odd.",
      defaultValue = "0.001")
  private double share;

  @Option(
      names = "--output",
      description = "The directory of the model, its card and the scores.",
      defaultValue = "target/odd-orders")
  private Path output;

  /** Made by the launcher, which also sets the options. */
  public OddOrdersJob() {}

  @Override
  public Integer call() throws IOException {
    OrderGenerator generator = new OrderGenerator(rows, SEED);
    try (SparkSession spark = Sessions.embedded("odd-orders").getOrCreate()) {
      Pipeline pipeline = Pipeline.named("odd-orders");
      Stage<OrderShape> orders =
          OddOrders.shapes(
              Enrichment.priced(
                  Cleaning.orders(
                      pipeline.source("orders", Datasets.of(Order.class, generator.orders(spark)))),
                  Cleaning.products(
                      pipeline.source(
                          "products", Datasets.of(Product.class, generator.products(spark)))),
                  Cleaning.customers(
                      pipeline.source(
                          "customers", Datasets.of(Customer.class, generator.customers(spark))))));
      Model<OrderShape, OddOrder> model = OddOrders.training(orders, share).fit(spark);

      ModelCard card = ModelCard.of(model.document());
      System.out.println(card.text());
      Stage<OddOrder> scored = orders.score("odd orders", model);
      System.out.println(table(scored.sort(desc(OddOrder::score)).limit(SHOWN).collect(spark)));
      scored.sink(
          "odd_orders",
          Files.parquet(OddOrder.class, output.resolve("odd_orders").toString()).overwrite());
      pipeline.run(spark);
      card.save(output);
      model.save(output.resolve("odd-orders.json").toString());
      System.out.printf("model, card and the scores of all are in %s%n", output);
    }
    return 0;
  }

  private static TextTable table(List<OddOrder> orders) {
    TextTable table = new TextTable("Order", "Score", "What sets it apart");
    for (OddOrder order : orders) {
      table.row(
          Long.toString(order.orderId()),
          String.format(Locale.ROOT, "%.4f", order.score()),
          order.why().stream().map(OddOrdersJob::text).collect(Collectors.joining(", ")));
    }
    return table;
  }

  private static String text(Reason reason) {
    return reason.feature() + " " + reason.value();
  }
}
