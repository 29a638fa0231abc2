package dev.sluice.record;

import java.util.Locale;
import java.util.regex.Pattern;

/** The ways {@link ColumnNaming} can turn the name of a record component into a column name. */
public enum NamingStrategy {
  /** The component's own name: {@code orderId} stays {@code orderId}. */
  AS_IS {
    @Override
    public String columnName(String componentName) {
      return componentName;
    }
  },
  /** Lower case words with underscores: {@code orderId} becomes {@code order_id}. */
  SNAKE_CASE {
    @Override
    public String columnName(String componentName) {
      return words(componentName, "_").toLowerCase(Locale.ROOT);
    }
  },
  /** Upper case words with underscores: {@code orderId} becomes {@code ORDER_ID}. */
  UPPER_SNAKE_CASE {
    @Override
    public String columnName(String componentName) {
      return words(componentName, "_").toUpperCase(Locale.ROOT);
    }
  },
  /** Lower case words with hyphens: {@code orderId} becomes {@code order-id}. */
  KEBAB_CASE {
    @Override
    public String columnName(String componentName) {
      return words(componentName, "-").toLowerCase(Locale.ROOT);
    }
  };

  /** A lower case letter or digit before an upper case one, or the last capital of an acronym. */
  private static final Pattern WORD_BOUNDARY =
      Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  /**
   * The column name of a component. An acronym counts as one word: {@code userHTTPAgent} becomes
   * {@code user_http_agent}. Digits stay with the word before them: {@code line2Text} becomes
   * {@code line2_text}.
   *
   * @param componentName a Java name in camel case
   * @return the column name
   */
  public abstract String columnName(String componentName);

  private static String words(String componentName, String separator) {
    return WORD_BOUNDARY.matcher(componentName).replaceAll(separator);
  }
}
