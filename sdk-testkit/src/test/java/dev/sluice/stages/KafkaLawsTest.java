package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.Pipeline;
import dev.sluice.connect.BoundedSource;
import dev.sluice.io.file.Files;
import dev.sluice.io.format.Formats;
import dev.sluice.io.kafka.KafkaSource;
import dev.sluice.io.memory.InMemory;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds of every row and every text. */
@SparkTest
class KafkaLawsTest {

  private static final int ROWS = 60;

  private final SparkKit kit;
  private final KafkaMessages messages = KafkaMessages.in(2);

  KafkaLawsTest(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  private <T extends Record> void comesBackEqual(KafkaSource<T> topic) {
    List<T> rows = HostileRows.of(topic.type(), ROWS, 11);
    Pipeline pipeline = Pipeline.named("send");
    pipeline.source("rows", InMemory.rows(topic.type(), rows)).sink("topic", topic.append());
    pipeline.run(kit.spark());

    assertThat(kit.source(topic).rejected().collect(kit.spark())).isEmpty();
    assertThatRows(topic.type(), kit.source(topic).collect(kit.spark())).hasRows(rows);
  }

  @Test
  void everyRowComesBackOutOfJson() {
    comesBackEqual(messages.described().json(LawRecords.Nested.class));
  }

  @Test
  void everyRowComesBackOutOfJsonAndTheKey() {
    comesBackEqual(
        messages.described().json(LawRecords.Nested.class).key(LawRecords.Nested::bytes));
  }

  @Test
  void everyRowComesBackOutOfCsv() {
    comesBackEqual(messages.described().csv(LawRecords.Flat.class));
  }

  @Test
  void everyRowComesBackOutOfCsvTheKeyAndAHeader() {
    comesBackEqual(
        messages.described().csv(LawRecords.Flat.class)
            .key(LawRecords.Flat::largeOrNull)
            .header("text", LawRecords.Flat::text));
  }

  @Test
  void everyRowComesBackOutOfMomentsInJson() {
    comesBackEqual(messages.described().json(LawRecords.Moments.class).key(LawRecords.Moments::id));
  }

  /** What became of some texts: the rows, and each rejected text with the reasons. */
  private record Judged(List<String> rows, Map<String, List<String>> rejected) {}

  private <T extends Record> Judged judged(BoundedSource<T> source) {
    CheckedStage<T> stage = kit.source(source);
    Map<String, List<String>> rejected = new TreeMap<>();
    for (Rejected each : stage.rejected().collect(kit.spark())) {
      rejected.put(each.row(), each.reasons());
    }
    return new Judged(
        stage.collect(kit.spark()).stream().map(Record::toString).sorted().toList(), rejected);
  }

  private <T extends Record> void areJudgedAlike(
      List<String> texts, BoundedSource<T> file, KafkaSource<T> topic) {
    messages.send(texts.toArray(String[]::new));
    Judged lines = judged(file);

    assertThat(lines.rows()).hasSizeGreaterThan(1);
    assertThat(lines.rejected()).hasSizeGreaterThan(50);
    assertThat(judged(topic)).isEqualTo(lines);
  }

  private String fileOf(List<String> texts) {
    return kit.file("lines.txt", String.join("\n", texts) + "\n");
  }

  @Test
  void everyJsonTextIsJudgedAsInAFile() {
    List<String> texts = MalformedJsonTest.texts();

    areJudgedAlike(
        texts,
        Files.json(MalformedJsonTest.Line.class, fileOf(texts)),
        messages.described().format(Formats.json(MalformedJsonTest.Line.class)));
  }

  @Test
  void everyCsvTextIsJudgedAsInAFile() {
    List<String> texts = new ArrayList<>(MalformedCsvKindsTest.kinds());
    texts.add(MalformedCsvKindsTest.good(1));
    texts.add("2,\"tea, \"\"green\"\"\",,,,,,,");

    areJudgedAlike(
        texts,
        Files.csv(MalformedCsvKindsTest.Line.class, fileOf(texts)),
        messages.described().csv(MalformedCsvKindsTest.Line.class));
  }
}
