package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.Files;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
class SparkKitTest {

  record Order(long orderId, LocalDate day) {}

  @Test
  void putsAFileIntoTheDirectoryThatIsAPartition(SparkKit kit) {
    kit.file("in/day=2026-05-01/a.csv", "orderId\n1\n");
    kit.file("in/day=2026-05-02/b.csv", "orderId\n2\n");

    assertThat(kit.source(Files.csv(Order.class, kit.path("in")).header()))
        .hasRows(new Order(1, LocalDate.of(2026, 5, 1)), new Order(2, LocalDate.of(2026, 5, 2)));
  }

  @Test
  void writesTextAsItIs(SparkKit kit) {
    String path = kit.file("a.txt", "é \r\n");

    assertThat(path).isEqualTo(kit.path("a.txt"));
    assertThat(Path.of(path)).hasBinaryContent("é \r\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileOfTheSameNameIsReplaced(SparkKit kit) {
    kit.file("a.txt", "long text");

    assertThat(Path.of(kit.file("a.txt", "new"))).hasContent("new");
  }

  @Test
  void namesTheFileThatCannotBeWritten(SparkKit kit) {
    kit.file("a", "a file, not a directory");

    assertThatThrownBy(() -> kit.file("a/b.csv", ""))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write the input " + kit.path("a/b.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../elsewhere", "/tmp/elsewhere", ".", ""})
  void aFileIsBelowTheDirectory(String name, SparkKit kit) {
    assertThatThrownBy(() -> kit.file(name, "text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'%s' is no name of a file below".formatted(name));
  }

  @Test
  void aLineOfAnInputThatIsNoRowFailsTheTest(SparkKit kit) {
    assertThatThrownBy(() -> kit.csv(Price.class, "id,price\n1,10.0\n2,2O.0\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("1 row that cannot be parsed as Price", "\"2,2O.0\"")
        .hasMessageContaining("kit.allowingMalformed()");
    assertThatThrownBy(() -> kit.json(Price.class, "{\"id\": 1, \"price\": \"x\"}\n"))
        .hasMessageContaining("{\\\"id\\\": 1, \\\"price\\\": \\\"x\\\"}");
  }

  @Test
  void aMissingValueAndAnEmptyLineFailToo(SparkKit kit) {
    assertThatThrownBy(() -> kit.csv(Price.class, "id,price\n1,\n\n2,3.0\n"))
        .hasMessageContainingAll("2 rows that cannot be parsed", "\"1,\"", "\"\"");
  }

  @Test
  void aLineThatIsNoRowFailsInOtherLayoutsToo(SparkKit kit) {
    assertThatThrownBy(() -> kit.source(kit.csvFile(Price.class, "1;two").separator(";")))
        .hasMessageContaining("\"1;two\"");
    assertThatThrownBy(() -> kit.source(kit.jsonFile(Price.class, "[{\"id\": 1}]").multiLine()))
        .hasMessageContaining("cannot be parsed as Price");
  }

  @Test
  void malformedLinesAreAskedFor(SparkKit kit) {
    assertThat(kit.allowingMalformed().csv(Price.class, "id,price\n1,10.0\n2,2O.0\n"))
        .hasRows(new Price(1, 10.0))
        .rejectsText("2,2O.0");
  }

  @Test
  void whatAllowsMalformedLinesIsTheSameKitOtherwise(SparkKit kit) {
    SparkKit allowing = kit.allowingMalformed();
    String first = kit.csvFile(Price.class, "1,1.0").description();

    assertThat(allowing.pipeline()).isSameAs(kit.pipeline());
    assertThat(allowing.csvFile(Price.class, "2,2.0").description()).isNotEqualTo(first);
  }

  record Price(int id, double price) {}
}
