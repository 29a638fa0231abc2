package dev.sluice.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program prints, as a page of documentation shows it: the block after
 *
 * <pre>{@code
 * <!-- output: name -->
 * }</pre>
 *
 * <p>{@code -Dsluice.docs.update=true} writes the block anew.
 *
 * @param page the page's path below the root of the project
 * @param name the name in the comment
 */
public record Output(String page, String name) {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

  /** The block of this name in this page. */
  public static Output in(String page, String name) {
    return new Output(page, name);
  }

  /** Fails unless the page shows exactly this text. */
  public void shows(String text) throws IOException {
    Path file = ROOT.resolve(page);
    List<String> lines = Files.readAllLines(file);
    int comment = lines.indexOf("<!-- output: " + name + " -->");
    assertThat(comment).as("%s has no <!-- output: %s -->", page, name).isNotNegative();
    int from = lines.subList(comment, lines.size()).indexOf("```text") + comment + 1;
    int to = lines.subList(from, lines.size()).indexOf("```") + from;
    List<String> expected = text.strip().lines().map(String::stripTrailing).toList();
    if (Boolean.getBoolean("sluice.docs.update") && !lines.subList(from, to).equals(expected)) {
      List<String> updated = new ArrayList<>(lines.subList(0, from));
      updated.addAll(expected);
      updated.addAll(lines.subList(to, lines.size()));
      Files.write(file, updated);
    } else {
      assertThat(lines.subList(from, to))
          .as(
              "the output \"%s\" in %s; run this test with -Dsluice.docs.update=true to write it"
                  + " anew",
              name, page)
          .isEqualTo(expected);
    }
  }
}
