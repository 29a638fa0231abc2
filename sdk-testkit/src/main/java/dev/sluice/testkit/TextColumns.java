package dev.sluice.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines whose cells stand below each other. */
final class TextColumns {

  private final List<List<String>> lines = new ArrayList<>();

  TextColumns(List<String> header) {
    lines.add(header);
  }

  void add(List<String> line) {
    lines.add(line);
  }

  /** The lines, each indented by two blanks. */
  List<String> lines() {
    int[] widths =
        IntStream.range(0, lines.get(0).size())
            .map(i -> lines.stream().mapToInt(line -> line.get(i).length()).max().orElse(0))
            .toArray();
    return lines.stream().map(line -> line(line, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      text.append("  ").append(cells.get(i));
      text.append(" ".repeat(widths[i] - cells.get(i).length()));
    }
    return text.toString().stripTrailing();
  }
}
