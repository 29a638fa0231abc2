package dev.sluice.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.io.Compression;
import dev.sluice.io.Files;
import dev.sluice.io.InMemory;
import dev.sluice.io.InMemorySink;
import dev.sluice.io.Sink;
import dev.sluice.io.SinkCapability;
import dev.sluice.io.Source;
import dev.sluice.io.SourceCapability;
import dev.sluice.io.Tables;
import dev.sluice.io.Written;
import dev.sluice.quality.Rejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// spotless:off: set by hand, as the guide shows it
class SourcesTest extends Shop {

  @TempDir private Path folder;

  @Test
  void csvByHeaderName() throws IOException {
    String in = folder.toString();
    java.nio.file.Files.writeString(
        folder.resolve("products.csv"),
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

    assertThat(products.collect(spark)).containsExactly(new Product(1, "tea", "drinks", 10.0));
    assertThat(products.rejected().collect(spark))
        .extracting(Rejected::row)
        .containsExactly("cheap;food;2;bread;7");
  }

  @Test
  void parquetInPartitions() {
    String out = folder + "/out";

    // #region parquet
    lines.sink("lines", Files.parquet(Line.class, out + "/lines")
        .overwrite()                           // replaces the partitions that are in the new rows
        .partitionBy(Line::orderDate)
        .compression(Compression.ZSTD)
        .maxRecordsPerFile(1_000_000));

    lines.sink("lines_json", Files.json(Line.class, out + "/lines_json").append());
    // #endregion

    pipeline.run(spark);
    assertThat(folder.resolve("out/lines/orderDate=2026-05-01")).isDirectory();
    assertThat(spark.read().json(out + "/lines_json").count()).isEqualTo(3);
  }

  @Test
  void tables() {
    spark.sql("drop table if exists guide_lines");
    String location = folder + "/table";

    // #region tables
    lines.sink("lines_table", Tables.table(Line.class, "guide_lines")
        .overwriteAll()
        .location(location));
    // #endregion

    pipeline.run(spark);
    Pipeline read = Pipeline.named("read");
    assertThat(read.source("lines", Tables.table(Line.class, "guide_lines")).collect(spark))
        .hasSize(3);
    spark.sql("drop table guide_lines");
  }

  @Test
  void inMemory() {
    // #region memory
    Source<Product> source = InMemory.rows(Product.class, List.of(new Product(1, "tea", "drinks", 10.0)));
    InMemorySink<Product> sink = InMemory.sink(Product.class);

    Pipeline copy = Pipeline.named("copy");
    copy.source("products", source).sink("copied", sink);
    copy.run(spark);
    List<Product> copied = sink.rows();
    // #endregion

    assertThat(copied).containsExactly(new Product(1, "tea", "drinks", 10.0));
  }

  // #region own-source
  record XmlFiles<T extends Record>(Class<T> type, String path, String rowTag) implements Source<T> {

    @Override
    public String description() {
      return "xml " + path;
    }

    @Override
    public Set<SourceCapability> capabilities() {
      return Set.of(SourceCapability.BOUNDED);
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      return spark.read().format("xml").option("rowTag", rowTag).load(path);
    }
  }
  // #endregion

  // #region own-sink
  record XmlSink<T extends Record>(Class<T> type, String path) implements Sink<T> {

    @Override
    public String description() {
      return "xml " + path;
    }

    @Override
    public Set<SinkCapability> capabilities() {
      return Set.of(SinkCapability.APPEND);
    }

    @Override
    public Written write(Dataset<Row> rows) {
      rows.write().format("xml").option("rowTag", "row").mode("append").save(path);
      return Written.to(path);
    }
  }
  // #endregion

  @Test
  void sourcesAndSinksOfYourOwn() {
    String path = folder + "/xml";
    products.sink("xml", new XmlSink<>(Product.class, path));
    pipeline.run(spark);

    Pipeline read = Pipeline.named("read");
    assertThat(read.source("products", new XmlFiles<>(Product.class, path, "row")).collect(spark))
        .containsExactlyInAnyOrderElementsOf(PRODUCTS);
  }
}
// spotless:on
