package dev.sluice.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The POMs that the pages show have the versions that the build itself is tested with. */
class VersionsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

  private static final Pattern DEPENDENCY =
      Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern PROPERTY = Pattern.compile("<([a-z.]+)>([^<]+)</\\1>");

  private static final Map<String, String> BUILD = versionsOfTheBuild();

  @Test
  void readmeHasThoseOfTheBuild() throws IOException {
    List<MatchResult> shown = dependencies(Files.readString(ROOT.resolve("README.md")));

    assertThat(shown.stream().map(VersionsTest::name))
        .contains("junit-bom", "spark-sql_2.13");
    assertThat(shown).allSatisfy(VersionsTest::isOfTheBuild);
  }

  @Test
  void guideHasThoseOfTheBuild() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/guide"))) {
      for (Path page : pages.toList()) {
        assertThat(dependencies(Files.readString(page))).allSatisfy(VersionsTest::isOfTheBuild);
      }
    }
  }

  /** A library such as jqwik, named first, would otherwise bring an older platform. */
  @Test
  void readmeHasOneVersionOfAllPartsOfJunit() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));

    assertThat(readme.indexOf("<artifactId>junit-bom</artifactId>"))
        .isBetween(
            readme.indexOf("<dependencyManagement>"), readme.indexOf("</dependencyManagement>"));
  }

  private static void isOfTheBuild(MatchResult shown) {
    Optional<String> built = Optional.ofNullable(BUILD.get(name(shown)));
    assertThat(shown.group(2))
        .as(name(shown))
        .isIn(built.orElse(shown.group(2)), "${sluice.version}");
  }

  private static Map<String, String> versionsOfTheBuild() {
    try {
      String pom = Files.readString(ROOT.resolve("pom.xml"));
      Map<String, String> properties =
          PROPERTY
              .matcher(pom)
              .results()
              .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, b) -> a));
      List<MatchResult> all = dependencies(pom);
      properties.put("project.version", all.get(0).group(2)); // the project itself comes first
      return all.stream()
          .collect(
              Collectors.toMap(
                  m -> resolved(m.group(1), properties),
                  m -> resolved(m.group(2), properties),
                  (first, second) -> first));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resolved(String text, Map<String, String> properties) {
    return Pattern.compile("\\$\\{([^}]+)}")
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(properties.getOrDefault(m.group(1), m.group())));
  }

  private static List<MatchResult> dependencies(String text) {
    return DEPENDENCY.matcher(text).results().toList();
  }

  private static String name(MatchResult dependency) {
    return dependency.group(1);
  }
}
