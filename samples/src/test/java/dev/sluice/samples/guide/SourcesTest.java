package dev.sluice.samples.guide;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.BatchSink;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Secret;
import dev.sluice.connect.Source;
import dev.sluice.connect.StreamContext;
import dev.sluice.connect.WriteMode;
import dev.sluice.connect.Written;
import dev.sluice.io.file.Compression;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.FollowedFiles;
import dev.sluice.io.format.Formats;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.io.memory.InMemorySink;
import dev.sluice.io.stream.RateSource;
import dev.sluice.io.stream.StreamFormat;
import dev.sluice.io.stream.Streams;
import dev.sluice.io.table.Tables;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

// @formatter:off: set by hand, as the guide shows it
class SourcesTest extends Shop {

  @Test
  void streams(SparkKit kit) {
    String in = kit.directory().toString();
    record Reading(String topic, byte[] payload) {}

    // #region followed
    FollowedFiles<Product> come = Files.csv(Product.class, in).header()
        .followed()
        .maxFilesPerTrigger(100)
        .archivedTo("/archive");
    // #endregion

    // #region streams
    RateSource load = Streams.rate(10_000).rampUp(Duration.ofMinutes(1));        // Tick(timestamp, value)

    StreamFormat<Reading> readings = Streams.format("mqtt", Reading.class)
        .option("brokerUrl", "tcp://broker:1883")
        .option("password", Secret.env("MQTT_PASSWORD"));
    // #endregion

    StreamContext context = new StreamContext(kit.spark(), "products");
    assertThat(come.readStream(context).isStreaming()).isTrue();
    assertThat(load.readStream(context).isStreaming()).isTrue();
    assertThat(readings).hasToString("stream of format mqtt");
  }

  @Test
  void csvByHeaderName(SparkKit kit) {
    String in = kit.directory().toString();
    kit.file(
        "products.csv",
        """
        Price;category;productId;productName;stock
        10.0;drinks;1;tea;5
        cheap;food;2;bread;7
        """);

    // #region csv
    var products = pipeline.source("csv_products", Files.csv(Product.class, in + "/products.csv")
        .header()
        .separator(";")
        .encoding(StandardCharsets.ISO_8859_1)
        .nullValue("NA"));

    products.rejected().sink("malformed", Files.json(Rejected.class, in + "/malformed").overwrite());
    // #endregion

    assertThat(products)
        .hasRows(new Product(1, "tea", "drinks", 10.0))
        .rejectsText("cheap;food;2;bread;7").and()
        .hasRejectedCount(1);
  }

  @Test
  void parquetInPartitions(SparkKit kit, SparkSession spark) {
    String out = kit.path("out");

    // #region parquet
    lines.sink("lines", Files.parquet(Line.class, out + "/lines")
        .overwrite()                           // replaces the partitions that are in the new rows
        .partitionBy(Line::orderDate)
        .compression(Compression.ZSTD)
        .maxRecordsPerFile(1_000_000));

    lines.sink("lines_json", Files.json(Line.class, out + "/lines_json").append());
    // #endregion

    pipeline.run(spark);
    assertThat(kit.directory().resolve("out/lines/orderDate=2026-05-01")).isDirectory();
    Pipeline read = Pipeline.named("read");
    assertThat(read.source("lines", Files.json(Line.class, out + "/lines_json"))).hasRows(LINES);
  }

  @Test
  void tables(SparkKit kit, SparkSession spark) {
    String location = kit.path("table");

    // #region tables
    lines.sink("lines_table", Tables.table(Line.class, "guide_lines")
        .overwriteAll()
        .location(location));
    // #endregion

    pipeline.run(spark);
    Pipeline read = Pipeline.named("read");
    assertThat(read.source("lines", Tables.table(Line.class, "guide_lines"))).hasRows(LINES);
  }

  @Test
  void inMemory(SparkSession spark) {
    // #region memory
    Source<Product> source = InMemory.rows(Product.class, List.of(new Product(1, "tea", "drinks", 10.0)));
    InMemorySink<Product> sink = InMemory.sink(Product.class);

    Pipeline copy = Pipeline.named("copy");
    copy.source("products", source).sink("copied", sink);
    copy.run(spark);
    List<Product> copied = sink.rows();
    // #endregion

    assertThatRows(Product.class, copied).hasRows(new Product(1, "tea", "drinks", 10.0));
  }

  @Test
  void textsOfAColumn(SparkSession spark) {
    Dataset<Row> messages = spark.sql("""
        SELECT '{"productId":1,"productName":"tea","category":"drinks","price":10.0}' AS value
        UNION ALL SELECT '{"productId":2,"price":"cheap"}'
        """);

    // #region row-format
    RowFormat<Product> json = Formats.json(Product.class);
    var products = pipeline.source("messages", Datasets.texts(json, messages, "value"));

    products.rejected().sink("unreadable", InMemory.sink(Rejected.class));
    // #endregion

    assertThat(products)
        .hasRows(new Product(1, "tea", "drinks", 10.0))
        .hasRejectedCount(1);
  }

  // #region own-source
  record XmlFiles<T extends Record>(Class<T> type, String path, String rowTag) implements BoundedSource<T> {

    @Override
    public String description() {
      return "xml " + path;
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return spark.read().format("xml").option("rowTag", rowTag).load(path);
    }
  }
  // #endregion

  // #region own-sink
  record XmlSink<T extends Record>(Class<T> type, String path) implements BatchSink<T> {

    @Override
    public String description() {
      return "xml " + path;
    }

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public Written write(Dataset<Row> rows) {
      rows.write().format("xml").option("rowTag", "row").mode("append").save(path);
      return Written.to(path);
    }
  }
  // #endregion

  @Test
  void sourcesAndSinksOfYourOwn(SparkKit kit, SparkSession spark) {
    String path = kit.path("xml");
    products.sink("xml", new XmlSink<>(Product.class, path));
    pipeline.run(spark);

    Pipeline read = Pipeline.named("read");
    assertThat(read.source("products", new XmlFiles<>(Product.class, path, "row")))
        .hasRows(PRODUCTS);
  }
}
// @formatter:on
