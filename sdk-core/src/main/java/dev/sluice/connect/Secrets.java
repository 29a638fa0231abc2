package dev.sluice.connect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of what is shown. Every text that leaves the library goes through here:
 * descriptions, problems, failures, reports, the descriptions of Spark's jobs.
 *
 * <p>What is taken for a secret: the user in front of the {@code @} of a URI (but for the container
 * of an Azure path), the value of a key whose name speaks of a password, token, key or signature,
 * and what follows {@code Bearer} or {@code Basic}. Where it is not clear where a secret ends, more
 * is taken out rather than less.
 */
public final class Secrets {

  /** What stands in the place of a value. */
  private static final String MASK = "***";

  private static final String KEY =
      "(?:pass(?:word|wd|phrase|code)|pwd|secret|token|credential|signature"
          + "|(?:api|access|account|private|shared|encryption)[-_.]?key)";

  /** A key as a whole word is one of these. */
  private static final String SHORT_KEY = "(?:sig|sas|pass|auth|authorization)";

  private static final String NAME =
      "(?<![\\w.-])(?:[\\w.-]*" + KEY + "[\\w.-]*|(?:[\\w.-]*[._-])?" + SHORT_KEY + ")";

  /** The closing signs after a value belong to the text around it. */
  private static final String VALUE = "\\S+?(?=[\"')\\]},.]*(?:[\\s&;]|$))";

  /**
   * With a password, which may have any sign in it, the user ends at the last {@code @}; without,
   * at the last one before the path. A number after the colon is a port, except in a store that has
   * none.
   */
  private static final String USER =
      "(?<![A-Za-z0-9+.-])(?:(?i:s3[an]?|gs|oss|obs|cosn?)://[^\\s/:@]*:[^\\s]*@"
          + "|[A-Za-z][A-Za-z0-9+.-]*://[^\\s/:@]*:(?!\\d{1,5}(?:/|$))[^\\s]*@"
          + "|(?!(?i:abfss?|wasbs?):)[A-Za-z][A-Za-z0-9+.-]*://[^\\s/]*@"
          + "|(?i:jdbc:oracle:)\\w+:[^\\s@]*/[^\\s]*@)";

  private static final Pattern USER_IN_URI = Pattern.compile(USER);
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)(" + NAME + "(?:=|\\s->\\s|[\"']\\s*:\\s*))([\"']?)(" + VALUE + ")");
  private static final Pattern HEADER =
      Pattern.compile("(?<![\\w.-])((?i:bearer|basic)\\s+)([A-Za-z0-9+/=._~-]{8,})");
  private static final Pattern SECRET_KEY = Pattern.compile("(?i)" + NAME);

  private Secrets() {}

  /**
   * The text without secrets; a text without any is returned as it is.
   *
   * @param text any text, also of several lines
   * @return the text to show
   */
  public static String masked(String text) {
    String shown = withoutUser(text);
    shown = ASSIGNED.matcher(shown).replaceAll("$1$2" + MASK);
    return HEADER.matcher(shown).replaceAll("$1" + MASK);
  }

  /**
   * URIs without the user in front of their {@code @}.
   *
   * @param text a URI, or a text with URIs in it
   * @return the same without users and their passwords
   */
  public static String withoutUser(String text) {
    return USER_IN_URI.matcher(text).replaceAll(found -> scheme(found.group()));
  }

  /**
   * Whether a path is a URI with a secret in it: a user's, or one behind a question mark.
   *
   * @param path the path
   * @return true if it holds one; a directory named {@code token=…} is none
   */
  public static boolean inUri(String path) {
    int query = path.indexOf('?');
    return !withoutUser(path).equals(path)
        || query >= 0 && !masked(path.substring(query)).equals(path.substring(query));
  }

  /** What stands before the user: {@code s3a://}, {@code jdbc:oracle:thin:}. */
  private static String scheme(String found) {
    int slashes = found.indexOf("://");
    String start =
        slashes < 0
            ? found.substring(0, found.indexOf(':', "jdbc:oracle:".length()) + 1) + "@"
            : found.substring(0, slashes + 3);
    return Matcher.quoteReplacement(start);
  }

  /**
   * Whether a setting must not be shown or kept where others read it: by its key, or by its value,
   * as with a URL that has a password in it.
   *
   * @param key the name of the setting
   * @param value its value
   * @return true if it holds a secret
   */
  public static boolean in(String key, String value) {
    return SECRET_KEY.matcher(key).matches() || !masked(value).equals(value);
  }

  /**
   * A failure that can be shown. If its message or that of a cause holds a secret, it is replaced
   * by one that names its class and has its stack trace.
   *
   * @param failure the failure; may be null
   * @return the failure itself, or its replacement
   */
  public static Throwable masked(Throwable failure) {
    List<Throwable> chain =
        Stream.iterate(failure, t -> t != null, t -> t.getCause() == t ? null : t.getCause())
            .limit(100)
            .toList();
    boolean clean =
        chain.stream()
            .flatMap(t -> Stream.concat(Stream.of(t), Stream.of(t.getSuppressed())))
            .map(String::valueOf)
            .allMatch(text -> masked(text).equals(text));
    if (clean) {
      return failure;
    }
    Throwable shown = null;
    for (int i = chain.size() - 1; i >= 0; i--) {
      shown = new MaskedException(chain.get(i), shown);
    }
    return shown;
  }

  /**
   * What Spark is to take out of the plans that it shows and logs: a value for {@code
   * spark.sql.redaction.string.regex}.
   *
   * @return a regular expression
   */
  public static String sparkTexts() {
    return USER + "|" + ASSIGNED.pattern() + "|" + HEADER.pattern();
  }

  /**
   * The options whose values Spark is not to show: a value for {@code
   * spark.sql.redaction.options.regex}.
   *
   * @return a regular expression for keys and values
   */
  public static String sparkOptions() {
    return "(?i)url|" + KEY + "|^" + SHORT_KEY + "$";
  }
}
