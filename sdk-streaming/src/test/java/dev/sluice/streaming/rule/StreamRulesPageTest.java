package dev.sluice.streaming.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/guide/stream-rules.md is what the rules say. {@code -Dsluice.docs.update=true}
 * writes it anew.
 */
class StreamRulesPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .getParent()
          .resolve("docs/guide/stream-rules.md");

  private static final String BEGIN = "<!-- codes -->\n";
  private static final String END = "<!-- /codes -->";

  @Test
  void listsTheCodes() throws IOException {
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String after = page.substring(page.indexOf(END));
    String wanted = before + table() + after;
    if (Boolean.getBoolean("sluice.docs.update")) {
      Files.writeString(PAGE, wanted);
    }

    assertThat(Files.readString(PAGE))
        .as("-Dtest=StreamRulesPageTest -Dsluice.docs.update=true writes it anew")
        .isEqualTo(wanted);
  }

  @Test
  void noCodeIsTakenTwice() {
    List<String> ids = StreamRules.codes().stream().map(Code::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z]+-\\d{3}"));
  }

  private static String table() {
    return StreamRules.codes().stream()
        .map(
            code -> "| %s | %s | %s | %s | %s |\n"
                .formatted(code.id(), severity(code), code.finds(), code.happens(), code.instead()))
        .collect(
            Collectors.joining(
                "",
                "| code | | what is found | what would happen | what to do |\n| --- | --- | --- | --- | --- |\n",
                ""));
  }

  private static String severity(Code code) {
    return switch (code.severity()) {
      case WARNING -> "warning";
      case REFUSED -> code.acceptable() ? "refused, can be accepted" : "refused";
    };
  }
}
