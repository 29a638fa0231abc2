package dev.sluice.spark.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.spark.compile.FunctionAccount.Line;
import dev.sluice.spark.compile.FunctionAccount.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every function of Spark's is accounted for: typed, reached by its name, or left out for a reason.
 * {@code -Dsluice.docs.update=true} writes docs/guide/functions.md anew.
 */
class FunctionAccountTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .getParent()
          .resolve("docs/guide/functions.md");

  private static final String BEGIN = "<!-- functions -->\n";
  private static final String END = "<!-- /functions -->";

  /** Spark's groups as a reader would look for them. */
  private static final Map<String, String> SUBJECTS =
      Map.ofEntries(
          Map.entry("agg_funcs", "Aggregates"),
          Map.entry("array_funcs", "Lists"),
          Map.entry("bitwise_funcs", "Bits"),
          Map.entry("collection_funcs", "Lists and maps"),
          Map.entry("conditional_funcs", "Conditions and choices"),
          Map.entry("conversion_funcs", "Conversions"),
          Map.entry("csv_funcs", "CSV"),
          Map.entry("datetime_funcs", "Dates and times"),
          Map.entry("generator_funcs", "Rows of lists"),
          Map.entry("hash_funcs", "Hashes"),
          Map.entry("json_funcs", "JSON"),
          Map.entry("lambda_funcs", "Functions of elements"),
          Map.entry("map_funcs", "Maps"),
          Map.entry("math_funcs", "Mathematics"),
          Map.entry("misc_funcs", "Others"),
          Map.entry("predicate_funcs", "Predicates"),
          Map.entry("st_funcs", "Geometry"),
          Map.entry("string_funcs", "Texts"),
          Map.entry("struct_funcs", "Records"),
          Map.entry("url_funcs", "URLs"),
          Map.entry("variant_funcs", "Variants"),
          Map.entry("window_funcs", "Windows"),
          Map.entry("xml_funcs", "XML"));

  private static final String ELSE = "Of Spark's Java API alone";

  /** A function that SQL does not know either needs a form, or a line in spark-functions.txt. */
  @Test
  void noFunctionIsForgotten() {
    assertThat(FunctionAccount.read().values())
        .filteredOn(line -> line.state() == State.FORGOTTEN)
        .extracting(Line::name)
        .isEmpty();
  }

  @Test
  void whatIsLeftOutHasItsReason() {
    assertThat(FunctionAccount.read().values())
        .filteredOn(line -> line.state() != State.BY_NAME)
        .allSatisfy(line -> assertThat(line.words()).as(line.name()).isNotBlank());
  }

  @Test
  void theNotesSpeakOfFunctionsThatAre() {
    assumeTrue(isTheVersionOfThePage());
    assertThat(FunctionAccount.namesOfNotes())
        .isSubsetOf(FunctionAccount.read().keySet());
  }

  @Test
  void thePageHasEveryFunction() throws IOException {
    assumeTrue(isTheVersionOfThePage());
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String wanted =
        before + text(FunctionAccount.read().values()) + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("sluice.docs.update")) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(Files.readString(PAGE))
        .as("-Dtest=FunctionAccountTest -Dsluice.docs.update=true writes it anew")
        .isEqualTo(wanted);
  }

  private static boolean isTheVersionOfThePage() {
    return TestSpark.session().version().startsWith("4.2.");
  }

  private static String text(Collection<Line> lines) {
    Map<String, List<Line>> subjects =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> SUBJECTS.getOrDefault(line.subject(),
                        line.subject().isEmpty() ? ELSE : line.subject()),
                    TreeMap::new,
                    Collectors.toList()));
    StringBuilder text = new StringBuilder();
    text.append(
        "\nOf the %d functions of Spark 4.2 %d have a typed form, %d are reached by their names, and %d are left out.\n"
            .formatted(
                lines.size(),
                count(lines, State.TYPED),
                count(lines, State.BY_NAME),
                count(lines, State.LEFT_OUT)));
    subjects.forEach((subject, all) -> text.append(table(subject, all)));
    return text.append('\n').toString();
  }

  private static long count(Collection<Line> lines, State state) {
    return lines.stream().filter(line -> line.state() == state).count();
  }

  private static String table(String subject, List<Line> lines) {
    return lines.stream()
        .map(line -> "| `%s` | %s |\n".formatted(line.name(), words(line)))
        .collect(
            Collectors.joining(
                "",
                "\n## %s\n\n%d of %d are typed.\n\n| Spark | here |\n| --- | --- |\n"
                    .formatted(subject, count(lines, State.TYPED), lines.size()),
                ""));
  }

  private static String words(Line line) {
    return line.state() == State.LEFT_OUT ? "left out: " + line.words() : line.words();
  }
}
