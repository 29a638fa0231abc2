package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.record.Precision;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kinds of malformed rows among good ones: no row is accepted that was not meant, none is lost. */
@SparkTest
class MalformedCsvKindsTest {

  enum Unit {
    KG,
    PIECE
  }

  record Line(
      int id,
      String name,
      Long count,
      @Precision(value = 8, scale = 2) BigDecimal price,
      Double ratio,
      LocalDate day,
      Instant moment,
      Boolean paid,
      Unit unit) {}

  /** Values 2 to 9 of a good row; each kind changes one or the whole. */
  private static final List<String> GOOD =
      List.of("tea", "5", "1.50", "0.5", "2024-05-01", "2024-05-01T10:00:00Z", "true", "KG");

  private static final List<List<String>> MALFORMED_VALUES =
      List.of(
          List.of(
              "\"tea", "\"tea\"x", "\"te\"a\"", "\"\"tea\"\"", "\"tea\" ", "\"a\"\"", "\"a,b\"c"),
          List.of(
              "5.0",
              "5,0",
              " 5",
              "5 ",
              "five",
              "0x5",
              "5L",
              "1e3",
              "9223372036854775808",
              "--5",
              "5-",
              "+",
              "1_000",
              "1'000",
              "NaN",
              "\" \"",
              "NULL",
              "null",
              "N/A",
              "?"),
          List.of(
              "1.505",
              "\"1,50\"",
              "\"1.234,56\"",
              "\"1,234.56\"",
              "\",5,\"",
              "1234567.00",
              "9999999999",
              "1e-3",
              "1e9",
              "1.5.0",
              " 1.5",
              "1.5 ",
              "€1.50",
              "1.50 EUR",
              "1.50-",
              "(1.50)",
              "1f",
              "0x1",
              "NaN",
              "Infinity",
              ".",
              "-",
              "50%",
              "1 000.00",
              "1\u00A0000",
              "٫5"),
          List.of(
              "1e400",
              "-1e400",
              "1e309",
              "\"0,5\"",
              "0.5d",
              "0.5f",
              "0x1p3",
              " 0.5",
              "0.5 ",
              "0.5.0",
              "1e",
              "e5",
              "inf inity",
              "infinitely",
              "nano",
              "1/2",
              "50%",
              "--1",
              "."),
          List.of(
              "2024",
              "2024-05",
              "19000",
              "2024-13-01",
              "2024-02-30",
              "2023-02-29",
              "2024-00-10",
              "01.05.2024",
              "05/01/2024",
              "2024/05/01",
              "20240501",
              "24-05-01",
              "2024-05-01T10:00",
              "2024-05-01 25:00",
              "12:00",
              "today",
              "yesterday",
              "now",
              "epoch",
              "1714557600000",
              " 2024-05-01",
              "2024-05-01 ",
              "2024-W18",
              "2024-122",
              "20240-05-01"),
          List.of(
              "12:00",
              "T12:00",
              "2024",
              "2024-05",
              "19000",
              "1714557600",
              "1714557600000",
              "2024-05-01 25:00",
              "2024-05-01 10",
              "2024-05-01 10:60",
              "2024-05-01 10:00:61",
              "2024-05-01T10:00:00.1234567Z",
              "2024-05-01 10:00 PM",
              "2024-05-01 10:00 am",
              "2024-05-01T10:00+25:00",
              "2024-05-01T10:00 Europe/Nowhere",
              "2024-05-01T10:00 EST5",
              "2024-05-01T10:00 AST",
              "01.05.2024 10:00",
              "now",
              "2024-02-30T10:00Z",
              "2024-05-01  10:00",
              "2024-05-01T10:00Z "),
          List.of("yes", "no", "1", "0", "t", "T", "wahr", " true", "true ", "truefalse", "on"),
          List.of("kg", "Kg", "KG ", " KG", "G", "\" \"", "0", "KG,PIECE", "null"));

  private static final List<String> MALFORMED_IDS =
      List.of("", "\"\"", " ", "x", "1.0", "1e2", "99999999999", "-", "0x1", "\"1", "1\"");

  private static final List<String> MALFORMED_LINES =
      List.of(
          "",
          " ",
          ",",
          ",,,,,,,,",
          "\"",
          "\"\"",
          "7",
          "7,tea",
          "7,tea,5,1.50,0.5,2024-05-01,2024-05-01T10:00:00Z,true",
          "7,tea,5,1.50,0.5,2024-05-01,2024-05-01T10:00:00Z,true,KG,",
          "7,tea,5,1.50,0.5,2024-05-01,2024-05-01T10:00:00Z,true,KG,more",
          "7;tea;5;1.50;0.5;2024-05-01;2024-05-01T10:00:00Z;true;KG",
          "7\ttea\t5\t1.50\t0.5\t2024-05-01\t2024-05-01T10:00:00Z\ttrue\tKG",
          "\"7,tea,5,1.50,0.5,2024-05-01,2024-05-01T10:00:00Z,true,KG\"",
          "tea,7,5,1.50,0.5,2024-05-01,2024-05-01T10:00:00Z,true,KG",
          "7,te,a,5,1.50,0.5,2024-05-01,2024-05-01T10:00:00Z,true,KG",
          "7,tea,5,1,50,0.5,2024-05-01,2024-05-01T10:00:00Z,true,KG",
          "id,name,count,price,ratio,day,moment,paid",
          "ID,NAME,COUNT,PRICE,RATIO,DAY,MOMENT,PAID,UNIT",
          "// comment",
          "# comment",
          "--",
          "Total,,,,,,,,",
          "{\"id\":7}",
          "<row/>",
          "NULL",
          "\\N",
          "\u0000",
          "\u001A");

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  static String good(int id) {
    return id + "," + String.join(",", GOOD);
  }

  private static Line meant(int id) {
    return new Line(
        id,
        "tea",
        5L,
        new BigDecimal("1.50"),
        0.5,
        LocalDate.of(2024, 5, 1),
        Instant.parse("2024-05-01T10:00:00Z"),
        true,
        Unit.KG);
  }

  /** Every kind as a line. */
  static List<String> kinds() {
    List<String> kinds = new ArrayList<>(MALFORMED_LINES);
    for (String id : MALFORMED_IDS) {
      kinds.add(id + "," + String.join(",", GOOD));
    }
    for (int i = 0; i < MALFORMED_VALUES.size(); i++) {
      for (String value : MALFORMED_VALUES.get(i)) {
        List<String> values = new ArrayList<>(GOOD);
        values.set(i, value);
        kinds.add("7," + String.join(",", values));
      }
    }
    return kinds;
  }

  private static boolean leavesAQuoteOpen(String line) {
    return line.replace("\"\"", "").chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private void acceptsOnlyWhatIsMeant(List<String> kinds, boolean multiLine) {
    List<String> lines = new ArrayList<>();
    List<Line> meant = new ArrayList<>();
    for (String kind : kinds) {
      meant.add(meant(100 + meant.size()));
      lines.add(good(meant.get(meant.size() - 1).id()));
      lines.add(kind);
    }
    String header = "id,name,count,price,ratio,day,moment,paid,unit\n";
    CsvFiles<Line> files =
        Files.csv(Line.class, kit.file("kinds.csv", header + String.join("\n", lines) + "\n"))
            .header();
    CsvFiles<Line> read = multiLine ? files.multiLine() : files;

    List<Line> accepted = new ArrayList<>(kit.source(read).collect(kit.spark()));
    List<String> rejected =
        kit.source(read).rejected().collect(kit.spark()).stream().map(Rejected::row).toList();

    List<Line> notMeant = new ArrayList<>(accepted);
    notMeant.removeAll(meant);
    List<String> notRejected = new ArrayList<>(kinds);
    notRejected.removeAll(rejected);
    assertThat(notMeant).isEmpty();
    assertThat(notRejected).isEmpty();
    assertThat(accepted).hasSameSizeAs(meant).containsAll(meant);
    assertThat(rejected).hasSameSizeAs(kinds);
    assertThat(accepted.size() + rejected.size()).isEqualTo(lines.size());
  }

  @Test
  void thereAreMoreThanAHundredKinds() {
    assertThat(kinds()).doesNotHaveDuplicates().hasSizeGreaterThan(150);
  }

  @Test
  void linesAreAcceptedIfTheyAreMeant() {
    acceptsOnlyWhatIsMeant(kinds(), false);
  }

  @Test
  void rowsOverLinesAreAcceptedIfTheyAreMeant() {
    acceptsOnlyWhatIsMeant(kinds().stream().filter(k -> !leavesAQuoteOpen(k)).toList(), true);
  }

  @Test
  void anOpenQuoteOfAnyKindLeavesOnlyWhatIsMeant() {
    List<String> open =
        kinds().stream()
            .filter(k -> k.startsWith("\"") || k.contains(",\""))
            .filter(MalformedCsvKindsTest::leavesAQuoteOpen)
            .toList();
    assertThat(open).hasSizeGreaterThan(3);
    for (int i = 0; i < open.size(); i++) {
      String text =
          good(1)
              + "\n"
              + open.get(i)
              + "\n"
              + good(2)
              + "\n"
              + good(3).replace("tea", "\"tea\"")
              + "\n"
              + good(4)
              + "\n";
      CsvFiles<Line> files = Files.csv(Line.class, kit.file("open" + i + ".csv", text)).multiLine();

      List<Line> accepted = kit.source(files).collect(kit.spark());
      long rejected = kit.source(files).rejected().collect(kit.spark()).size();

      assertThat(accepted)
          .as(open.get(i))
          .startsWith(meant(1))
          .isSubsetOf(meant(1), meant(2), meant(3), meant(4));
      assertThat(accepted.size() + rejected).as(open.get(i)).isEqualTo(5);
    }
  }
}
