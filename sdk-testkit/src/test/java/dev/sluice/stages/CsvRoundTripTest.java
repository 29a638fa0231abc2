package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.Files;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a CSV sink wrote, the source of the same record and options reads back equal. */
@SparkTest
class CsvRoundTripTest {

  record Texts(int id, String a, String b) {}

  record Words(String a, String b) {}

  record Only(String a) {}

  record Number(int id) {}

  record All(
      int id,
      Boolean flag,
      Byte tiny,
      Short small,
      Long large,
      Float single,
      Double real,
      @Precision(value = 38, scale = 18) BigDecimal decimal,
      @Precision(value = 10, scale = 0) BigDecimal whole,
      LocalDate day,
      Instant moment,
      LocalDateTime local,
      Duration duration,
      String text) {}

  private static final String[] PIECES = {
      "",
      " ",
      "  ",
      "\t",
      "a",
      "\"",
      "\"\"",
      "'",
      ",",
      ";",
      "\n",
      "\r",
      "\r\n",
      "\\",
      "#",
      "NULL",
      "NA",
      "\uFEFF",
      "é",
      "\u2028",
      "\u0085",
      "\u00A0",
      "\u0001",
      "\uD83D\uDE00",
      "1",
      "-",
      "id",
      "a,b",
      "\\\"",
      "\\n",
      "|"
  };

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private static List<Texts> hostile(long seed, boolean lineEnds) {
    Random random = new Random(seed);
    List<Texts> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(new Texts(i, text(random, lineEnds), text(random, lineEnds)));
    }
    return rows;
  }

  private static String text(Random random, boolean lineEnds) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      text.append(lineEnds || !piece.matches("(?s).*[\r\n].*") ? piece : "x");
    }
    return text.toString();
  }

  private CsvFiles<Texts> options(String name) {
    CsvFiles<Texts> csv = Files.csv(Texts.class, kit.path("out"));
    return switch (name) {
      case "plain" -> csv;
      case "header" -> csv.header();
      case "semicolon" -> csv.separator(";").quote('\'');
      case "tab" -> csv.separator("\\t").header();
      case "backslash" -> csv.escape('\\');
      case "comment" -> csv.option("comment", "#");
      case "two" -> csv.separator("||");
      case "utf-16" -> csv.encoding(java.nio.charset.StandardCharsets.UTF_16LE);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private void comesBack(CsvFiles<Texts> files, List<Texts> rows) {
    Texts[] all = rows.toArray(Texts[]::new);
    files.overwrite().write(kit.rows(Texts.class, all).toDataset(kit.spark()));

    assertThat(kit.source(files)).keyedBy(Texts::id).hasRows(all).rejectsNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "header", "semicolon", "tab", "backslash", "comment"})
  void textsWithoutLineEndsComeBack(String options) {
    comesBack(options(options), hostile(1, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "header", "semicolon", "tab", "backslash", "comment", "utf-16"})
  void textsOfAllKindsComeBackOverLines(String options) {
    comesBack(options(options).multiLine(), hostile(2, true));
  }

  @Test
  void valuesOfAllTypesComeBack() {
    CsvFiles<All> files = Files.csv(All.class, kit.path("all")).header();
    All[] rows = {
        new All(1, null, null, null, null, null, null, null, null, null, null, null, null, null),
        new All(
            2,
            true,
            Byte.MIN_VALUE,
            Short.MAX_VALUE,
            Long.MIN_VALUE,
            Float.MIN_VALUE,
            Double.MAX_VALUE,
            new BigDecimal("0E-18"),
            new BigDecimal("9999999999"),
            LocalDate.of(1, 1, 1),
            Instant.parse("2024-05-01T10:00:00.123456Z"),
            LocalDateTime.parse("2024-05-01T10:00:00.000001"),
            Duration.ofNanos(-1_000),
            " "),
        new All(
            3,
            false,
            Byte.MAX_VALUE,
            Short.MIN_VALUE,
            Long.MAX_VALUE,
            Float.NaN,
            Double.NEGATIVE_INFINITY,
            new BigDecimal("-12345678901234567890.123456789012345678"),
            BigDecimal.ZERO.setScale(0),
            LocalDate.of(9999, 12, 31),
            Instant.parse("1883-11-18T12:00:00.5Z"),
            LocalDateTime.parse("1582-10-10T23:59:59.999999"),
            Duration.ofDays(400).plusNanos(1_000),
            ""),
        new All(
            4,
            false,
            (byte) 0,
            (short) 0,
            0L,
            Float.POSITIVE_INFINITY,
            Double.NaN,
            new BigDecimal("0.000000000000000001"),
            new BigDecimal("-1"),
            LocalDate.of(10000, 1, 1),
            Instant.parse("2024-10-27T00:30:00Z"),
            LocalDateTime.parse("2024-03-31T02:30:00"),
            Duration.ZERO,
            "x")
    };
    files.overwrite().write(kit.rows(All.class, rows).toDataset(kit.spark()));

    assertThat(kit.source(files)).keyedBy(All::id).hasRows(rows).rejectsNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kolkata"})
  void momentsComeBackInAnyZone(String zone) {
    String before = kit.spark().conf().get("spark.sql.session.timeZone");
    try {
      kit.spark().conf().set("spark.sql.session.timeZone", zone);
      valuesOfAllTypesComeBack();
    } finally {
      kit.spark().conf().set("spark.sql.session.timeZone", before);
    }
  }

  @Test
  void aLineEndNeedsMultiLine() {
    for (String end : List.of("\n", "\r", "\r\n")) {
      assertThatThrownBy(() -> comesBack(options("plain"), List.of(new Texts(1, "a" + end, ""))))
          .hasStackTraceContaining(
              "a text of Texts.a has a line end, which only multiLine() can read");
    }
  }

  @Test
  void theCharacterThatEndsAFileForSparkIsRefused() {
    assertThatThrownBy(() -> comesBack(options("plain"), List.of(new Texts(1, "a\uFFFF", ""))))
        .hasStackTraceContaining("a text of Texts.a has the character U+FFFF");
  }

  @Test
  void trimmedKeepsNoOuterBlanks() {
    assertThatThrownBy(
        () -> comesBack(options("plain").trimmed(), List.of(new Texts(1, "a", " b"))))
        .hasStackTraceContaining("Texts.b begins or ends with a blank");
  }

  @Test
  void aSeparatorOfSeveralCharactersIsNotWrittenInATextToo() {
    comesBack(options("two"), List.of(new Texts(1, "a,b", " "), new Texts(2, null, "")));
    for (String text : List.of("a|", "|", "\"")) {
      assertThatThrownBy(() -> comesBack(options("two"), List.of(new Texts(1, text, "b"))))
          .hasStackTraceContaining("Texts.a has a quote or a character of the separator");
    }
  }

  @Test
  void theTextOfNullIsNotWrittenAsAText() {
    CsvFiles<Texts> files = options("plain").nullValue("NA");

    comesBack(files, List.of(new Texts(1, null, ""), new Texts(2, "NAN", "x")));
    assertThatThrownBy(() -> comesBack(files, List.of(new Texts(1, "NA", "x"))))
        .hasStackTraceContaining("Texts.a is the one of nullValue");
  }

  @Test
  void aRowOfTheHeadersWordsIsNotWritten() {
    CsvFiles<Words> files = Files.csv(Words.class, kit.path("words")).header();

    assertThatThrownBy(
        () -> files
            .overwrite()
            .write(kit.rows(Words.class, new Words("a", "b")).toDataset(kit.spark())))
        .hasStackTraceContaining("those of the header");
  }

  @Test
  void nullInTheOnlyColumnIsRefusedBeforeTheRun() {
    CsvFiles<Only> files = Files.csv(Only.class, kit.path("only"));

    assertThat(files.overwrite().check(kit.spark()))
        .singleElement()
        .asString()
        .contains("NULL in the only column of a file of Only would be an empty line");
    assertThat(Files.csv(Number.class, kit.path("n")).overwrite().check(kit.spark())).isEmpty();
    assertThat(
        Files.csv(Texts.class, kit.path("t"))
            .overwrite()
            .partitionBy(Texts::id, Texts::a)
            .check(kit.spark()))
        .hasSize(1);
  }

  @Test
  void aSinkOfTextsNeedsAQuote() {
    assertThat(options("plain").option("quote", "").overwrite().check(kit.spark()))
        .singleElement()
        .asString()
        .contains("set one with quote");
  }

  @Test
  void theOnlyColumnComesBackWithATextForNull() {
    CsvFiles<Only> files = Files.csv(Only.class, kit.path("only")).nullValue("NA").multiLine();
    Only[] rows = {new Only(null), new Only(""), new Only("  "), new Only("a\n"), new Only(",")};

    assertThat(files.overwrite().check(kit.spark())).isEmpty();
    files.overwrite().write(kit.rows(Only.class, rows).toDataset(kit.spark()));

    assertThat(kit.source(files)).rejectsNothing().hasRows(rows);
  }
}
