package dev.sluice.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How values are written in a CSV line: what Spark is told, and what must be known about a line
 * without Spark.
 *
 * @param options Spark's options of the CSV format
 */
record CsvDialect(Map<String, String> options) {

  static final String SEPARATOR = "sep";
  static final String QUOTE = "quote";
  static final String ESCAPE = "escape";
  static final String ENCODING = "encoding";
  static final String HEADER = "header";
  static final String MULTI_LINE = "multiLine";

  /** Quotes within quotes are doubled, as RFC 4180 has it; Spark's own default is a backslash. */
  static final Map<String, String> STANDARD = Map.of(ESCAPE, "\"");

  String separator() {
    return options.getOrDefault(SEPARATOR, options.getOrDefault("delimiter", ","));
  }

  String quote() {
    return options.getOrDefault(QUOTE, "\"").substring(0, 1);
  }

  private String escape() {
    return options.getOrDefault(ESCAPE, "\"").substring(0, 1);
  }

  Charset charset() {
    return Charset.forName(
        options.getOrDefault(
            ENCODING, options.getOrDefault("charset", StandardCharsets.UTF_8.name())));
  }

  boolean header() {
    return isOn(HEADER);
  }

  boolean multiLine() {
    return isOn(MULTI_LINE);
  }

  private boolean isOn(String option) {
    return Boolean.parseBoolean(options.get(option));
  }

  Map<String, String> parserOptions() {
    Map<String, String> parser = new HashMap<>(options);
    parser.put("mode", "PERMISSIVE");
    parser.put("columnNameOfCorruptRecord", Parsed.CORRUPT);
    return parser;
  }

  /**
   * A regular expression for lines in which a quoted value begins and does not end: half of a row
   * of several lines, which Spark takes for a whole one if it is the last column.
   */
  String openQuote() {
    String quote = Pattern.quote(quote());
    String escape = Pattern.quote(escape());
    String inside =
        quote().equals(escape())
            ? "(?:[^" + quote + "]|" + quote + quote + ")*+"
            : "(?:[^" + quote + escape + "]|" + escape + ".)*+";
    String separator = Pattern.quote(separator());
    String rest = "(?:(?!" + separator + ").)*+";
    // values are read from the start: a quote after a separator may stand inside another value
    String value = "(?:" + quote + inside + quote + rest + "|(?!" + quote + ")" + rest + ")";
    return "^(?:" + value + separator + ")*+" + quote + inside + "$";
  }

  /** The values of a header line. */
  List<String> names(String line) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    while (i < line.length()) {
      if (quoted && line.startsWith(escape() + quote(), i)) {
        name.append(quote());
        i += 2;
      } else if (line.startsWith(quote(), i)) {
        quoted = !quoted;
        i++;
      } else if (!quoted && line.startsWith(separator(), i)) {
        names.add(name.toString().trim());
        name.setLength(0);
        i += separator().length();
      } else {
        name.append(line.charAt(i));
        i++;
      }
    }
    names.add(name.toString().trim());
    return names;
  }
}
