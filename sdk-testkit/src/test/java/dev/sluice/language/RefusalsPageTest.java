package dev.sluice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * The page docs/guide/refusals.md quotes what javac really says. {@code -Dsluice.docs.update=true}
 * writes it anew.
 */
class RefusalsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .getParent()
          .resolve("docs/guide/refusals.md");

  @Test
  @EnabledForJreRange(
      max = JRE.JAVA_17,
      disabledReason = "the page quotes Java 17, and the order of a message's parts differs")
  void quotesTheMessagesOfJavac() throws IOException {
    String text = RefusalsPage.text();
    if (Boolean.getBoolean("sluice.docs.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, text);
    }
    assertThat(PAGE)
        .as(
            "write the page anew with: ./mvnw -pl sdk-testkit -am test -Dtest=RefusalsPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dsluice.docs.update=true")
        .exists();
    assertThat(Files.readString(PAGE)).isEqualTo(text);
  }

  @Test
  void showsTheRecordsOfThePrelude() {
    String shown = RefusalsPage.text().split("```")[1].substring("text".length());

    assertThat(shown.strip().lines())
        .allSatisfy(line -> assertThat(Prelude.SOURCE).contains(line.strip().replace(") {}", ")")));
  }
}
