package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.Source;
import dev.sluice.io.file.Files;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paths that are globs: what they match, and that Spark does not take them for names. */
@SparkTest
class GlobPathsTest {

  record Item(int id, String name) {}

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
    kit.file("in/month=01/a.csv", "id,name\n1,a\n");
    kit.file("in/month=02/b.csv", "id,name\n2,b\n");
    kit.file("in/other/c.csv", "id,name\n3,c\n");
    kit.file("json/month=01/a.json", "{\"id\":1,\"name\":\"a\"}\n");
    kit.file("json/month=02/b.json", "{\"id\":2,\"name\":\"b\"}\n");
  }

  private void logsNoWarning(Source<Item> source, Item... rows) {
    try (CapturedLog log = CapturedLog.warnings()) {
      assertThat(source.check(kit.spark())).isEmpty();
      assertThat(kit.source(source)).hasRows(rows);

      assertThat(log.texts()).isEmpty();
    }
  }

  @Test
  void aGlobOfCsvLogsNoWarning() {
    String glob = kit.path("in/month=*/*.csv");

    logsNoWarning(Files.csv(Item.class, glob).header(), new Item(1, "a"), new Item(2, "b"));
  }

  @Test
  void aGlobOfCsvOverLinesLogsNoWarning() {
    String glob = kit.path("in/{month=*,other}");

    logsNoWarning(
        Files.csv(Item.class, glob).header().multiLine(),
        new Item(1, "a"),
        new Item(2, "b"),
        new Item(3, "c"));
  }

  @Test
  void aGlobOfJsonLogsNoWarning() {
    logsNoWarning(
        Files.json(Item.class, kit.path("json/*/*.json")), new Item(1, "a"), new Item(2, "b"));
  }

  @Test
  void aGlobMayMatchNamesThatLookLikeGlobs() {
    kit.file("json/month=03/[ab].json", "{\"id\":3,\"name\":\"c\"}\n");

    assertThat(kit.source(Files.json(Item.class, kit.path("json/*/*.json"))))
        .hasRows(new Item(1, "a"), new Item(2, "b"), new Item(3, "c"));
  }

  @Test
  void aGlobOfParquetLogsNoWarning() {
    kit.rows(Item.class, new Item(1, "a"))
        .sink("out", Files.parquet(Item.class, kit.path("p/x=1")).overwrite());
    kit.pipeline().run(kit.spark());

    logsNoWarning(Files.parquet(Item.class, kit.path("p/x=?")), new Item(1, "a"));
  }

  @Test
  void globsAndNamesAreReadTogether() {
    logsNoWarning(
        Files.csv(Item.class, kit.path("in/mon*"), kit.path("in/other")).header(),
        new Item(1, "a"),
        new Item(2, "b"),
        new Item(3, "c"));
  }
}
