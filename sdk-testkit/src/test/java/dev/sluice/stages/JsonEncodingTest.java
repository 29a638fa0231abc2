package dev.sluice.stages;

import static dev.sluice.testkit.SluiceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.Files;
import dev.sluice.io.file.JsonFiles;
import dev.sluice.quality.Rejected;
import dev.sluice.testkit.SparkKit;
import dev.sluice.testkit.SparkTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON files in other encodings than UTF-8, and patterns that are slips. */
@SparkTest
class JsonEncodingTest {

  record Item(int id, String name) {}

  private SparkKit kit;

  @BeforeEach
  void takes(SparkKit kit) {
    this.kit = kit;
  }

  private JsonFiles<Item> json(byte[] content) throws IOException {
    Path file = kit.directory().resolve("items.json");
    java.nio.file.Files.write(file, content);
    return Files.json(Item.class, file.toString());
  }

  private List<Rejected> rejected(JsonFiles<Item> files) {
    return kit.source(files).rejected().collect(kit.spark());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void aFileIsDecodedBeforeItIsDivided(String name) throws IOException {
    Charset charset = Charset.forName(name);
    // ਊ is 0A 0A in UTF-16, two line ends elsewhere
    String umlaut = charset.newEncoder().canEncode('ਊ') ? "ਊ" : "ä";
    String lines =
        "{\"id\": 1, \"name\": \"%s\"}\r\n{\"id\": \"x\"}\n{\"id\": 2}\n".formatted(umlaut);
    String array = "[" + lines.strip().replace("}\r\n", "},\n").replace("}\n", "},\n") + "]";
    Item[] good = {new Item(1, umlaut), new Item(2, null)};

    JsonFiles<Item> byLine = json(lines.getBytes(charset)).encoding(charset);
    assertThat(byLine.check(kit.spark())).isEmpty();
    assertThat(kit.source(byLine)).hasRows(good);
    assertThat(rejected(byLine))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.row()).isEqualTo("{\"id\": \"x\"}");
              assertThat(r.line()).isEqualTo(2);
            });
    JsonFiles<Item> whole =
        json(array.getBytes(charset)).multiLine().option("Encoding", charset.name());
    assertThat(kit.source(whole)).hasRows(good);
    assertThat(rejected(whole)).extracting(Rejected::line).containsExactly(2L);
  }

  @Test
  void bytesThatAreNoCharactersAreMalformed() throws IOException {
    byte[] undefined = "{\"id\": 1, \"name\": \"a?\"}".getBytes(Charset.forName("windows-1252"));
    undefined[undefined.length - 3] = (byte) 0x81;
    JsonFiles<Item> files = json(undefined).encoding(Charset.forName("windows-1252"));

    assertThat(kit.source(files)).isEmpty();
    assertThat(rejected(files))
        .singleElement()
        .satisfies(r -> assertThat(r.reasons()).containsExactly("is not windows-1252"));
    assertThat(kit.source(files.multiLine())).isEmpty();
    assertThat(rejected(files.multiLine()))
        .singleElement()
        .satisfies(r -> assertThat(r.reasons()).containsExactly("is not windows-1252"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16", "UTF-32"})
  void whatIsWrittenIsReadBackEqual(String name) {
    JsonFiles<Item> files = Files.json(Item.class, kit.path("out")).encoding(Charset.forName(name));
    kit.rows(Item.class, new Item(1, "ä\nß"), new Item(2, null)).sink("out", files.overwrite());

    kit.pipeline().run(kit.spark());

    assertThat(kit.source(files)).rejectsNothing().hasRows(new Item(1, "ä\nß"), new Item(2, null));
  }

  @Test
  void anEncodingThatIsNoneIsAProblem() throws IOException {
    assertThat(json(new byte[0]).option("encoding", "utf-9").check(kit.spark()))
        .singleElement()
        .asString()
        .endsWith("there is no encoding \"utf-9\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yyyy-mm-dd", "YYYY-MM-dd", "yyyy-MM-DD", "yyyy-mm-dd HH:mm", "yyyy-MM-dd hh:mm"})
  void aSlipOfAPatternIsRefusedAtOnce(String pattern) throws IOException {
    JsonFiles<Item> files = json(new byte[0]);

    assertThatThrownBy(() -> files.timestampFormat(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern);
  }

  @Test
  void aSlipOfADatePatternIsRefusedAtOnce() throws IOException {
    JsonFiles<Item> files = json(new byte[0]);

    assertThatThrownBy(() -> files.dateFormat("dd.mm.yyyy"))
        .hasMessageContaining("write MM, the month");
    assertThatThrownBy(() -> files.option("DATEFORMAT", "dd.mm.yyyy"))
        .hasMessageContaining("write MM, the month");
  }
}
