package dev.sluice.samples.tpch;

import dev.sluice.Pipeline;
import dev.sluice.Stage;
import dev.sluice.io.file.Files;
import dev.sluice.samples.tpch.model.Customer;
import dev.sluice.samples.tpch.model.LineItem;
import dev.sluice.samples.tpch.model.Nation;
import dev.sluice.samples.tpch.model.Order;
import dev.sluice.samples.tpch.model.Part;
import dev.sluice.samples.tpch.model.PartSupplier;
import dev.sluice.samples.tpch.model.Region;
import dev.sluice.samples.tpch.model.Supplier;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The eight tables, as sources of a pipeline.
 *
 * @param regions five
 * @param nations twenty-five
 * @param suppliers 10,000 at scale 1
 * @param customers 150,000
 * @param parts 200,000
 * @param partSuppliers 800,000
 * @param orders 1,500,000
 * @param lineItems 6,000,000
 */
record Tables(
    Stage<Region> regions,
    Stage<Nation> nations,
    Stage<Supplier> suppliers,
    Stage<Customer> customers,
    Stage<Part> parts,
    Stage<PartSupplier> partSuppliers,
    Stage<Order> orders,
    Stage<LineItem> lineItems) {

  /** Reads what {@link #write} has written. */
  static Tables in(Pipeline pipeline, Path directory) {
    return new Tables(
        read(pipeline, directory, "region", Region.class),
        read(pipeline, directory, "nation", Nation.class),
        read(pipeline, directory, "supplier", Supplier.class),
        read(pipeline, directory, "customer", Customer.class),
        read(pipeline, directory, "part", Part.class),
        read(pipeline, directory, "part_supplier", PartSupplier.class),
        read(pipeline, directory, "orders", Order.class),
        read(pipeline, directory, "line_item", LineItem.class));
  }

  /** Reads what {@link #register} made known, as SQL does. */
  static Tables known(Pipeline pipeline) {
    return new Tables(
        table(pipeline, "region", Region.class),
        table(pipeline, "nation", Nation.class),
        table(pipeline, "supplier", Supplier.class),
        table(pipeline, "customer", Customer.class),
        table(pipeline, "part", Part.class),
        table(pipeline, "part_supplier", PartSupplier.class),
        table(pipeline, "orders", Order.class),
        table(pipeline, "line_item", LineItem.class));
  }

  /** Generates all tables, as Parquet; what is there is written anew. */
  static void write(SparkSession spark, double scale, Path directory) {
    Generated generated = new Generated(scale);
    Pipeline pipeline = Pipeline.named("tables");
    Tables tables = new Tables(
        pipeline.source("regions", generated.regions()),
        pipeline.source("nations", generated.nations()),
        pipeline.source("suppliers", generated.suppliers()),
        pipeline.source("customers", generated.customers()),
        pipeline.source("parts", generated.parts()),
        pipeline.source("part suppliers", generated.partSuppliers()),
        pipeline.source("orders", generated.orders()),
        pipeline.source("line items", generated.lineItems()));
    write(tables.regions, directory, "region");
    write(tables.nations, directory, "nation");
    write(tables.suppliers, directory, "supplier");
    write(tables.customers, directory, "customer");
    write(tables.parts, directory, "part");
    write(tables.partSuppliers, directory, "part_supplier");
    write(tables.orders, directory, "orders");
    write(tables.lineItems, directory, "line_item");
    pipeline.run(spark);
  }

  /** Makes the tables known to SQL, by the same names. */
  static void register(SparkSession spark, Path directory) {
    for (String name : new String[]{
        "region", "nation", "supplier", "customer", "part", "part_supplier", "orders",
        "line_item"}) {
      spark.read().parquet(directory.resolve(name).toString()).createOrReplaceTempView(name);
    }
  }

  private static <T extends Record> Stage<T> read(
      Pipeline pipeline, Path directory, String name, Class<T> type) {
    return pipeline.source(name, Files.parquet(type, directory.resolve(name).toString()));
  }

  private static <T extends Record> Stage<T> table(
      Pipeline pipeline, String name, Class<T> type) {
    return pipeline.source(name, dev.sluice.io.table.Tables.table(type, name));
  }

  private static <T extends Record> void write(Stage<T> rows, Path directory, String name) {
    rows.sink(name, Files.parquet(rows.type(), directory.resolve(name).toString()).overwrite());
  }
}
