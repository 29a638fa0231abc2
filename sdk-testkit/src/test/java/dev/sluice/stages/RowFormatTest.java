package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.CheckedStage;
import dev.sluice.connect.BoundedSource;
import dev.sluice.connect.RowFormat;
import dev.sluice.connect.Texts;
import dev.sluice.io.file.Files;
import dev.sluice.io.format.Formats;
import dev.sluice.io.memory.Datasets;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.run.RunReport;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text is parsed, judged and rejected alike wherever it stands. */
@SparkTest
class RowFormatTest {

  record Line(String text) {}

  record Pair(int id, String name) {}

  record Message(int id, String name, long sent) {}

  /** What a topic gives: bytes, and beside them when each was sent and its offset. */
  record Topic(RowFormat<Message> format) implements BoundedSource<Message> {
    @Override
    public Class<Message> type() {
      return Message.class;
    }

    @Override
    public String description() {
      return format.description() + " of a topic";
    }

    @Override
    public boolean mayReject() {
      return true;
    }

    @Override
    public Dataset<Row> read(SparkSession spark) {
      Dataset<Row> messages =
          spark.sql(
              """
              SELECT cast(text AS binary) value, offset, sent FROM VALUES
              ('{"id":1,"name":"a","sent":5}', 6L, 100L), ('{"id":', 7L, 200L), (NULL, 8L, 300L)
              AS messages(text, offset, sent)
              """);
      return format.parse(
          new Texts(
              messages.select(
                  col("value").cast("string").as(Texts.TEXT),
                  col("sent"),
                  struct(lit("orders-0").as("file"), col("offset")).as(ORIGIN)),
              List.of("sent"),
              false));
    }
  }

  /** What became of some texts: the rows, and each rejected text with the reasons. */
  record Judged(List<String> rows, Map<String, List<String>> rejected) {}

  private SparkKit kit;
  private SparkSession spark;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit.allowingMalformed();
    spark = kit.spark();
  }

  private <T extends Record> Judged judged(BoundedSource<T> source) {
    CheckedStage<T> stage = kit.source(source);
    Map<String, List<String>> rejected = new TreeMap<>();
    for (Rejected each : stage.rejected().collect(spark)) {
      rejected.put(each.row(), each.reasons());
    }
    return new Judged(stage.collect(spark).stream().map(Record::toString).sorted().toList(),
        rejected);
  }

  private String fileOf(List<String> texts) {
    return kit.file("lines.txt", String.join("\n", texts) + "\n");
  }

  private static List<String> csvTexts() {
    List<String> texts = new ArrayList<>(MalformedCsvKindsTest.kinds());
    texts.add(MalformedCsvKindsTest.good(1));
    texts.add("2,\"tea, \"\"green\"\"\",,,,,,,");
    texts.add("3,\"\",,,Infinity,,,,");
    return texts;
  }

  private Dataset<Row> linesOf(String file) {
    return kit.source(Files.text(Line.class, file)).toDataset(spark);
  }

  private <T extends Record> void isJudgedAlikeEverywhere(
      List<String> texts, BoundedSource<T> file, RowFormat<T> format, String path) {
    Judged lines = judged(file);

    assertThat(lines.rows()).hasSizeGreaterThan(1);
    assertThat(lines.rejected()).hasSizeGreaterThan(50);
    assertThat(judged(InMemory.texts(format, texts))).as("in memory").isEqualTo(lines);
    assertThat(judged(Datasets.texts(format, linesOf(path), "text")))
        .as("the column of a stage")
        .isEqualTo(lines);
    Dataset<Row> bytes = linesOf(path).select(col("text").cast("binary").as("value"));
    assertThat(judged(Datasets.texts(format, bytes, "value"))).as("bytes").isEqualTo(lines);
  }

  @Test
  void everyKindOfJsonIsJudgedAlikeInAFileAndInAColumn() {
    List<String> texts = MalformedJsonTest.texts();
    String path = fileOf(texts);

    isJudgedAlikeEverywhere(
        texts,
        Files.json(MalformedJsonTest.Line.class, path),
        Formats.json(MalformedJsonTest.Line.class),
        path);
  }

  @Test
  void everyKindOfCsvIsJudgedAlikeInAFileAndInAColumn() {
    List<String> texts = csvTexts();
    String path = fileOf(texts);

    isJudgedAlikeEverywhere(
        texts,
        Files.csv(MalformedCsvKindsTest.Line.class, path),
        Formats.csv(MalformedCsvKindsTest.Line.class),
        path);
  }

  @Test
  void bytesThatAreNoUtf8AreRejectedAsInAFile() throws IOException {
    for (String text : List.of("{\"id\":1,\"name\":\"é\"}", "1,é")) {
      boolean json = text.startsWith("{");
      Path file = Path.of(kit.path(json ? "latin.json" : "latin.csv"));
      java.nio.file.Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
      Dataset<Row> bytes = spark.read().format("binaryFile").load(file.toString());
      String path = file.toString();

      Judged lines =
          judged(json ? Files.json(Pair.class, path) : Files.csv(Pair.class, path));

      RowFormat<Pair> format = json ? Formats.json(Pair.class) : Formats.csv(Pair.class);
      assertThat(lines.rejected()).hasSize(1);
      assertThat(judged(Datasets.texts(format, bytes, "content"))).isEqualTo(lines);
    }
  }

  @Test
  void aTextThatIsNullIsRejected() {
    for (RowFormat<Pair> format : List.of(Formats.json(Pair.class), Formats.csv(Pair.class))) {
      Judged judged = judged(InMemory.texts(format, Arrays.asList((String) null)));

      assertThat(judged.rows()).isEmpty();
      assertThat(judged.rejected()).isEqualTo(Map.of("", List.of("is NULL")));
    }
  }

  @Test
  void aCsvTextOfTwoRowsIsRejectedAndNotCutOff() {
    List<String> two = List.of("1,a\n2,b", "1,a\r", "\n1,a", "1,\"a\nb\"\n");

    assertThat(judged(InMemory.texts(Formats.csv(Pair.class), two)).rejected().keySet())
        .containsExactlyInAnyOrderElementsOf(two);
  }

  @Test
  void aLineEndWithinQuotesIsPartOfTheValue() {
    assertThat(kit.source(InMemory.texts(Formats.csv(Pair.class), List.of("1,\"a\nb\""))))
        .hasRows(new Pair(1, "a\nb"));
  }

  private <T extends Record> void comesBackEqual(List<T> rows, Class<T> type, RowFormat<T> format) {
    Dataset<Row> written =
        kit.rows(type, rows).toDataset(spark).select(format.write().as("value"));

    assertThatRows(type, kit.source(Datasets.texts(format, written, "value")).collect(spark))
        .hasRows(rows);
  }

  @Test
  void whatIsWrittenAsJsonIsReadBackEqual() {
    comesBackEqual(
        HostileRows.of(LawRecords.Nested.class, 60, 7),
        LawRecords.Nested.class,
        Formats.json(LawRecords.Nested.class));
  }

  @Test
  void whatIsWrittenAsCsvIsReadBackEqual() {
    comesBackEqual(
        HostileRows.of(LawRecords.Flat.class, 60, 7),
        LawRecords.Flat.class,
        Formats.csv(LawRecords.Flat.class));
  }

  @Test
  void theReportCountsTextsThatCannotBeParsed() {
    kit.source(InMemory.texts(Formats.csv(Pair.class), List.of("1,a", "x,b", "2,c")))
        .sink("pairs", InMemory.sink(Pair.class));
    kit.pipeline().quarantine(InMemory.sink(Rejected.class));

    RunReport report = kit.pipeline().run(spark);

    assertThat(report).readRows("Pair", 3).malformedRows("Pair", 1).wroteRows("pairs", 2);
  }

  @Test
  void whatStandsBesideATextIsGivenToTheRecord() {
    assertThat(kit.source(new Topic(Formats.json(Message.class))))
        .hasRows(new Message(1, "a", 100));
  }

  @Test
  void aRejectedTextTellsWhereItWasFound() {
    assertThat(
        kit.source(new Topic(Formats.json(Message.class))).rejected().collect(spark))
        .extracting(Rejected::file, Rejected::offset, Rejected::row)
        .containsExactlyInAnyOrder(
            tuple("orders-0", 7L, "{\"id\":"), tuple("orders-0", 8L, ""));
  }

  @Test
  void anOptionIsOfTheFormat() {
    assertThat(
        kit.source(InMemory.texts(Formats.csv(Pair.class).separator(";"), List.of("1;a"))))
        .hasRows(new Pair(1, "a"));
  }

  @Test
  void aHeaderIsRefusedForASingleText() {
    assertThatThrownBy(() -> Formats.csv(Pair.class).option("Header", "true"))
        .hasMessageContaining("a text of one row has no header")
        .hasMessageContaining("[id, name]");
  }

  @Test
  void aColumnThatIsNoTextIsRefused() {
    Dataset<Row> numbers = spark.range(1).toDF("value");

    assertThatThrownBy(() -> Datasets.texts(Formats.csv(Pair.class), numbers, "value"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column value is BIGINT; a format reads a column of texts");
  }
}
