package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.io.format.CsvDialect;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CsvRecordReaderTest {

  private static List<CsvRecord> read(String text, String... options) {
    Map<String, String> all = new TreeMap<>(Map.of("multiLine", "true"));
    for (int i = 0; i < options.length; i += 2) {
      all.put(options[i], options[i + 1]);
    }
    CsvRecordReader reader =
        CsvRecordReader.of(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new CsvDialect(all));
    List<CsvRecord> records = new ArrayList<>();
    reader.forEachRemaining(records::add);
    return records;
  }

  private static CsvRecord good(String text, long line) {
    return new CsvRecord(text, line, true);
  }

  private static CsvRecord bad(String text, long line) {
    return new CsvRecord(text, line, false);
  }

  @Test
  void everyKindOfLineEndEndsARow() {
    assertThat(read("a\nb\r\nc\rd\n\ne"))
        .containsExactly(
            good("a", 1), good("b", 2), good("c", 3), good("d", 4), good("", 5), good("e", 6));
  }

  @Test
  void aLineEndOfOnesOwnIsTheOnlyOne() {
    assertThat(read("a\nb|\"c|d\"|e", "lineSep", "|"))
        .containsExactly(good("a\nb", 1), good("\"c|d\"", 2), good("e", 4));
  }

  @Test
  void linesWithinQuotesAreCounted() {
    assertThat(read("\"a\r\n\n\",\"b\"\"\r\"\nc"))
        .containsExactly(good("\"a\r\n\n\",\"b\"\"\r\"", 1), good("c", 5));
  }

  @Test
  void aQuoteThatIsNotClosedLosesEveryLineFromItsOwnOn() {
    assertThat(read("a\n\"b\nc\r\n\n\"d"))
        .containsExactly(good("a", 1), bad("\"b", 2), bad("c", 3), bad("", 4), bad("\"d", 5));
  }

  @Test
  void textAfterAValueOverLinesLosesEveryLineFromItsFirstOn() {
    assertThat(read("a\n\"b\nc,\"d\",e\nf\n\"g\"\n"))
        .containsExactly(
            good("a", 1), bad("\"b", 2), bad("c,\"d\",e", 3), bad("f", 4), bad("\"g\"", 5));
  }

  @Test
  void textAfterAValueOfOneLineLosesNoOther() {
    assertThat(read("\"a\"b,\"c\"\nd")).containsExactly(bad("\"a\"b,\"c\"", 1), good("d", 2));
  }

  @Test
  void textAfterAValueBeforeOneOverLinesLosesTheRest() {
    assertThat(read("\"a\"b,\"c\nd\"\ne"))
        .containsExactly(bad("\"a\"b,\"c", 1), bad("d\"", 2), bad("e", 3));
  }

  @Test
  void blanksAroundQuotesCountUnlessTrimmed() {
    assertThat(read(" \"a\nb\" ,c")).containsExactly(good(" \"a", 1), good("b\" ,c", 2));
    assertThat(read(" \"a\nb\" ,c", "ignoreLeadingWhiteSpace", "true"))
        .containsExactly(good(" \"a\nb\" ,c", 1));
  }

  @Test
  void anEscapedQuoteClosesNothing() {
    assertThat(read("\"a\\\"\nb\\\\\"\nc", "escape", "\\"))
        .containsExactly(good("\"a\\\"\nb\\\\\"", 1), good("c", 3));
  }

  @Test
  void rowsAcrossTheBufferAreWhole() {
    String value = "\"" + "x\"\"\r\n".repeat(50_000) + "\"";
    List<CsvRecord> records = read((value + "\r\n").repeat(3) + "end");

    assertThat(records).hasSize(4);
    assertThat(records.get(2)).isEqualTo(good(value, 100_003));
  }

  @Test
  void anOpenQuoteIsHeldInMemoryToALimit() {
    String lines = "0123456789abcde\n".repeat(CsvRecordReader.MOST_CHARACTERS / 16 + 1000);

    List<CsvRecord> records = read("a\n\"" + lines + "\"\n");

    assertThat(records).hasSize(CsvRecordReader.MOST_CHARACTERS / 16 + 1002);
    assertThat(records).filteredOn(CsvRecord::sound).containsExactly(good("a", 1));
  }
}
