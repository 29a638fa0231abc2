package dev.sluice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The README shows some of the mistakes; {@code -Dsluice.docs.update=true} writes them anew. */
class ReadmeRefusalsTest {
  private static final Path README =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent().resolve("README.md");
  private static final String BEGIN = "<!-- refusals -->\n";
  private static final String END = "<!-- end of refusals -->\n";

  private static final List<String> SHOWN =
      List.of(
          "A column that does not exist",
          "A column of another record, in filter",
          "A number compared with a text",
          "Arithmetic on a text",
          "Keys of two types",
          "A value of another type",
          "Too few values",
          "A column that is not grouped",
          "A fill of another type",
          "A sink of another record");

  @Test
  @EnabledForJreRange(
      max = JRE.JAVA_17,
      disabledReason = "the page quotes Java 17, and the order of a message's parts differs")
  void quotesTheMessagesOfJavac() throws IOException {
    String readme = Files.readString(README);
    int from = readme.indexOf(BEGIN) + BEGIN.length();
    int to = readme.indexOf(END);
    String table = RefusalsPage.table(SHOWN.stream().map(ReadmeRefusalsTest::refusal).toList());
    if (Boolean.getBoolean("sluice.docs.update")) {
      readme = readme.substring(0, from) + table + readme.substring(to);
      Files.writeString(README, readme);
    }
    assertThat(readme).contains(BEGIN + table + END);
  }

  private static Refusal refusal(String title) {
    return Refusals.all().values().stream()
        .flatMap(Collection::stream)
        .filter(refusal -> refusal.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mistake \"" + title + "\""));
  }
}
