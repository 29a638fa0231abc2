package dev.sluice.testkit;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.Files;
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
}
