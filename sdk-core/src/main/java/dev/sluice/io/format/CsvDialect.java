package dev.sluice.io.format;

import dev.sluice.annotation.Internal;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How values are written in a CSV line: what Spark is told, and what must be known about a line
 * without Spark.
 *
 * @param options Spark's options of the CSV format
 * @param strictQuotes whether a value that does not begin with a quote may have none
 */
@Internal
public record CsvDialect(Map<String, String> options, boolean strictQuotes)
    implements Serializable {

  public static final String SEPARATOR = "sep";
  public static final String QUOTE = "quote";
  public static final String ESCAPE = "escape";
  public static final String ENCODING = "encoding";
  public static final String HEADER = "header";
  public static final String MULTI_LINE = "multiLine";
  static final String NULL_VALUE = "nullValue";
  static final String COMMENT = "comment";
  public static final String LINE_SEPARATOR = "lineSep";

  /** What no text contains: the parser is told that it means NULL, so that nothing else does. */
  private static final String NO_TEXT = "\uFFFE\uFFFF";

  /** What Spark takes for no character at all. */
  private static final String NONE = "\u0000";

  /** As in Spark, the case of an option's name does not matter. */
  public CsvDialect {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(options);
    options = Collections.unmodifiableMap(anyCase);
  }

  public CsvDialect(Map<String, String> options) {
    this(options, false);
  }

  /** Lines of another format, in the encoding and with the line ends that its options say. */
  public static CsvDialect ofLines(Map<String, String> options) {
    CsvDialect all = new CsvDialect(options);
    Map<String, String> lines = new TreeMap<>(Map.of(QUOTE, "", ENCODING, all.charset().name()));
    all.option(LINE_SEPARATOR).ifPresent(end -> lines.put(LINE_SEPARATOR, end));
    return new CsvDialect(lines);
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** Spark knows a few characters by their escapes. */
  public String separator() {
    String given = option(SEPARATOR).or(() -> option("delimiter")).orElse(",");
    return given
        .replaceAll("\\\\t", "\t")
        .replaceAll("\\\\f", "\f")
        .replaceAll("\\\\b", "\b")
        .replaceAll("\\\\u0000", NONE)
        .replaceAll("\\\\(['\"\\\\])", "$1");
  }

  public String quote() {
    return character(QUOTE, "\"");
  }

  boolean quotes() {
    return !quote().equals(NONE);
  }

  /** Quotes within quotes are doubled, as RFC 4180 has it; Spark's own default is a backslash. */
  public String escape() {
    return character(ESCAPE, quote());
  }

  private String character(String name, String unlessSet) {
    String given = option(name).orElse(unlessSet);
    return given.isEmpty() ? NONE : given.substring(0, 1);
  }

  public boolean trims() {
    return isOn("ignoreLeadingWhiteSpace") || isOn("ignoreTrailingWhiteSpace");
  }

  /** What a line begins with that is no row; empty if there is nothing of the kind. */
  public Optional<String> comment() {
    return option(COMMENT).filter(c -> !c.isEmpty()).map(c -> c.substring(0, 1));
  }

  public Charset charset() {
    return Charset.forName(
        option(ENCODING).or(() -> option("charset")).orElse(StandardCharsets.UTF_8.name()));
  }

  public boolean header() {
    return isOn(HEADER);
  }

  public boolean multiLine() {
    return isOn(MULTI_LINE);
  }

  private boolean isOn(String option) {
    return Boolean.parseBoolean(options.get(option));
  }

  /** Whether Spark's source of lines divides the file as it must be, in parallel. */
  public boolean areRowsLines() {
    return !multiLine()
        && Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1).contains(charset());
  }

  /** What Spark's parser of one row is told. */
  Map<String, String> parserOptions() {
    Map<String, String> parser = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    parser.putAll(options);
    // what a row is has been found already
    List.of(HEADER, MULTI_LINE, COMMENT, LINE_SEPARATOR, ENCODING, "charset")
        .forEach(parser::remove);
    parser.putIfAbsent(NULL_VALUE, NO_TEXT);
    parser.putIfAbsent("enableDateTimeParsingFallback", "false");
    parser.put(ESCAPE, escape().equals(NONE) ? "" : escape());
    parser.put("mode", "PERMISSIVE");
    parser.put("columnNameOfCorruptRecord", Parsed.CORRUPT);
    return parser;
  }

  /**
   * A regular expression for texts whose quotes enclose values, no more and no less. Not so are a
   * quote that is not closed, half of a row of several lines, which Spark takes for a whole one if
   * it is the last column; and more text after a closing quote, of which one cannot know what it
   * was meant to be. A quote within a value that does not begin with one is a character as others.
   */
  String wellQuoted() {
    return row("");
  }

  /** The same of texts that also have no line end outside of quotes. */
  String oneRow() {
    return row("\\r\\n");
  }

  private String row(String neverBare) {
    String value = value(neverBare);
    return "^(?:" + value + separatorPattern() + ")*+" + value + "\\z";
  }

  /** A regular expression for texts of more values than Spark's parser has room for. */
  String tooManyValues() {
    return "^(?:" + value("") + separatorPattern() + "){" + maxColumns() + "}+";
  }

  int maxColumns() {
    return option("maxColumns").map(Integer::parseInt).orElse(20_480);
  }

  private String separatorPattern() {
    return Pattern.quote(separator());
  }

  /** Values are read from the start: a quote after a separator may stand inside another value. */
  private String value(String neverBare) {
    String quote = Pattern.quote(quote());
    String escape = Pattern.quote(escape());
    String inside =
        quote().equals(escape())
            ? "(?:[^" + quote + "]|" + quote + quote + ")*+"
            : "(?:[^" + quote + escape + "]|" + escape + "(?s:.))*+";
    String blanks = trims() ? "[ \\t]*+" : "";
    String bare =
        "(?:(?!"
            + separatorPattern()
            + ")"
            + bare(quote, neverBare)
            + ")*+";
    return "(?:%1$s%2$s%3$s%2$s%1$s(?=%4$s|\\z)|(?!%1$s%2$s)%5$s)"
        .formatted(blanks, quote, inside, separatorPattern(), bare);
  }

  private String bare(String quote, String neverBare) {
    if (strictQuotes) {
      return "[^" + quote + neverBare + "]";
    }
    return neverBare.isEmpty() ? "(?s:.)" : "[^" + neverBare + "]";
  }

  /**
   * The values of a row as they are written, quotes included; empty if its quotes do not enclose
   * values.
   */
  public Optional<List<String>> written(String row) {
    Matcher value = Pattern.compile(value("")).matcher(row);
    List<String> values = new ArrayList<>();
    int at = 0;
    while (value.region(at, row.length()).lookingAt()) {
      values.add(value.group());
      at = value.end();
      if (at == row.length()) {
        return Optional.of(values);
      }
      if (!row.startsWith(separator(), at)) {
        break;
      }
      at += separator().length();
    }
    return Optional.empty();
  }

  /** The values of a header line. */
  public List<String> names(String line) {
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
