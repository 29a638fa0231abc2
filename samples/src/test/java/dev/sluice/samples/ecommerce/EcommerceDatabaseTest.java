package dev.sluice.samples.ecommerce;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import dev.sluice.testkit.server.PostgresServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job with a database: customers come from there, reports go there, twice the same. */
@SparkTest
class EcommerceDatabaseTest {

  private static final List<String> REPORTS =
      Stream.of(EcommerceOutput.values())
          .filter(output -> output != EcommerceOutput.ENRICHED_LINES)
          .map(output -> output.name().toLowerCase(Locale.ROOT))
          .toList();

  private static EcommerceConfig config;
  private static EcommerceDatabase database;
  private static RunReport report;

  private final SparkKit kit;

  EcommerceDatabaseTest(SparkKit kit) {
    this.kit = kit;
  }

  @BeforeAll
  static void runsTheJob(SparkKit kit) {
    config =
        EcommerceConfig.defaults().withInput(kit.path("in")).withOutput(kit.path("out"));
    database =
        new EcommerceDatabase(
            PostgresServer.shared().createDatabase(), Optional.empty(), Optional.empty());
    new OrderGenerator(2_000, 7).write(kit.spark(), kit.path("in"));
    database.loading(config.input()).run(kit.spark());
    report = EcommercePipeline.of(config, Optional.of(database)).run(kit.spark());
  }

  @Test
  void everyReportIsInItsTable() throws SQLException {
    assertThat(report).succeeded();
    assertThat(contents().values()).hasSize(REPORTS.size()).noneMatch(List::isEmpty);
  }

  @Test
  void runningItAgainChangesNothing() throws SQLException {
    Map<String, List<String>> before = contents();

    database.loading(config.input()).run(kit.spark());
    EcommercePipeline.of(config, Optional.of(database)).run(kit.spark());

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aTableHasAsManyRowsAsTheFile() throws SQLException {
    EcommercePipeline.of(config.withOutput(kit.path("files"))).run(kit.spark());

    contents()
        .forEach(
            (table, rows) -> assertThat(rows)
                .as(table)
                .hasSize(
                    (int) kit.spark().read().parquet(kit.path("files") + "/" + table).count()));
  }

  /** The rows of each report, as texts. */
  private static Map<String, List<String>> contents() throws SQLException {
    Map<String, List<String>> contents = new TreeMap<>();
    try (var connection = DriverManager.getConnection(database.url());
        var statement = connection.createStatement()) {
      for (String table : REPORTS) {
        List<String> rows = new ArrayList<>();
        try (var found =
            statement.executeQuery("SELECT t::text FROM %s t ORDER BY 1".formatted(table))) {
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
        contents.put(table, rows);
      }
    }
    return contents;
  }
}
