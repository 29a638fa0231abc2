package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.ml.SmallModel.Answer;
import dev.sluice.ml.SmallModel.Visit;
import dev.sluice.ml.model.BadModelException;
import dev.sluice.ml.model.ModelJson;
import dev.sluice.ml.model.Sealed;
import dev.sluice.ml.score.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a document is said, with its place; none of them ever scores. */
@Timeout(60)
class DamagedDocumentsTest {

  private static final byte[] WHOLE = ModelJson.sealed(SmallModel.document());
  private static final String JSON =
      new String(ModelJson.bytes(SmallModel.document()), StandardCharsets.UTF_8);

  @TempDir
  Path folder;

  private Model<Visit, Answer> load(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("ads.json"), bytes);
    return Model.load(file.toString(), Visit.class, Answer.class);
  }

  /** What somebody has changed who then made a checksum of his own. */
  private static byte[] sealed(String json) {
    return Sealed.bytes(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Arguments changed(String name, String from, String to, String said) {
    assertThat(JSON).contains(from);
    return damage(name, sealed(JSON.replace(from, to)), said);
  }

  private static Arguments damage(String name, byte[] bytes, String said) {
    return Arguments.of(Named.of(name, bytes), said);
  }

  static Stream<Arguments> damages() {
    return Stream.of(truncated(), types(), fields(), numbers(), meanings(), bytes())
        .flatMap(stream -> stream);
  }

  private static Stream<Arguments> truncated() {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(
            part -> damage(
                "cut off after %s twelfths".formatted(part - 1),
                Arrays.copyOf(WHOLE, (part - 1) * WHOLE.length / 12),
                "at "));
  }

  private static Stream<Arguments> types() {
    return Stream.of(
        changed("a text as the format", "\"format\":1", "\"format\":\"1\"", "at format: "),
        changed("a fraction as the format", "\"format\":1", "\"format\":1.5", "at format: "),
        changed("a number as the name", "\"name\":\"ads\"", "\"name\":7", "at name: "),
        changed("an object as the name", "\"name\":\"ads\"", "\"name\":{}", "at name: "),
        changed("a text as a weight", "\"weights\":[0.0", "\"weights\":[\"0\"", "at head.weights"),
        changed("a list as the head", "\"head\":{", "\"head\":[],\"was\":{", "at head: "),
        changed("an object as the labels", "\"labels\":[]", "\"labels\":{}", "at labels: "),
        changed("a boolean as a threshold", "\"threshold\":0.3", "\"threshold\":true",
            "at cells[2].threshold: "),
        changed("a number as a flag", "\"log\":true", "\"log\":1", "at encodings[1].log: "),
        changed("a number for an enum", "\"task\":\"BINARY\"", "\"task\":0", "at task: "),
        changed("an unknown task", "\"task\":\"BINARY\"", "\"task\":\"MAGIC\"", "at task: "),
        changed("a number among levels", "[\"example.org\",", "[12,", "at encodings[0].table"),
        changed("NULL among levels", "[\"example.org\",", "[null,",
            "at encodings[0].table.kept: something is null"),
        changed("NULL as the signature", "\"signature\":{", "\"signature\":null,\"was\":{",
            "at signature: "),
        changed("NULL as the head", "\"head\":{", "\"head\":null,\"was\":{", "at head: "));
  }

  private static Stream<Arguments> fields() {
    return Stream.of(
        changed("a field is missing", "\"name\":\"ads\",", "", "'name'"),
        changed("a weight's field is missing", "\"intercept\":-0.7,", "", "at head"),
        changed("a field too many", "\"format\":1", "\"format\":1,\"extra\":1", "at extra: "),
        changed("a field too many, deep", "\"threshold\":0.3", "\"threshold\":0.3,\"code\":\"x\"",
            "at cells[2].code: "),
        changed("a field twice", "\"name\":\"ads\"", "\"name\":\"ads\",\"name\":\"sda\"",
            "Duplicate field 'name'"),
        changed("an unknown kind of head", "\"kind\":\"linear\"", "\"kind\":\"quantum\"",
            "at head.kind: there is no kind 'quantum', only [linear, softmax,"),
        changed("a class as a kind of head", "\"kind\":\"linear\"",
            "\"kind\":\"javax.script.ScriptEngineManager\"", "at head.kind: there is no kind"),
        changed("a class as a kind of feature", "\"kind\":\"category\"",
            "\"kind\":\"dev.sluice.ml.model.CategoryEncoding\"",
            "at encodings[0].kind: there is no kind"),
        changed("a class beside the kind", "\"kind\":\"category\"",
            "\"kind\":\"category\",\"@class\":\"java.lang.ProcessBuilder\"",
            "at encodings[0].@class: "),
        changed("no kind", "\"kind\":\"linear\",", "",
            "at head.link: the field 'kind' must stand first"),
        damage("more behind the end", sealed(JSON.substring(0, JSON.length() - 1) + "} {}"),
            "at "));
  }

  private static Stream<Arguments> numbers() {
    return Stream.of(
        changed("NaN", "\"intercept\":-0.7", "\"intercept\":NaN",
            "at head.intercept, byte "),
        changed("NaN as a text", "\"intercept\":-0.7", "\"intercept\":\"NaN\"", "at head"),
        changed("Infinity", "\"threshold\":0.3", "\"threshold\":-Infinity",
            "at cells[2].threshold, byte "),
        changed("a number beyond doubles", "\"intercept\":-0.7", "\"intercept\":1e999",
            "at head: the intercept is Infinity"),
        changed("a number of 10,000 digits", "\"intercept\":-0.7",
            "\"intercept\":" + "7".repeat(10_000),
            "at head.intercept, byte "),
        changed("an exponent of 9 digits", "\"format\":1", "\"format\":1e999999999", "at format"),
        changed("a format beyond ints", "\"format\":1", "\"format\":4294967297", "at format"),
        changed("another version", "\"format\":1", "\"format\":2",
            "the document has format 2, and this version of Sluice reads format 1"),
        changed("a deviation of 0", "\"deviation\":0.8", "\"deviation\":0.0",
            "at encodings[1]: the deviation of bid is 0.0"),
        changed("a range that ends before it begins", "\"low\":-1.0", "\"low\":3.0",
            "at encodings[2]: the range of history"),
        changed("buckets of a negative number", "\"buckets\":16", "\"buckets\":-1",
            "at encodings[5]: title has -1 buckets"),
        changed("two billion buckets", "\"buckets\":16", "\"buckets\":2147483647",
            "at encodings[5]: title has 2147483647 buckets"),
        changed("edges that do not ascend", "[0.1,1.0,10.0]", "[0.1,10.0,1.0]",
            "at encodings[3]: the edges of bid do not ascend"),
        changed("no reasons are asked for", "\"most\":3", "\"most\":-3", "at cells[3]: "));
  }

  private static Stream<Arguments> meanings() {
    return Stream.of(
        changed("a weight too few", "\"weights\":[0.0,", "\"weights\":[",
            "the head takes 57 slots, and the features have 58"),
        changed("a level twice", "\"example.net\"", "\"example.org\"",
            "at encodings[0].table.kept: level 'example.org' stands twice"),
        changed("a level too many", "\"example.net\"", "\"example.net\",\"x\"", "the head takes"),
        changed("an unknown time zone", "Europe/Berlin", "Europe/Atlantis",
            "at encodings[4].zone: there is no time zone 'Europe/Atlantis'"),
        changed("a feature of a column that is not there", "\"column\":\"title\"",
            "\"column\":\"subtitle\"", "the model has no column 'subtitle'"),
        changed("a number made of a text", "\"column\":\"history\"", "\"column\":\"site\"",
            "cannot be made of a column of type String"),
        changed("a feature of what is only handed on", "\"column\":\"title\"",
            "\"column\":\"id\"", "which is only CARRIED"),
        changed("a column of another type", "\"type\":\"double\"", "\"type\":\"int\"",
            "Visit.bid is double, and the model has learned int"),
        changed("a label of a model without labels", "\"kind\":\"value\"", "\"kind\":\"label\"",
            "the model gives a label, and has none"),
        changed("another cell", "\"kind\":\"value\"", "\"kind\":\"index\"",
            "Answer.probability is double, and the model gives int there"),
        changed("a cell too few", "{\"kind\":\"value\"},", "",
            "Answer has 4 components, and the model gives 3"),
        changed("another intercept", "\"intercept\":-0.7", "\"intercept\":-0.8",
            "golden row 0 scores"),
        changed("a golden row of other values", "\"1.5\",\"0.25\"", "\"1.6\",\"0.25\"",
            "golden row 0 scores"),
        changed("a golden row out of range", "\"1.5\",\"0.25\"", "\"1e9\",\"0.25\"",
            "golden row 0 cannot be scored: bid in 0 to 100"),
        changed("a golden row of no numbers", "\"1.5\",\"0.25\"", "\"one\",\"0.25\"",
            "golden row 0 cannot be read"),
        changed("a golden row too short", "\"1.5\",\"0.25\",", "\"0.25\",",
            "a golden row has 5 values, and the signature 6 columns"));
  }

  private static Stream<Arguments> bytes() {
    byte[] other = WHOLE.clone();
    other[JSON.indexOf("\"seed\":\"42\"") + 8] = '3';
    byte[] bom = ("\ufeff" + JSON).getBytes(StandardCharsets.UTF_8);
    byte[] binary = new byte[4_096];
    new java.util.Random(3).nextBytes(binary);
    return Stream.of(
        damage("empty", new byte[0], "at "),
        damage("blanks", "  \n ".getBytes(StandardCharsets.UTF_8), "at "),
        damage("null", "null".getBytes(StandardCharsets.UTF_8),
            "something is null that must be there"),
        damage("a list", "[]".getBytes(StandardCharsets.UTF_8), "at "),
        damage("zeros", new byte[1_000], "at byte "),
        damage("random bytes", binary, "not UTF-8"),
        damage("a byte order mark", bom, "at its end: there is no checksum"),
        damage("UTF-16", JSON.getBytes(StandardCharsets.UTF_16), "not UTF-8"),
        damage("UTF-16 without a mark", JSON.getBytes(StandardCharsets.UTF_16LE), "at "),
        damage("deep lists", "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "at "),
        damage("deep objects", sealed("{\"card\":".repeat(100_000) + "}"), "at "),
        damage("a long text", sealed("{\"name\":\"" + "x".repeat(3 << 20) + "\"}"), "at "),
        damage("a long name", sealed("{\"" + "x".repeat(1 << 20) + "\":1}"), "at "),
        damage("a program", "#!/bin/sh\nexit 0".getBytes(StandardCharsets.UTF_8), "at byte 1"),
        damage("a digit that no row depends on", other, "at sha256: "),
        damage("no checksum", JSON.getBytes(StandardCharsets.UTF_8),
            "at its end: there is no checksum"),
        damage("laid out anew", JSON.replace(",", ",\n  ").getBytes(StandardCharsets.UTF_8),
            "at its end: there is no checksum"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void isRefusedWithItsPlace(byte[] document, String said) {
    assertThatThrownBy(() -> load(document))
        .isExactlyInstanceOf(BadModelException.class)
        .hasMessageStartingWith(folder.resolve("ads.json") + ": ")
        .hasMessageContaining(said);
  }

  @Test
  void aWholeOneIsNot() throws IOException {
    assertThat(load(WHOLE).document()).isEqualTo(SmallModel.document());
  }

  @Test
  void noFlippedBitIsOverlooked() {
    List<String> overlooked = new ArrayList<>();
    for (int bit = 0; bit < WHOLE.length * 8; bit++) {
      byte[] bytes = WHOLE.clone();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      Throwable thrown =
          catchThrowable(
              () -> SmallModel.of(
                  ModelJson.readSealed(
                      bytes, dev.sluice.ml.model.ModelDocument.class, "flipped")));
      if (!(thrown instanceof BadModelException)) {
        overlooked.add("bit %s: %s".formatted(bit, thrown));
      }
    }
    assertThat(overlooked).isEmpty();
  }

  @Test
  void allDifferencesOfARecordAreSaidAtOnce() throws IOException {
    record Other(String id, Integer site, double bid, double history, String title) {}

    record Less(String id, String probability, boolean show, List<String> why) {}

    Path file = Files.write(folder.resolve("ads.json"), WHOLE);

    assertThatThrownBy(() -> Model.load(file.toString(), Other.class, Less.class))
        .isInstanceOf(BadModelException.class)
        .hasMessage(
            String.join(
                System.lineSeparator() + "  - ",
                file + ": model 'ads' is not one from Other to Less:",
                "Other.site is Integer, and the model has learned String",
                "Other.history is double, and the model has learned Double",
                "Other has no component 'Instant at'",
                "Less.probability is String, and the model gives double there",
                "Less.why is List<String>, and the model gives List<Reason> there"));
  }
}
