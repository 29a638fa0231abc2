package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row of a CSV file is: quotes over lines, encodings, headers, comments, long lines. */
@SparkTest
class CsvRecordsTest {

  record Item(int id, String name) {}

  record InMonth(int id, String name, String month) {}

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private CsvFiles<Item> csv(String text) {
    return Files.csv(Item.class, kit.file("items.csv", text));
  }

  private List<String> rejected(CsvFiles<?> files) {
    return kit.source(files).rejected().collect(kit.spark()).stream().map(Rejected::row).toList();
  }

  @Test
  void anOpenQuoteSwallowsNoRows() {
    CsvFiles<Item> files = csv("1,a\n2,\"b\n3,c\n4,d\n").multiLine();

    assertThat(kit.source(files)).hasRows(new Item(1, "a"));
    assertThat(rejected(files)).containsExactly("2,\"b", "3,c", "4,d");
  }

  @Test
  void anOpenQuoteThatTheNextQuotedValueClosesSwallowsNoRows() {
    CsvFiles<Item> files = csv("1,a\n2,\"b\n3,c\n4,\"d\"\n5,e\n6,\"f\"\n").multiLine();

    assertThat(kit.source(files)).hasRows(new Item(1, "a"));
    assertThat(rejected(files)).containsExactly("2,\"b", "3,c", "4,\"d\"", "5,e", "6,\"f\"");
  }

  @Test
  void anOpenQuoteInTheLastLineIsOneRow() {
    CsvFiles<Item> files = csv("1,a\n2,\"b\n").multiLine();

    assertThat(kit.source(files)).hasRows(new Item(1, "a"));
    assertThat(rejected(files)).containsExactly("2,\"b");
  }

  @Test
  void anOpenQuoteOfOneFileLeavesTheOthersAlone() {
    kit.file("in/a.csv", "1,\"a\n2,b\n");
    kit.file("in/b.csv", "3,\"c\nd\"\n");
    CsvFiles<Item> files = Files.csv(Item.class, kit.path("in")).multiLine();

    assertThat(kit.source(files)).hasRows(new Item(3, "c\nd"));
    assertThat(rejected(files)).containsExactlyInAnyOrder("1,\"a", "2,b");
  }

  @Test
  void textAfterAClosingQuoteIsOneMalformedRow() {
    for (CsvFiles<Item> files : List.of(csv("1,\"a\"b\n2,c\n"),
        csv("1,\"a\"b\n2,c\n").multiLine())) {
      assertThat(kit.source(files)).hasRows(new Item(2, "c"));
      assertThat(rejected(files)).containsExactly("1,\"a\"b");
    }
  }

  @Test
  void valuesKeepTheirLineEnds() {
    assertThat(
        kit.source(
            csv("1,\"a\r\nb\"\r\n2,\"a\rb\"\r\n3,\"a\nb\n\"\r\n4,\"\"\"\n\"").multiLine()))
        .rejectsNothing()
        .hasRows(
            new Item(1, "a\r\nb"), new Item(2, "a\rb"), new Item(3, "a\nb\n"), new Item(4, "\"\n"));
  }

  @Test
  void directoriesAreColumnsWithValuesOverLinesToo() {
    kit.file("in/month=01/a.csv", "name,id\n\"a\nb\",1\n");
    kit.file("in/month=02/a b.csv", "id,name\n2,b\n");

    assertThat(kit.source(Files.csv(InMonth.class, kit.path("in")).header().multiLine()))
        .rejectsNothing()
        .hasRows(new InMonth(1, "a\nb", "01"), new InMonth(2, "b", "02"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "windows-1252",
          "UTF-16",
          "UTF-16LE",
          "UTF-16BE",
          "UTF-32",
          "ISO-8859-15",
          "Shift_JIS",
          "x-MacRoman"
      })
  void filesAreDecodedBeforeTheyAreDivided(String charset) throws IOException {
    String name = charset.equals("Shift_JIS") ? "ソ,表" : "é,ü";
    Path file = kit.directory().resolve("encoded.csv");
    java.nio.file.Files.write(
        file, ("id,name\r\n1,\"" + name + "\"\r\n2,b\r\n").getBytes(Charset.forName(charset)));
    CsvFiles<Item> files =
        Files.csv(Item.class, file.toString()).header().encoding(Charset.forName(charset));

    assertThat(kit.source(files)).rejectsNothing().hasRows(new Item(1, name), new Item(2, "b"));
    assertThat(kit.source(files.multiLine()))
        .rejectsNothing()
        .hasRows(new Item(1, name), new Item(2, "b"));
  }

  @Test
  void bytesThatAreNoCharactersAreNoRow() throws IOException {
    Path file = kit.directory().resolve("latin.csv");
    java.nio.file.Files.write(file, "1,é\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
    CsvFiles<Item> utf8 = Files.csv(Item.class, file.toString());

    for (CsvFiles<Item> files : List.of(utf8, utf8.multiLine(),
        utf8.encoding(StandardCharsets.US_ASCII))) {
      assertThat(kit.source(files)).hasRows(new Item(2, "b")).hasRejectedCount(1);
    }
  }

  @Test
  void aLineOfMoreValuesThanThereIsRoomForIsMalformed() {
    String many = IntStream.range(0, 25_001).mapToObj(i -> "7").reduce("", (a, b) -> a + b + ",");
    String long_ = "2,\"" + ",".repeat(30_000) + "\"";
    String text = "1,a\n" + many + "\n" + long_ + "\n";

    for (CsvFiles<Item> files : List.of(csv(text), csv(text).multiLine())) {
      assertThat(kit.source(files))
          .hasRows(new Item(1, "a"), new Item(2, ",".repeat(30_000)))
          .hasRejectedCount(1);
    }
  }

  @Test
  void commentsAreNoRows() {
    String text = "# \"made\nid,name\n1,a\n#2,b\n3,#c\n";

    for (CsvFiles<Item> files : List.of(csv(text), csv(text).multiLine())) {
      assertThat(kit.source(files.header().option("comment", "#")))
          .rejectsNothing()
          .hasRows(new Item(1, "a"), new Item(3, "#c"));
    }
  }

  @Test
  void theCaseOfAnOptionDoesNotMatter() {
    assertThat(
        kit.source(
            csv("name;id\n'a\nb';1\n")
                .option("Header", "TRUE")
                .option("SEP", ";")
                .option("QUOTE", "'")
                .option("multiline", "true")))
        .rejectsNothing()
        .hasRows(new Item(1, "a\nb"));
  }

  @Test
  void withoutAQuoteQuotesAreCharacters() {
    assertThat(kit.source(csv("1,\"a\n2,b\"c\"\n").option("quote", "")))
        .rejectsNothing()
        .hasRows(new Item(1, "\"a"), new Item(2, "b\"c\""));
  }

  @Test
  void anotherQuoteIsDoubledLikewise() {
    for (CsvFiles<Item> files : List.of(csv("1,'it''s, so'\n"),
        csv("1,'it''s, so'\n").multiLine())) {
      assertThat(kit.source(files.quote('\''))).rejectsNothing().hasRows(new Item(1, "it's, so"));
    }
  }

  @Test
  void aRepeatedHeaderIsNoRow() {
    String text = "\uFEFFid,name\n1,a\n\uFEFFid,name\n2,b\nid,name\n3,c\n";

    for (CsvFiles<Item> files : List.of(csv(text), csv(text).multiLine())) {
      assertThat(kit.source(files.header()))
          .rejectsNothing()
          .hasRows(new Item(1, "a"), new Item(2, "b"), new Item(3, "c"));
    }
  }

  @Test
  void aTabCanBeWrittenAsInSpark() {
    for (CsvFiles<Item> files : Stream.of("\\t", "\t")
        .map(s -> csv("name\tid\n\"a\tb\"\t1\n").separator(s)).toList()) {
      assertThat(kit.source(files.header())).rejectsNothing().hasRows(new Item(1, "a\tb"));
      assertThat(kit.source(files.header().multiLine()))
          .rejectsNothing()
          .hasRows(new Item(1, "a\tb"));
    }
  }

  @Test
  void aFileOfNoBytesHasNoRows() {
    kit.file("in/today.csv", "");

    CsvFiles<Item> files = Files.csv(Item.class, kit.path("in")).header();

    assertThat(files.check(kit.spark())).isEmpty();
    assertThat(kit.source(files)).rejectsNothing().isEmpty();
    assertThat(kit.source(files.multiLine())).rejectsNothing().isEmpty();
  }

  @Test
  void aDirectoryWithoutFilesIsAProblem() throws IOException {
    java.nio.file.Files.createDirectories(kit.directory().resolve("none"));
    CsvFiles<Item> files = Files.csv(Item.class, kit.path("none")).header();

    assertThat(files.check(kit.spark()))
        .singleElement()
        .asString()
        .contains("there is no file below the path");
    assertThatThrownBy(() -> files.read(kit.spark())).hasMessageContaining("there is no file");
  }

  @Test
  void aRejectedLineTellsItsFile() {
    kit.file("in/a.csv", "1,a\n");
    kit.file("in/b c.csv", "2,b\nx,c\n");
    kit.file("json/month=1/d.json", "{\n");

    assertThat(kit.source(Files.csv(Item.class, kit.path("in"))).rejected().collect(kit.spark()))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.file()).startsWith("file:/").endsWith("/in/b%20c.csv");
              assertThat(r.line()).isEqualTo(2);
              assertThat(r.offset()).isEqualTo(4);
            });
    assertThat(kit.source(Files.json(Item.class, kit.path("json"))).rejected().collect(kit.spark()))
        .singleElement()
        .satisfies(r -> assertThat(r.file()).endsWith("/json/month=1/d.json"));
  }

  @Test
  void aRejectedRowOverLinesTellsItsFileAndLine() {
    CsvFiles<Item> files = csv("id,name\n1,\"a\r\nb\"\nx,c\n2,d\ny,\"\n\"\n").header().multiLine();

    assertThat(kit.source(files).rejected().collect(kit.spark()))
        .extracting(Rejected::line)
        .containsExactlyInAnyOrder(4L, 6L);
    assertThat(kit.source(files).rejected().collect(kit.spark()))
        .allSatisfy(r -> assertThat(r.file()).endsWith("/items.csv"));
  }

  @Test
  void theOriginOfAcceptedRowsIsNotRead() {
    String plan =
        kit.source(csv("1,a\n")).toDataset(kit.spark()).queryExecution().optimizedPlan().toString();

    assertThat(plan).doesNotContain("file_path").doesNotContain(".file");
  }

  @Test
  void aQuoteWithinABareValueIsMalformedIfQuotesAreStrict() {
    String text = "1,5\" disk\n2,\"b\"\n3,c\"\n4,d\n";

    for (CsvFiles<Item> files : List.of(csv(text), csv(text).multiLine())) {
      assertThat(kit.source(files))
          .rejectsNothing()
          .hasRows(new Item(1, "5\" disk"), new Item(2, "b"), new Item(3, "c\""), new Item(4, "d"));
      assertThat(rejected(files.strictQuotes())).containsExactly("1,5\" disk", "3,c\"");
    }
  }
}
