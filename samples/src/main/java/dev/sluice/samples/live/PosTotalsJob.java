package dev.sluice.samples.live;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.samples.live.Feed.Message;
import dev.sluice.samples.live.model.ProductTotal;
import dev.sluice.samples.live.model.ProductWindow;
import dev.sluice.samples.live.model.Sale;
import dev.sluice.testkit.server.PostgresServer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sales of a topic, as totals and sums by time in a database. */
@Command(
    name = "pos-totals",
    description = "Follow sales on Kafka: totals by product and sums by time, into PostgreSQL")
public final class PosTotalsJob implements Callable<Integer> {

  private static final String SALES = "sales";

  @Mixin
  private LiveStream live;

  /** Made by the launcher, which also sets the options. */
  public PosTotalsJob() {}

  @Override
  public Integer call() throws Exception {
    LiveEvents events = LiveEvents.of(42);
    try (PostgresServer database = PostgresServer.start()) {
      Feed sales = new Feed(SALES, i -> message(events.sale(i)));
      return live.run(
          "pos-totals", List.of(sales), List.of(), topics -> pipeline(topics, database.jdbcUrl()));
    }
  }

  private static Message message(Sale sale) {
    return Message.of(sale.productId(), sale);
  }

  private static Pipeline pipeline(LiveStream.Topics topics, String url) {
    Pipeline pipeline = Pipeline.named("pos-totals");
    Stage<Sale> sales = pipeline.source(SALES, topics.apply(SALES).json(Sale.class));
    PosTotals.totals(sales).sink(
        "totals",
        table(ProductTotal.class, "product_totals", url).upsert(ProductTotal::productId)
            .createIfMissing());
    Stage<ProductWindow> tumbling = PosTotals.tumblingSums(sales);
    tumbling.sink("shown", LiveTable.of(ProductWindow.class));
    tumbling.sink(
        "tumbling", table(ProductWindow.class, "sums_5m", url).append().createIfMissing());
    PosTotals.slidingSums(sales).sink(
        "sliding", table(ProductWindow.class, "sums_10m", url).append().createIfMissing());
    return pipeline;
  }

  private static <T extends Record> JdbcTable<T> table(Class<T> type, String name, String url) {
    return Jdbc.table(type, name).url(url);
  }
}
