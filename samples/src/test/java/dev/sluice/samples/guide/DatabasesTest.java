package dev.sluice.samples.guide;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Pipeline;
import dev.sluice.connect.Secret;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.testkit.server.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// @formatter:off: set by hand, as the guide shows it
class DatabasesTest extends Shop {

  @Test
  void tablesOfADatabase(SparkSession spark, @TempDir Path secrets) throws Exception {
    String url = PostgresServer.shared().createDatabase();
    Path file = Files.writeString(secrets.resolve("db_password"), "swordfish\n");
    try (var connection = DriverManager.getConnection(url); var sql = connection.createStatement()) {
      sql.execute("CREATE TABLE products (\"productId\" BIGINT PRIMARY KEY, \"productName\" TEXT, category TEXT, price DOUBLE PRECISION NOT NULL)");
    }

    // #region tables
    JdbcTable<Product> table = Jdbc.table(Product.class, "products")
        .url(url)                              // jdbc:postgresql://db.example.org/shop
        .user("postgres")
        .password(Secret.file(file.toString()));

    products.sink("to_shop", table.upsert(Product::productId));

    Pipeline report = Pipeline.named("report");
    var stored = report.source("stored", table.partitionedBy(Product::productId, 4));
    // #endregion

    pipeline.run(spark);
    assertThat(stored).hasRows(PRODUCTS);
    assertThat(pipeline.describe()).contains("table products of jdbc:postgresql://").doesNotContain("swordfish");
  }
}
