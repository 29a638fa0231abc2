package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.Source;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a rejected row is: its file, its line, and the bytes before it. */
@SparkTest
class RejectedOriginTest {

  record Item(int id, String name) {}

  private static final String SPLIT = "spark.sql.files.maxPartitionBytes";

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private List<Rejected> rejected(Source<Item> files) {
    return kit.source(files).rejected().collect(kit.spark());
  }

  /** What stands in the file at the offset of a row, as long as the row is. */
  private static String found(Rejected row, Charset charset) {
    Path file = Path.of(URI.create(row.file()));
    try (var in = java.nio.file.Files.newInputStream(file);
        var content = row.file().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      content.skipNBytes(row.offset());
      return new String(content.readNBytes(row.row().getBytes(charset).length), charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T withSplitsOf(int bytes, Supplier<T> action) {
    String before = kit.spark().conf().get(SPLIT);
    kit.spark().conf().set(SPLIT, bytes + "b");
    try {
      return action.get();
    } finally {
      kit.spark().conf().set(SPLIT, before);
    }
  }

  private static String manyLines(String end) {
    StringBuilder text = new StringBuilder("id,name" + end);
    for (int i = 1; i < 5_000; i++) {
      text.append(i % 1_000 == 7 ? "x," : i + ",").append(i % 2_000 == 7 ? "same" : "ä" + i);
      text.append(end);
    }
    return text.toString();
  }

  @Test
  void oneOfManyFilesHasTheRow() {
    for (int i = 0; i < 2_100; i++) {
      kit.file("in/month=" + i % 12 + "/" + i + ".csv", "1,a\n2,b\n" + (i == 1_234 ? "x,c\n" : ""));
    }

    assertThat(rejected(Files.csv(Item.class, kit.path("in"))))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.file()).endsWith("/in/month=10/1234.csv");
              assertThat(r.line()).isEqualTo(3);
              assertThat(r.offset()).isEqualTo(8);
            });
  }

  @Test
  void aFileThatTasksShareHasOffsets() {
    for (String end : List.of("\n", "\r\n")) {
      var files = Files.csv(Item.class, kit.file("items.csv", manyLines(end))).header();

      List<Rejected> rows = withSplitsOf(4_000, () -> rejected(files));

      assertThat(rows).extracting(r -> found(r, StandardCharsets.UTF_8)).hasSize(5);
      assertThat(rows)
          .allSatisfy(r -> assertThat(found(r, StandardCharsets.UTF_8)).isEqualTo(r.row()));
      assertThat(rows).extracting(Rejected::offset).doesNotHaveDuplicates();
      assertThat(rows).extracting(Rejected::line).containsOnly(8L, null);
    }
  }

  @Test
  void equalRowsEachHaveTheirOwnPlace() {
    var files = Files.csv(Item.class, kit.file("items.csv", "x,a\n1,b\nx,a\n\nx,a"));

    assertThat(rejected(files)).extracting(Rejected::line).containsExactly(1L, 3L, 4L, 5L);
    assertThat(rejected(files)).extracting(Rejected::offset).containsExactly(0L, 8L, 12L, 13L);
  }

  @Test
  void anOffsetInAPackedFileIsThatOfItsContent() throws IOException {
    Path file = kit.directory().resolve("items.csv.gz");
    try (var out = new GZIPOutputStream(java.nio.file.Files.newOutputStream(file))) {
      out.write(manyLines("\n").getBytes(StandardCharsets.UTF_8));
    }

    List<Rejected> rows =
        withSplitsOf(4_000, () -> rejected(Files.csv(Item.class, file.toString()).header()));

    assertThat(rows).extracting(Rejected::line).containsExactly(8L, 1008L, 2008L, 3008L, 4008L);
    assertThat(rows)
        .allSatisfy(r -> assertThat(found(r, StandardCharsets.UTF_8)).isEqualTo(r.row()));
  }

  @Test
  void aMarkAndLinesOfOtherBytesAreCounted() throws IOException {
    Path marked = kit.directory().resolve("marked.csv");
    java.nio.file.Files.writeString(marked, "\uFEFFid,name\r\nx,ä\r\ny,b\r\n");
    Path latin = kit.directory().resolve("latin.csv");
    java.nio.file.Files.writeString(latin, "1,ä|x,ö|y,b|", StandardCharsets.ISO_8859_1);
    Path broken = kit.directory().resolve("broken.csv");
    java.nio.file.Files.write(
        broken, new byte[]{'1', ',', 'a', '\n', '2', ',', (byte) 0xE4, '\n'});

    assertThat(rejected(Files.csv(Item.class, marked.toString()).header()))
        .extracting(Rejected::offset)
        .containsExactly(12L, 18L);
    assertThat(
        rejected(
            Files.csv(Item.class, latin.toString())
                .encoding(StandardCharsets.ISO_8859_1)
                .option("lineSep", "|")))
        .extracting(Rejected::offset)
        .containsExactly(4L, 8L);
    assertThat(rejected(Files.csv(Item.class, broken.toString())))
        .extracting(Rejected::offset)
        .containsExactly(4L);
  }

  @Test
  void aLineThatIsNoUtf8HasItsBytes() throws IOException {
    byte[] latin = "{\"id\":1,\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    Path file = kit.directory().resolve("latin.json");
    java.nio.file.Files.write(file, latin);
    java.nio.file.Files.writeString(
        file, "\nno JSON: é\n", StandardOpenOption.APPEND);

    assertThat(rejected(Files.json(Item.class, file.toString())))
        .extracting(Rejected::bytes)
        .containsExactly(latin, null);
  }

  @Test
  void aLineOfJsonHasItsPlace() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 1_000; i++) {
      lines.add(i % 300 == 200 ? "{\"id\": \"" + i + "\"}" : "{\"id\": " + i + "}");
    }
    var files = Files.json(Item.class, kit.file("items.json", String.join("\n", lines)));

    List<Rejected> rows = withSplitsOf(2_000, () -> rejected(files));

    assertThat(rows).hasSize(3);
    assertThat(rows)
        .allSatisfy(r -> assertThat(found(r, StandardCharsets.UTF_8)).isEqualTo(r.row()));
    assertThat(rejected(files)).extracting(Rejected::line).containsExactly(201L, 501L, 801L);
  }

  @Test
  void anObjectOfAJsonFileOverLinesHasItsLine() {
    var files =
        Files.json(
            Item.class,
            kit.file(
                "items.json", "[\n  {\"id\": 1},\r\n  {\n\"id\": \"x\"}, {\"id\": 2},\n{}]\n"))
            .multiLine();

    assertThat(rejected(files)).extracting(Rejected::line).containsExactly(3L, 5L);
    assertThat(rejected(files)).extracting(Rejected::offset).containsOnlyNulls();
    assertThat(rejected(files)).allSatisfy(r -> assertThat(r.file()).endsWith("/items.json"));
  }

  @Test
  void everyRowMayBeRejected() {
    String[] lines = new String[3_000];
    Arrays.fill(lines, "x,a");
    var files = Files.csv(Item.class, kit.file("items.csv", String.join("\n", lines)));

    List<Rejected> rows = withSplitsOf(1_000, () -> rejected(files));

    assertThat(rows).extracting(Rejected::offset).doesNotHaveDuplicates().hasSize(3_000);
    assertThat(rows).allSatisfy(r -> assertThat(r.offset() % 4).isZero());
  }
}
