package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.Files;
import dev.sluice.io.Source;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A glob reads what it names, and nothing is said about it. */
@SparkTest
class GlobPathsTest {

  record Item(int id, String name) {}

  record Dated(int id, String name, int year) {}

  private static final List<Item> ITEMS = List.of(new Item(1, "a"), new Item(2, "b"));

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private void assertReadsQuietly(Source<Item> source) {
    try (CapturedLog log = new CapturedLog()) {
      assertThat(kit.source(source)).hasRows(ITEMS);
      assertThat(log.messages()).isEmpty();
    }
  }

  @Test
  void ofCsv() {
    kit.file("in/a.csv", "id,name\n1,a\n");
    kit.file("in/b.csv", "id,name\n2,b\n");

    assertReadsQuietly(Files.csv(Item.class, kit.path("in") + "/*.csv").header());
    assertReadsQuietly(Files.csv(Item.class, kit.path("in") + "/*.csv").header().multiLine());
    assertReadsQuietly(Files.csv(Item.class, kit.path("i") + "?/{a,b}.csv").header());
  }

  @Test
  void ofJson() {
    kit.file("in/a.json", "{\"id\":1,\"name\":\"a\"}\n");
    kit.file("in/b.json", "{\"id\":2,\"name\":\"b\"}\n");

    assertReadsQuietly(Files.json(Item.class, kit.path("in") + "/[ab].json"));
  }

  @Test
  void ofParquetAndOrc() {
    for (String format : List.of("parquet", "orc")) {
      String path = kit.path(format);
      kit.rows(Item.class, ITEMS)
          .toDataset(kit.spark())
          .repartition(2)
          .write()
          .format(format)
          .save(path);

      assertReadsQuietly(
          format.equals("orc")
              ? Files.orc(Item.class, path + "/*.orc")
              : Files.parquet(Item.class, path + "/*.parquet"));
    }
  }

  @Test
  void aNameThatLooksLikeAGlobIsRead() {
    kit.file("in/a[1].csv", "id,name\n1,a\n");
    kit.file("in/b.csv", "id,name\n2,b\n");

    assertThat(kit.source(Files.csv(Item.class, kit.path("in") + "/{a*,b}.csv").header()))
        .hasRows(ITEMS);
  }

  @Test
  void directoriesBelowAGlobAreColumns() {
    kit.file("in/x/year=2024/a.csv", "id,name\n1,a\n");
    kit.file("in/y/year=2025/b.csv", "id,name\n2,b\n");

    assertThat(kit.source(Files.csv(Dated.class, kit.path("in") + "/x*").header()))
        .hasRows(new Dated(1, "a", 2024));
  }
}
