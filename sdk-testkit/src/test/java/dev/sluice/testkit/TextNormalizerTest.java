package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextNormalizerTest {

  private static final String TEMPORARY =
      Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().toString();

  private static String ofPipelines(String text) {
    return TextNormalizer.ofPipelines().apply(text);
  }

  private static String ofSparkPlans(String text) {
    return TextNormalizer.ofSparkPlans().apply(text);
  }

  @Test
  void exactLeavesATextAsItIs() {
    String text = "a (Shop.java:42) %s/x #1\r\n".formatted(TEMPORARY);
    assertThat(TextNormalizer.exact().apply(text)).isEqualTo(text);
  }

  @Test
  void directoriesOfATestBecomeOnePlaceholder(@TempDir Path directory) {
    assertThat(ofPipelines("from %s/in/orders, then".formatted(directory)))
        .isEqualTo("from <tmp>/in/orders, then");
    assertThat(ofPipelines("[file:%s,file://%s/in]".formatted(directory, directory)))
        .isEqualTo("[<tmp>,<tmp>/in]");
  }

  @Test
  void whatOnlyLooksLikeTheTemporaryDirectoryStays() {
    String text = "s3://bucket%s/orders and %sx/orders".formatted(TEMPORARY, TEMPORARY);
    assertThat(ofPipelines(text)).isEqualTo(text);
  }

  @Test
  void theWorkingDirectoryBecomesAPlaceholder() {
    String here = Path.of("").toAbsolutePath().toString();
    assertThat(ofPipelines("%s/data, %s, file:%s/x".formatted(here, here, here)))
        .isEqualTo("<dir>/data, <dir>, <dir>/x");
    assertThat(ofPipelines(here + "-old")).doesNotContain("<dir>");
  }

  @Test
  void linesOfSourceFilesLoseTheirNumbers() {
    assertThat(ofPipelines("#1 orders (Shop.java:42), Job.kt:7, 12:30"))
        .isEqualTo("#1 orders (Shop.java), Job.kt, 12:30");
  }

  @Test
  void columnsOfSparkPlansAreCountedAnewAndStayTheSame() {
    assertThat(ofSparkPlans("Join (id#17L = id#40L)\n:- Relation [id#17L]\n+- Relation [id#40L]"))
        .isEqualTo("Join (id#1L = id#2L)\n:- Relation [id#1L]\n+- Relation [id#2L]");
  }

  @Test
  void nodesOfSparkPlansAreCountedAnew() {
    assertThat(ofSparkPlans("Exchange [plan_id=45]\nExchange [plan_id=61], [plan_id=45]"))
        .isEqualTo("Exchange [plan_id=1]\nExchange [plan_id=2], [plan_id=1]");
  }

  @Test
  void locationsInSparkPlansGoHoweverTheyAreCutOff() {
    assertThat(
        ofSparkPlans(
            "Location: InMemoryFileIndex(1 paths)[file:/a/b], PartitionFilters: []\n"
                + "Location: InMemoryFileIndex(2 paths)[file:/a/b, ..., PartitionFilters: [x]\n"
                + "Location: InMemoryFileIndex(2 paths)[file:/a/b, file:/a/very-lo...\n"))
        .isEqualTo(
            "Location: InMemoryFileIndex[<paths>], PartitionFilters: []\n"
                + "Location: InMemoryFileIndex[<paths>], PartitionFilters: [x]\n"
                + "Location: InMemoryFileIndex[<paths>]\n");
  }

  @Test
  void lambdasAndObjectsOfSparkPlansBecomePlaceholders() {
    assertThat(
        ofSparkPlans(
            "MapPartitions shop.Job$$Lambda/0x00007f1c@5b2c, obj#3\n"
                + "Filter shop.Job$$Lambda$712/0x0000000800a@1f\nUDF shop.Rates@6d06d69c"))
        .isEqualTo(
            "MapPartitions shop.Job<lambda>, obj#1\n"
                + "Filter shop.Job<lambda>\n"
                + "UDF shop.Rates@<object>");
  }

  @Test
  void replacementsOfYourOwnComeAfterThoseThereAre() {
    assertThat(
        TextNormalizer.ofPipelines()
            .replacing("\\((\\w+)\\.java\\)", "in $1")
            .replacing("took \\d+ ms", "took <time>")
            .apply("(Shop.java:42) took 12 ms"))
        .isEqualTo("in Shop took <time>");
  }

  @Test
  void numberingTellsWhatIsTheSame() {
    assertThat(
        TextNormalizer.exact()
            .numbering("order-\\w+", "$order-")
            .apply("order-x9 order-a1 order-x9"))
        .isEqualTo("$order-1 $order-2 $order-1");
  }

  @Test
  void aWrongExpressionFailsWhereItIsWritten() {
    assertThatThrownBy(() -> TextNormalizer.exact().replacing("(", ""))
        .isInstanceOf(PatternSyntaxException.class);
  }
}
