package dev.sluice.streams.rules;

import static dev.sluice.Dsl.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.PipelineException;
import dev.sluice.plan.Problem;
import dev.sluice.streaming.Streaming;
import dev.sluice.streams.rules.Auction.Bid;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is found with its code at its line, and nothing else; nothing starts. */
class StreamRulesTest {

  private static final String REFUSED = "REFUSED";

  static List<String> doubtful() {
    return cases(DoubtfulStreams.class);
  }

  static List<String> sound() {
    return cases(SoundStreams.class);
  }

  private static List<String> cases(Class<?> pipelines) {
    return methods(pipelines).map(Method::getName).toList();
  }

  private static Stream<Method> methods(Class<?> pipelines) {
    return Arrays.stream(pipelines.getDeclaredMethods())
        .filter(method -> method.getReturnType() == Streaming.class)
        .sorted(Comparator.comparing(Method::getName));
  }

  static Streaming stream(Class<?> pipelines, String name) throws ReflectiveOperationException {
    return (Streaming) methods(pipelines)
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .invoke(null, new Auction());
  }

  @Test
  void thereAreSixtyOfEach() {
    assertThat(doubtful()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(sound()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void mistakesAreFoundAtTheirLinesWithTheirCodes(String name) throws Exception {
    Streaming stream = stream(DoubtfulStreams.class, name);

    assertThat(found(stream)).containsExactlyInAnyOrderElementsOf(Marked.in(name));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void nothingIsFoundWhereNothingIsWrong(String name) throws Exception {
    assertThat(problems(stream(SoundStreams.class, name))).isEmpty();
  }

  @Test
  void noneOfItNeedsASession() throws Exception {
    for (String name : doubtful()) {
      problems(stream(DoubtfulStreams.class, name));
    }

    assertThat(SparkSession.getActiveSession().isEmpty()).isTrue();
  }

  @Test
  void checkingIsAMatterOfMilliseconds() throws Exception {
    List<Streaming> streams = new ArrayList<>();
    for (String name : sound()) {
      streams.add(stream(SoundStreams.class, name));
    }
    streams.forEach(StreamRulesTest::problems);

    long started = System.nanoTime();
    streams.forEach(StreamRulesTest::problems);
    long each = (System.nanoTime() - started) / streams.size() / 1_000;

    assertThat(each).as("microseconds for each stream").isLessThan(200_000);
  }

  @Test
  void aMessageSaysWhatHappensAndWhatToDo() throws Exception {
    assertThatThrownBy(stream(DoubtfulStreams.class, "limited")::validate)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("stage 'limit Bid' (DoubtfulStreams.java:")
        .hasMessageEndingWith(
            "limit(10) counts all rows of the stream, so nothing comes out any more once they are there: leave limit(…) out, or filter [ROWS-002]");
  }

  @Test
  void strictStreamsRefuseWhatOthersAreWarnedOf() throws Exception {
    Streaming stream = stream(DoubtfulStreams.class, "groupsForEver");

    stream.validate();
    assertThat(stream.warnings()).hasSize(1).allMatch(Problem::isWarning);
    assertThatThrownBy(stream.strict()::validate).hasMessageContaining("[STATE-001]");
    assertThat(stream.strict().warnings()).isEmpty();
  }

  @Test
  void onlyWhatMayBeMeantCanBeAccepted() {
    Auction auction = new Auction();
    auction.bids().filter(col(Bid::price).gt(1.0)).sink("bids", TestSink.append(Bid.class));
    Streaming stream = auction.stream();

    assertThatThrownBy(() -> stream.accept("ROWS-001"))
        .hasMessage(
            "ROWS-001 cannot be accepted, for none could come out before the stream ends");
    assertThatThrownBy(() -> stream.accept("ROWS-999"))
        .hasMessage("no rule has the code ROWS-999");
  }

  private static List<Problem> problems(Streaming stream) {
    List<Problem> all = new ArrayList<>(stream.warnings());
    try {
      stream.validate();
    } catch (PipelineException e) {
      all.addAll(e.problems());
    }
    return all;
  }

  private static List<String> found(Streaming stream) {
    return problems(stream).stream()
        .map(
            problem -> Marked.text(
                problem.site().fileName(), problem.site().line(), problem.code().orElse(REFUSED)))
        .toList();
  }

  /** What the comments at the ends of lines say. */
  private static final class Marked {

    private static final Path SOURCE =
        Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("src/test/java/dev/sluice/streams/rules/DoubtfulStreams.java");

    private static final String CODES = ".*// ((?:[A-Z]+-\\d{3} ?|REFUSED)+)$";

    static List<String> in(String method) throws Exception {
      List<String> lines = Files.readAllLines(SOURCE);
      int from = IntStream.range(0, lines.size())
          .filter(i -> lines.get(i).contains("static Streaming " + method + "("))
          .findFirst()
          .orElseThrow();
      int to = IntStream.range(from, lines.size())
          .filter(i -> lines.get(i).equals("  }"))
          .findFirst()
          .orElseThrow();
      return IntStream.range(from, to)
          .mapToObj(i -> at(i + 1, lines.get(i)))
          .flatMap(Collection::stream)
          .toList();
    }

    private static List<String> at(int line, String text) {
      return text.matches(CODES)
          ? Arrays.stream(text.replaceFirst(CODES, "$1").split(" "))
              .map(code -> text("DoubtfulStreams.java", line, code))
              .toList()
          : List.of();
    }

    static String text(String file, int line, String code) {
      return "%s:%d %s".formatted(file, line, code);
    }
  }
}
