package dev.sluice.testkit;

import dev.sluice.testkit.ReplaySplit.Arrival;
import dev.sluice.testkit.stream.DrivenPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A failing split as a test, to be pasted. */
final class ReplayText {

  private ReplayText() {}

  /**
   * The lines of the test.
   *
   * @param whole the split of all sources
   * @param part what of the pipeline has the sink that differs
   */
  static List<String> of(ReplaySplit whole, DrivenPart part, ReplayDifference difference) {
    ReplaySplit split = whole.of(part.sources());
    List<String> lines = new ArrayList<>();
    lines.add("StreamDriver driver = kit.stream(pipeline)%s;".formatted(chosen(part)));
    new TreeSet<>(split.arrivals().stream().map(Arrival::source).toList())
        .forEach(
            source -> lines.add(
                "var %s = driver.source(%s, %s.class);"
                    .formatted(
                        variable(source),
                        JavaText.quoted(source),
                        type(
                            split.arrivals().stream()
                                .filter(arrival -> arrival.source().equals(source))
                                .map(Arrival::row)
                                .toList()))));
    for (List<Arrival> epoch : split.epochs()) {
      for (Map.Entry<String, List<Record>> rows : ReplaySplit.bySource(epoch).entrySet()) {
        lines.add("%s.push(%s);".formatted(variable(rows.getKey()), rows(rows.getValue())));
      }
      lines.add("driver.process();");
    }
    lines.add("driver.finish();");
    List<Record> expected = difference.matching().expected();
    List<Record> all = new ArrayList<>(expected);
    all.addAll(difference.matching().actual());
    lines.add(
        "assertThat(driver.sink(%s, %s.class)).%s;"
            .formatted(
                JavaText.quoted(difference.sink()),
                type(all),
                expected.isEmpty() ? "isEmpty()" : "hasRows(" + rows(expected) + ")"));
    return lines;
  }

  private static String chosen(DrivenPart part) {
    return part.isWhole()
        ? ""
        : part.sinks().stream()
            .map(JavaText::quoted)
            .collect(Collectors.joining(", ", ".onlySinks(", ")"));
  }

  private static String rows(List<Record> rows) {
    return rows.stream().map(JavaText::of).collect(Collectors.joining(", "));
  }

  private static String type(List<Record> rows) {
    return rows.get(0).getClass().getSimpleName();
  }

  private static String variable(String source) {
    String name = source.replaceAll("[^A-Za-z0-9]", "_");
    return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
  }
}
