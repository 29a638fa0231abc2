package dev.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.CheckedStage;
import dev.sluice.io.file.Files;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many kinds of damage none is taken for a row: a line is what was meant, or it is rejected. */
@SparkTest
class MalformedJsonTest {

  enum Size {
    SMALL,
    LARGE
  }

  record Line(int id, Byte b, Long n, Double d, Boolean ok, String s, Size size, List<Integer> l) {}

  private static final List<String> GOOD =
      List.of(
          "{\"id\":1}",
          " \t{ \"id\" : 2 , \"s\" : \"\\u00e9\\n\\\"\" } ",
          "\uFEFF{\"id\":3}",
          "{\"id\":4,\"b\":null,\"l\":[1,null]}",
          "{\"id\":5,\"other\":{\"id\":9,\"id\":8},\"ID\":7}",
          "{\"id\":6,\"d\":1e5,\"s\":1.10}");

  private static final List<Line> MEANT =
      List.of(
          line(1, null, null, null),
          line(2, null, "é\n\"", null),
          line(3, null, null, null),
          line(4, null, null, java.util.Arrays.asList(1, null)),
          line(5, null, null, null),
          line(6, 1e5, "1.10", null));

  private static Line line(int id, Double d, String s, List<Integer> l) {
    return new Line(id, null, null, d, null, s, null, l);
  }

  /** Damage to a whole line. */
  private static final List<String> BROKEN =
      List.of(
          "",
          " ",
          "\t",
          "null",
          "true",
          "1",
          "\"x\"",
          "NaN",
          "[]",
          "[{\"id\":1}]",
          "{",
          "}",
          "{}",
          "{\"id\":1",
          "\"id\":1}",
          "id:1",
          "{\"id\"}",
          "{\"id\":}",
          "{\"id\" 1}",
          "{\"id\"=1}",
          "{\"id\"::1}",
          "{:1}",
          "{1:1}",
          "{null:1}",
          "{id:1}",
          "{'id':1}",
          "{\"id':1}",
          "{\"id:1}",
          "{id\":1}",
          "{\"id\":1,}",
          "{,\"id\":1}",
          "{\"id\":1,,\"b\":1}",
          "{\"id\":1 \"b\":1}",
          "{\"id\":1;\"b\":1}",
          "{\"id\":1}}",
          "{{\"id\":1}}",
          "{\"id\":1]",
          "({\"id\":1})",
          "{\"id\":1};",
          "{\"id\":1},",
          "{\"id\":1}{\"id\":2}",
          "{\"id\":1} {\"id\":2}",
          "{\"id\":1},{\"id\":2}",
          "{\"id\":1}],\"rows\":[{\"id\":2}",
          "{\"id\":1}]}",
          "{\"id\":1} x",
          "{\"id\":1}#",
          "{\"id\":1}//c",
          "{\"id\":1}/*c*/",
          "//c",
          "/*c*/{\"id\":1}",
          "#{\"id\":1}",
          "{\"id\":1/*c*/}",
          "x{\"id\":1}",
          "\u00a0{\"id\":1}",
          "{\"id\":1}\u0000",
          "\u0000",
          "{\u0000\"id\":1}",
          "{\"id\":1}\uFEFF",
          "{\"id\":1,\"id\":1}",
          "{\"id\":1,\"\\u0069d\":2}",
          "{\"b\":1}",
          "{\"ID\":1}",
          "{\"id \":1}",
          "{\"id\":null}",
          "{\"x\":{\"id\":1}}",
          "{\"id\":1,\"x\":[}",
          "{\"id\":1,\"x\":{\"y\":[1,2}}",
          "{\"id\":1,\"x\":tru}",
          "{\"id\":1,\"x\":\"\\q\"}",
          "{\"id\":1,\"x\":\"\\u12\"}",
          "{\"id\":1,\"x\":01}",
          "{\"id\":1,\"x\":1.}",
          "undefined",
          "<id>1</id>",
          "id=1",
          "{\"id\":1",
          "--{\"id\":1}");

  /** Values that id cannot have. */
  private static final List<String> NO_INT =
      List.of(
          "\"1\"",
          "\"\"",
          "1.0",
          "1e0",
          "01",
          "+1",
          "-",
          "--1",
          "1-",
          "1_000",
          "1,000",
          "0x1",
          "1L",
          "2147483648",
          "-2147483649",
          "99999999999999999999",
          "true",
          "[]",
          "[1]",
          "{}",
          "NaN",
          "Infinity",
          "one",
          "'1'",
          "1 2",
          ".5",
          "5.",
          "1e",
          "\u0661");

  /** Further fields that no row can have. */
  private static final List<String> NO_FIELD =
      List.of(
          "\"b\":128",
          "\"b\":-129",
          "\"b\":256",
          "\"b\":1.5",
          "\"n\":9223372036854775808",
          "\"n\":1e18",
          "\"n\":\"1\"",
          "\"d\":1e400",
          "\"d\":-1e400",
          "\"d\":\"1.5\"",
          "\"d\":\"nan\"",
          "\"d\":1,5",
          "\"d\":\"\"",
          "\"d\":1.2.3",
          "\"d\":0x1p3",
          "\"d\":true",
          "\"d\":[1]",
          "\"ok\":\"true\"",
          "\"ok\":1",
          "\"ok\":True",
          "\"ok\":yes",
          "\"ok\":TRUE",
          "\"ok\":\"\"",
          "\"s\":NaN",
          "\"s\":Infinity",
          "\"s\":-Infinity",
          "\"s\":abc",
          "\"s\":\"a",
          "\"s\":'a'",
          "\"s\":\"a\tb\"",
          "\"s\":\"a\u0001b\"",
          "\"s\":\"\\x41\"",
          "\"s\":\"\\u00g0\"",
          "\"s\":\"\\uD800\"",
          "\"s\":\"\\uDC00\"",
          "\"s\":\"\\uD800x\"",
          "\"s\":\"\\uDC00\\uD800\"",
          "\"s\":\"a\"\"b\"",
          "\"s\":\"a\" \"b\"",
          "\"s\":\"a\\\"",
          "\"s\":\"a\\\u0000\"",
          "\"s\":[1,]",
          "\"s\":{\"a\":1,}",
          "\"s\":[NaN]",
          "\"s\":undefined",
          "\"s\":None",
          "\"size\":\"MEDIUM\"",
          "\"size\":\"small\"",
          "\"size\":\"\"",
          "\"size\":\" SMALL\"",
          "\"size\":0",
          "\"l\":1",
          "\"l\":\"1\"",
          "\"l\":{}",
          "\"l\":[\"1\"]",
          "\"l\":[1.0]",
          "\"l\":[1,]",
          "\"l\":[,1]",
          "\"l\":[1 2]",
          "\"l\":[1",
          "\"l\":[[1]]",
          "\"l\":[2147483648]",
          "\"l\":[1,2}",
          "\"l\":\"[1]\"",
          "\"x\":" + "[".repeat(2000) + "]".repeat(2000),
          "\"s\":" + "[".repeat(2000) + "]".repeat(2000));

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit.allowingMalformed();
  }

  /** Every kind, and good ones among them. */
  static List<String> texts() {
    List<String> texts = new ArrayList<>(GOOD);
    texts.addAll(bad());
    return texts;
  }

  private static List<String> bad() {
    List<String> bad = new ArrayList<>(BROKEN);
    NO_INT.forEach(value -> bad.add("{\"id\":" + value + "}"));
    NO_FIELD.forEach(field -> bad.add("{\"id\":1," + field + "}"));
    return bad;
  }

  private List<String> rejected(CheckedStage<Line> lines) {
    return lines.rejected().collect(kit.spark()).stream().map(Rejected::row).toList();
  }

  @Test
  void everyLineIsWhatWasMeantOrRejected() {
    List<String> all = new ArrayList<>(GOOD);
    all.addAll(bad());
    CheckedStage<Line> lines = kit.source(kit.jsonFile(Line.class, String.join("\n", all) + "\n"));

    assertThat(lines.collect(kit.spark())).containsExactlyInAnyOrderElementsOf(MEANT);
    assertThat(rejected(lines)).containsExactlyInAnyOrderElementsOf(bad());
    assertThat(bad().size()).isGreaterThan(150);
  }

  @Test
  void everyElementOfAnArrayIsWhatWasMeantOrRejected() {
    List<String> wellFormed =
        List.of(
            "null",
            "1",
            "\"x\"",
            "[]",
            "{}",
            "[{\"id\":1}]",
            "{\"id\":null}",
            "{\"id\":\"1\"}",
            "{\"id\":1.0}",
            "{\"id\":1,\"id\":2}",
            "{\"id\":1,\"b\":128}",
            "{\"id\":1,\"d\":1e400}",
            "{\"id\":1,\"l\":[1.0]}",
            "{\"id\":1,\"size\":\"small\"}",
            "{\"id\":1,\"s\":NaN}",
            "{\"id\":1,\"s\":\"\\uD800\"}");
    List<String> all = new ArrayList<>(GOOD);
    all.remove(2); // a byte order mark within an array
    all.addAll(wellFormed);
    CheckedStage<Line> lines =
        kit.source(
            kit.jsonFile(Line.class, "\uFEFF[" + String.join(" ,\n", all) + "]\n").multiLine());

    assertThat(lines.collect(kit.spark())).hasSize(5).isSubsetOf(MEANT);
    assertThat(rejected(lines)).containsExactlyInAnyOrderElementsOf(wellFormed);
  }

  /** Each as a file of its own: one object that is good, or one malformed row. */
  @Test
  void aWholeFileIsWhatWasMeantOrRejected() throws IOException {
    List<String> bad = new ArrayList<>(bad());
    bad.removeIf(text -> text.isBlank() || text.equals("[]") || text.equals("[{\"id\":1}]"));
    List<String> broken =
        List.of("[{\"id\":1},", "[{\"id\":1}]]", "[{\"id\":1}] x", "[{\"id\":1}][]");
    bad.addAll(broken);
    List<String> all = new ArrayList<>(bad);
    all.add("[]");
    all.add("");
    all.add("[{\"id\":1}]");
    Path directory = java.nio.file.Files.createDirectories(Path.of(kit.path("whole")));
    for (int i = 0; i < all.size(); i++) {
      java.nio.file.Files.writeString(directory.resolve(i + ".json"), all.get(i));
    }
    CheckedStage<Line> lines = kit.source(Files.json(Line.class, directory.toString()).multiLine());

    assertThat(lines.collect(kit.spark())).containsExactly(line(1, null, null, null));
    assertThat(rejected(lines)).containsExactlyInAnyOrderElementsOf(bad);
  }

  @Test
  void bytesThatAreNoUtf8AreRejected() throws IOException {
    Path file = Path.of(kit.path("latin1.json"));
    java.nio.file.Files.write(
        file, "{\"id\":1,\"s\":\"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    CheckedStage<Line> lines = kit.source(Files.json(Line.class, file.toString()));

    assertThat(lines.collect(kit.spark())).isEmpty();
    assertThat(lines.rejected().collect(kit.spark()))
        .singleElement()
        .extracting(Rejected::reasons)
        .isEqualTo(List.of("is not UTF-8"));
  }
}
