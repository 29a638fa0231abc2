package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.connect.StreamContext;
import dev.sluice.io.file.FileSource;
import dev.sluice.io.file.Files;
import dev.sluice.io.file.FollowedFiles;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are followed: a stream finds in them what a batch run finds. */
@SparkTest
class FollowedFilesTest {

  record Item(int id, String name, Double price) {}

  record Dated(int id, String name, LocalDate day) {}

  record Wide(
      long id, String name, double price, BigDecimal amount, Instant at, List<String> tags) {}

  record Line(String line, String day) {}

  private static final Instant AT = Instant.parse("2026-05-01T10:00:00.123456Z");

  private final SparkKit kit;
  private Path in;
  private AvailableRows stream;

  FollowedFilesTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  @BeforeEach
  void directories(@TempDir Path directory) throws IOException {
    in = java.nio.file.Files.createDirectory(directory.resolve("in"));
    stream = new AvailableRows(kit.spark(), directory.resolve("checkpoint"));
  }

  private void file(String name, String content) throws IOException {
    file(name, content, StandardCharsets.UTF_8);
  }

  private void file(String name, String content, Charset charset) throws IOException {
    Path file = in.resolve(name);
    java.nio.file.Files.createDirectories(file.getParent());
    java.nio.file.Files.write(file, content.getBytes(charset));
  }

  /** A stream and a batch run give the same rows, and the same malformed ones with their reasons. */
  private void isReadAlike(FileSource<?, ?> files, int rows, int malformed) throws Exception {
    List<String> followed = stream.of(files.followed()).stream().map(this::shown).sorted().toList();
    List<Row> inBatch = files.read(kit.spark()).collectAsList();

    assertThat(followed).containsExactlyElementsOf(
        inBatch.stream().map(this::shown).sorted().toList());
    assertThat(inBatch).hasSize(rows + malformed);
    assertThat(
        inBatch.stream()
            .filter(row -> Arrays.asList(row.schema().fieldNames()).contains("__malformed"))
            .filter(row -> row.getAs("__malformed") != null))
        .hasSize(malformed);
    assertThat(stream.of(files.followed())).isEmpty();
  }

  /** By name, with bytes as numbers; of a good row without where it was found. */
  private String shown(Row row) {
    StringBuilder shown = new StringBuilder();
    for (String field : row.schema().fieldNames()) {
      Object value = row.getAs(field);
      if (field.equals("__origin")) {
        Row origin = (Row) value;
        value = origin.<String>getAs("file");
        if (Arrays.asList(origin.schema().fieldNames()).contains("bytes")) {
          value += Arrays.toString(origin.<byte[]>getAs("bytes"));
        }
      }
      shown.append(field).append('=').append(value).append(' ');
    }
    return shown.toString();
  }

  @Test
  void csvByPosition() throws Exception {
    file("a.csv", "1,a,1.5\n2,\"b,c\",\nx,y,z\n3,\"open\n\n4,d,1e400\n");
    file("b.csv", "5,e\n6,f,2.0\n");

    isReadAlike(Files.csv(Item.class, in.toString()), 3, 5);
  }

  @Test
  @Tag("smoke")
  void csvByHeadersThatDiffer() throws Exception {
    file("a.csv", "id,name,price\n1,a,1.5\n2,\"b,\"\"c\"\"\",\n\nx,y,1\n1,2\n\"1,2,3\n");
    file("b.csv", "\uFEFFname;more\n".replace(";more", ",more,Price,id") + "n,m,2.5,3\n,,,4\n");
    file("c.csv", "# a comment\n price ,id,name\n1.0,7,\"\"\n# another\n1,2,3,4\n");

    isReadAlike(Files.csv(Item.class, in.toString()).header().option("comment", "#"), 5, 5);
  }

  @Test
  void csvOfSeveralLinesAndAnotherEncoding() throws Exception {
    file("a.csv", "name,id,price\n\"two\nlines é\",1,\nb,x,\n", StandardCharsets.UTF_16LE);
    file("b.csv", "id,name,price\n2,b,1\n3,\"open\n4,c,\n", StandardCharsets.UTF_16LE);

    isReadAlike(
        Files.csv(Item.class, in.toString()).header().multiLine()
            .encoding(StandardCharsets.UTF_16LE),
        2, 3);
  }

  @Test
  void rowsOfAFileWhoseHeaderDoesNotFitAreRejected() throws Exception {
    file("a.csv", "id,name,price\n1,a,1\n");
    file("b.csv", "id,nmae,price\n2,b,2\n");

    List<Row> rows = stream.of(Files.csv(Item.class, in.toString()).header().followed());

    assertThat(rows).hasSize(2);
    assertThat(AvailableRows.<Integer>values(rows.stream(), "id")).containsExactly(1);
    assertThat(rows).anySatisfy(
        row -> {
          assertThat(row.<String>getAs("__malformed")).isEqualTo("2,b,2");
          assertThat(row.<String>getAs("__reason"))
              .isEqualTo(
                  "is from a file with the header [id, nmae, price], which has no column \"name\"");
        });
  }

  @Test
  void jsonWithDirectories() throws Exception {
    file("day=2026-05-01/a.json", "{\"id\":1,\"name\":\"a\"}\n{\"id\":\"1\"}\n\n{\"id\":2}{}\n");
    file("day=2026-05-02/b.json", "{\"id\":3}\n{\"name\":\"x\"}\n");

    isReadAlike(Files.json(Dated.class, in.toString()), 2, 4);
  }

  @Test
  void jsonOfSeveralLines() throws Exception {
    file("a.json", "[{\"id\":1,\n\"name\":\"a\"},{\"id\":true}]");
    file("b.json", "{\"id\":2,\n\"price\":1.5}");
    file("c.json", "{\"id\":3");

    isReadAlike(Files.json(Item.class, in.toString()).multiLine(), 2, 2);
  }

  @Test
  void textWithDirectories() throws Exception {
    file("day=01/a.txt", "one\ntwo\n");
    file("day=02/b.txt", "three");

    isReadAlike(Files.text(Line.class, in.toString()), 3, 0);
  }

  @Test
  @Tag("smoke")
  void parquetOrcAndAvroWithOtherTypesAndColumns(@TempDir Path other) throws Exception {
    for (String format : List.of("parquet", "orc", "avro")) {
      in = java.nio.file.Files.createDirectory(other.resolve(format));
      stream = new AvailableRows(kit.spark(), other.resolve(format + "-checkpoint"));
      Dataset<Row> rows =
          kit.spark().range(3).select(
              functions.expr("CAST(id AS INT) AS id"),
              functions.expr("CAST(id AS STRING) AS name"),
              functions.expr("CAST(id / 2 AS FLOAT) AS price"),
              functions.expr("CAST(id * 1.25 AS DECIMAL(38, 18)) AS amount"),
              functions.lit(AT).as("at"),
              functions.expr("ARRAY('a', NULL) AS tags"),
              functions.expr("1 AS more"));
      rows.coalesce(1).write().format(format).mode("append").save(in.toString());

      isReadAlike(Files.format(format, Wide.class, in.toString()), 3, 0);
    }
  }

  @Test
  void aDirectoryMayBeEmptyAtFirst() throws Exception {
    FollowedFiles<Item> files = Files.parquet(Item.class, in.toString()).followed();

    assertThat(files.checkStream(new StreamContext(kit.spark(), "items"))).isEmpty();
    assertThat(stream.of(files)).isEmpty();

    kit.spark().sql("SELECT 1 AS id, 'a' AS name, 1.5D AS price").write().mode("append")
        .parquet(in.toString());

    assertThat(stream.<Integer>of(files, "id")).containsExactly(1);
  }

  @Test
  void aPathThatIsNotThereIsFoundBefore() {
    assertThat(
        Files.json(Item.class, in + "/none").followed()
            .checkStream(new StreamContext(kit.spark(), "items")))
        .singleElement().asString().contains("there is nothing at");
  }

  @Test
  void aBatchHasSoManyFilesAtMost() throws Exception {
    for (int i = 0; i < 3; i++) {
      file(i + ".json", "{\"id\":%d}".formatted(i));
    }

    assertThat(
        stream.batches(Files.json(Item.class, in.toString()).followed().maxFilesPerTrigger(1)))
        .hasSize(3).allMatch(batch -> batch.size() == 1);
  }

  @Test
  void theNewestFilesMayComeFirst() throws Exception {
    for (int i = 0; i < 2; i++) {
      file(i + ".json", "{\"id\":%d}".formatted(i));
      assertThat(
          in.resolve(i + ".json").toFile().setLastModified(AT.plusSeconds(60 * i).toEpochMilli()))
          .isTrue();
    }

    assertThat(
        stream
            .batches(
                Files.json(Item.class, in.toString()).followed().maxFilesPerTrigger(1)
                    .latestFirst())
            .stream()
            .map(batch -> batch.get(0).getInt(0)))
        .containsExactly(1, 0);
  }

  @Test
  void filesThatAreTooOldAreLeftOut() throws Exception {
    file("old.json", "{\"id\":1}");
    file("new.json", "{\"id\":2}");
    assertThat(
        in.resolve("old.json").toFile()
            .setLastModified(Instant.now().minus(Duration.ofHours(2)).toEpochMilli()))
        .isTrue();
    FollowedFiles<Item> files =
        Files.json(Item.class, in.toString()).followed().maxFilesPerTrigger(1)
            .maxFileAge(Duration.ofHours(1));

    // the age counts from the newest file that was seen, so the order decides what a first batch has
    assertThat(stream.<Integer>of(files, "id")).contains(2);
    file("older.json", "{\"id\":3}");
    assertThat(
        in.resolve("older.json").toFile()
            .setLastModified(Instant.now().minus(Duration.ofHours(3)).toEpochMilli()))
        .isTrue();

    assertThat(stream.of(files)).isEmpty();
  }

  @Test
  void filesThatWereReadAreMovedOrDeleted(@TempDir Path archive) throws Exception {
    file("a.json", "{\"id\":1}");
    FollowedFiles<Item> moved =
        Files.json(Item.class, in.toString()).followed().archivedTo(archive.toString());
    stream.of(moved);
    file("b.json", "{\"id\":2}");
    stream.of(moved);
    stream.of(moved);

    assertThat(in.resolve("a.json")).doesNotExist();
    try (var archived = java.nio.file.Files.walk(archive)) {
      assertThat(archived.map(path -> path.getFileName().toString())).contains("a.json");
    }
  }

  @Test
  void whatCannotBeIsSaidAtOnce() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Files.json(Item.class, "/a", "/b").followed())
        .withMessageContaining("a stream follows one path or pattern");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> Files.json(Item.class, "/a").followed().maxFilesPerTrigger(1)
                .maxBytesPerTrigger(1))
        .withMessage("a batch is limited by files or by bytes, not by both");
    assertThat(
        Files.json(Item.class, "/a").followed().deletedWhenRead().maxFileAge(Duration.ofDays(1)))
        .hasToString("json /a, followed with " + new java.util.TreeMap<>(
            Map.of("cleanSource", "delete", "maxFileAge", "86400000ms")));
  }
}
