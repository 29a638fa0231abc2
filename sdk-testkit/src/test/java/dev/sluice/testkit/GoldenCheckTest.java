package dev.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class GoldenCheckTest {

  @TempDir
  private Path module;

  private final Map<Path, List<String>> written = new HashMap<>();
  private final GoldenCheck compare = new GoldenCheck(false, false, written);
  private final GoldenCheck update = new GoldenCheck(true, false, written);

  private GoldenFile golden() {
    return new GoldenFile(module.resolve("golden/plan.txt"), Optional.of(module));
  }

  private GoldenFile golden(String text) throws IOException {
    Files.createDirectories(golden().path().getParent());
    Files.writeString(golden().path(), text);
    return golden();
  }

  private static Throwable failure(ThrowingCallable check) {
    Throwable thrown = catchThrowable(check);
    assertThat(thrown).isInstanceOf(AssertionError.class);
    return thrown;
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theSameTextPasses() throws IOException {
    compare.check("the plan", "a\nb\n", golden("a\nb\n"));
  }

  @Test
  void howLinesEndDoesNotMatter() throws IOException {
    compare.check("the plan", "a\nb", golden("a\r\nb\r\n"));
    compare.check("the plan", "a\r\nb\r\n", golden("a\nb"));
  }

  @Test
  void aBlankLineAtTheEndMatters() throws IOException {
    failure(() -> compare.check("the plan", "a\n\n", golden("a\n")));
  }

  @Test
  void showsWhereTheTextsDiffer() throws IOException {
    GoldenFile file = golden(numbers(1, 20) + "\n");
    assertThat(
        failure(
            () -> compare.check("the plan", numbers(1, 9) + "\nten\n" + numbers(11, 20), file)))
        .hasMessage(
            """
            the plan differs from the golden file golden/plan.txt (- expected, + actual)

            @@ -7,7 +7,7 @@
             7
             8
             9
            -10
            +ten
             11
             12
             13

            If the new text is right, run the test with -Dsluice.golden.update=true, which writes\
             the file.\
            """);
  }

  @Test
  void showsBothTextsInFullInTheWindowOfAnIde() throws IOException {
    GoldenFile file = golden("a\nb\n");
    AssertionFailedError failure =
        (AssertionFailedError) failure(() -> compare.check("the plan", "a\nc", file));
    assertThat(failure.getExpected().getValue()).isEqualTo("a\nb");
    assertThat(failure.getActual().getValue()).isEqualTo("a\nc");
  }

  @Test
  void aDifferenceIsNoLongerThanOneCanRead() throws IOException {
    GoldenFile file = golden(numbers(1, 3_000));
    assertThat(failure(() -> compare.check("the plan", numbers(10_001, 13_000), file)).getMessage())
        .contains("\n-59\n… and 5941 more lines\n");
  }

  @Test
  void tellsOfADifferenceThatCannotBeSeen() throws IOException {
    GoldenFile file = golden("a \nb\n");
    assertThat(failure(() -> compare.check("the plan", "a\nb", file)).getMessage())
        .contains("-a \n+a\n b\n\nOnly white space at the ends of lines differs.\n");
  }

  @Test
  void aMissingFileFailsWithWhatItWouldSay() {
    assertThat(failure(() -> compare.check("the plan", "a\nb\n", golden())))
        .hasMessage(
            """
            the plan has no golden file golden/plan.txt yet

            it would say:
              a
              b

            To write it, run the test with -Dsluice.golden.update=true; read it before you commit\
             it.\
            """);
    assertThat(golden().path()).doesNotExist();
  }

  @Test
  void anEmptyTextShowsNothing() throws IOException {
    GoldenFile file = golden("");
    assertThat(failure(() -> compare.check("the plan", " \n", file)))
        .hasMessage(
            "the plan is empty, so comparing it with the golden file golden/plan.txt would show"
                + " nothing");
    failure(() -> update.check("the plan", "", golden()));
  }

  @Test
  void anEmptyFileIsNotTheTextOfAnything() throws IOException {
    GoldenFile file = golden("");
    assertThat(failure(() -> compare.check("the plan", "a", file)).getMessage())
        .contains("@@ -1,0 +1,1 @@\n+a\n");
  }

  @Test
  void anUpdateWritesAFileThatIsMissing() {
    update.check("the plan", "a\r\nb", golden());
    assertThat(golden().path()).hasContent("a\nb\n").content().doesNotContain("\r");
  }

  @Test
  void anUpdateWritesAFileThatDiffers() throws IOException {
    update.check("the plan", "b", golden("a\n"));
    compare.check("the plan", "b", golden());
    assertThat(golden().path()).content().isEqualTo("b\n");
  }

  @Test
  void anUpdateLeavesAFileAloneThatSaysTheSame() throws IOException {
    update.check("the plan", "a\nb\n", golden("a\r\nb"));
    assertThat(golden().path()).content().isEqualTo("a\r\nb");
  }

  @Test
  void anUpdateRefusesTwoTextsForOneFile() throws IOException {
    GoldenFile file = golden("a\n");
    update.check("the plan", "a", file);
    update.check("the plan", "a\n", file);
    assertThat(failure(() -> update.check("the other plan", "b", file)))
        .hasMessage(
            """
            the other plan differs from what this run has written to the golden file\
             golden/plan.txt before (- before, + now)

            @@ -1,1 +1,1 @@
            -a
            +b

            Give each text a file of its own; if it is one text that changes from run to run, put\
             a placeholder there with replacing(…).\
            """);
    assertThat(file.path()).content().isEqualTo("a\n");
  }

  @Test
  void nothingIsWrittenOnABuildServer() {
    Throwable thrown =
        catchThrowable(() -> new GoldenCheck(true, true, written).check("the plan", "a", golden()));
    assertThat(thrown)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "golden files are not written on a build server (the environment variable CI is set),"
                + " where nobody reads what changed: run without -Dsluice.golden.update=true");
    assertThat(golden().path()).doesNotExist();
  }

  @Test
  void nothingIsWrittenWhereThereAreNoSources() {
    GoldenFile nowhere = new GoldenFile(golden().path(), Optional.empty());
    assertThat(catchThrowable(() -> update.check("the plan", "a", nowhere)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the golden file %s cannot be written: there are no sources (src/test) where the tests"
                .formatted(golden().path())
                + " run");
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws IOException {
    GoldenFile file = golden("a");
    Files.write(file.path(), new byte[]{(byte) 0xff, (byte) 0xfe});
    assertThat(catchThrowable(() -> compare.check("the plan", "a", file)))
        .hasMessage("cannot read the golden file golden/plan.txt as UTF-8");
  }
}
