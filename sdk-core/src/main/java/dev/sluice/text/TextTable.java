package dev.sluice.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of text in columns: the first one aligned left, the others, being numbers, right.
 *
 * <pre>{@code
 * String text = new TextTable("Sink", "Rows").row("daily", "12").toString();
 * }</pre>
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** With these words above its columns. */
  public TextTable(String... header) {
    rows.add(List.of(header));
  }

  /** One more row, a cell for each column. */
  public TextTable row(String... cells) {
    rows.add(Arrays.stream(cells).map(OneLine::of).toList());
    return this;
  }

  /** All lines, each with its end. */
  @Override
  public String toString() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? row.get(i) + space : GAP + space + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
