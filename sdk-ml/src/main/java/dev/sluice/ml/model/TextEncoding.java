package dev.sluice.ml.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The words of a text, each by its hash: a slot has the number of words that fall into it. NULL is a
 * text without words.
 *
 * @param column the component
 * @param buckets how many slots there are
 */
public record TextEncoding(String column, int buckets) implements Encoding {

  /** More slots than this no text gets. */
  public static final int MOST_BUCKETS = 1 << 20;

  public TextEncoding {
    Valid.present(column, "the column of a text");
    Valid.that(
        buckets > 0 && buckets <= MOST_BUCKETS,
        "%s has %s buckets: from 1 to %s",
        column,
        buckets,
        MOST_BUCKETS);
  }

  @Override
  public String feature() {
    return "words of " + column;
  }

  @Override
  public List<String> reads() {
    return List.of(column);
  }

  @Override
  public int width() {
    return buckets;
  }

  @Override
  public List<String> slots() {
    return IntStream.range(0, buckets).mapToObj(i -> feature() + ", bucket " + i).toList();
  }

  @Override
  public void encode(Inputs inputs, int[] columns, int first, Slots slots) {
    if (inputs.isNull(columns[0])) {
      return;
    }
    int[] found = words(inputs.text(columns[0]));
    for (int from = 0; from < found.length;) {
      int to = from;
      while (to < found.length && found[to] == found[from]) {
        to++;
      }
      slots.put(first + found[from], (double) to - from);
      from = to;
    }
  }

  /** The bucket of each word, ascending. A word is of letters and digits of whatever alphabet. */
  private int[] words(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int[] found = new int[lower.length() / 2 + 1];
    int count = 0;
    int start = 0;
    for (int at = 0; at <= lower.length();) {
      int character = at < lower.length() ? lower.codePointAt(at) : ' ';
      if (!isOfWords(character)) {
        if (at > start) {
          found[count++] = bucket(lower, start, at);
        }
        start = at + Character.charCount(character);
      }
      at += Character.charCount(character);
    }
    int[] buckets = Arrays.copyOf(found, count);
    Arrays.sort(buckets);
    return buckets;
  }

  private static boolean isOfWords(int character) {
    return switch (Character.getType(character)) {
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
        true;
      default -> false;
    };
  }

  /** By {@link String#hashCode} of the word, which the platform's specification fixes, spread. */
  private int bucket(String text, int start, int end) {
    int word = 0;
    for (int i = start; i < end; i++) {
      word = 31 * word + text.charAt(i);
    }
    int hash = word * 0x9E3779B9;
    return Math.floorMod(hash ^ (hash >>> 16), buckets);
  }

  @Override
  public String shown(Inputs inputs, int[] columns) {
    return inputs.isNull(columns[0]) ? LevelTable.NULL : inputs.text(columns[0]);
  }
}
