package dev.sluice.expr;

import dev.sluice.plan.ExprNode;
import java.util.List;

/**
 * What can be asked of the parts of a text, and of what it has in common with another; see {@link
 * StrExpr}.
 *
 * @param <S> the scope
 */
public abstract class TextParts<S> extends OrderedExpr<S, String> {

  TextParts(ExprNode node) {
    super(node);
  }

  /** The first characters, so many; the whole text if it is shorter. */
  public final StrExpr<S> left(int length) {
    return new StrExpr<>(Calls.of(Parts.LEFT, this, length));
  }

  /** The last characters, so many; the whole text if it is shorter. */
  public final StrExpr<S> right(int length) {
    return new StrExpr<>(Calls.of(Parts.RIGHT, this, length));
  }

  /**
   * The part from a position on, counted from 1, of at most that length; a negative position counts
   * from the end.
   */
  public final StrExpr<S> substring(IntExpr<S> position, IntExpr<S> length) {
    return new StrExpr<>(Calls.of(Texts.SUBSTRING, this, position, length));
  }

  /** The part from a position to the end; as {@link #substring(IntExpr, IntExpr)}. */
  public final StrExpr<S> substring(IntExpr<S> position) {
    return new StrExpr<>(Calls.of(Texts.SUBSTRING, this, position));
  }

  /**
   * What is before the {@code count}th delimiter; behind the {@code -count}th from the end if it is
   * negative. The whole text if there are not so many.
   */
  public final StrExpr<S> substringIndex(String delimiter, int count) {
    return new StrExpr<>(Calls.of(Parts.SUBSTRING_INDEX, this, delimiter, count));
  }

  /**
   * The {@code part}th of the parts between delimiters, counted from 1, from the end if negative;
   * empty if there are not so many. A part of 0 is an error.
   */
  public final StrExpr<S> splitPart(String delimiter, int part) {
    return new StrExpr<>(Calls.of(Parts.SPLIT_PART, this, delimiter, part));
  }

  /** The parts between the matches of a Java regular expression; the last has the rest. */
  public final ListExpr<S, String> split(String regex, int limit) {
    return new ListExpr<>(Calls.of(Texts.SPLIT, this, regex, limit));
  }

  /** With another text in place of as many characters from a position on, counted from 1. */
  public final StrExpr<S> overlay(String text, int position) {
    return new StrExpr<>(Calls.of(Parts.OVERLAY, this, text, position));
  }

  /** With another text in place of {@code length} characters from a position on, from 1. */
  public final StrExpr<S> overlay(String text, int position, int length) {
    return new StrExpr<>(Calls.of(Parts.OVERLAY, this, text, position, length));
  }

  /**
   * With each character that is in {@code from} replaced by the one at the same place of {@code to},
   * and left out where that is shorter.
   */
  public final StrExpr<S> translate(String from, String to) {
    return new StrExpr<>(Calls.of(Parts.TRANSLATE, this, from, to));
  }

  /** Where the other text first occurs in this one, counted from 1; 0 if it does not. */
  public final IntExpr<S> position(StrExpr<S> text) {
    return new IntExpr<>(Calls.of(Parts.POSITION, text, this));
  }

  /** Where a text first occurs in this one from a position on, both counted from 1; 0 if not. */
  public final IntExpr<S> position(String text, int from) {
    return new IntExpr<>(Calls.of(Parts.LOCATE, text, this, from));
  }

  /** Whether the other text occurs in this one. */
  public final BoolExpr<S> contains(StrExpr<S> text) {
    return new BoolExpr<>(Calls.of(Texts.CONTAINS, this, text));
  }

  /** Whether this begins with the other text. */
  public final BoolExpr<S> startsWith(StrExpr<S> text) {
    return new BoolExpr<>(Calls.of(Texts.STARTS_WITH, this, text));
  }

  /** Whether this ends with the other text. */
  public final BoolExpr<S> endsWith(StrExpr<S> text) {
    return new BoolExpr<>(Calls.of(Texts.ENDS_WITH, this, text));
  }

  /** As {@code like}, whatever is in upper and in lower case. */
  public final BoolExpr<S> ilike(String pattern) {
    return new BoolExpr<>(Calls.of(Parts.ILIKE, this, pattern));
  }

  /** Without any of these characters at both ends: {@code trim("*-")}. */
  public final StrExpr<S> trim(String characters) {
    return new StrExpr<>(Calls.of(Parts.BTRIM, this, characters));
  }

  /** Without any of these characters at the start. */
  public final StrExpr<S> trimStart(String characters) {
    return new StrExpr<>(Calls.of(Texts.TRIM_START, characters, this));
  }

  /** Without any of these characters at the end. */
  public final StrExpr<S> trimEnd(String characters) {
    return new StrExpr<>(Calls.of(Texts.TRIM_END, characters, this));
  }

  /** How often a Java regular expression matches. */
  public final IntExpr<S> countMatches(String regex) {
    return new IntExpr<>(Calls.of(Parts.COUNT_MATCHES, this, regex));
  }

  /** Where a Java regular expression first matches, counted from 1; 0 if it does not. */
  public final IntExpr<S> matchPosition(String regex) {
    return new IntExpr<>(Calls.of(Parts.MATCH_POSITION, this, regex));
  }

  /** The first match of a Java regular expression; NULL if there is none. */
  public final StrExpr<S> firstMatch(String regex) {
    return new StrExpr<>(Calls.of(Parts.FIRST_MATCH, this, regex));
  }

  /** The group of every match of a Java regular expression; group 0 is the whole match. */
  public final ListExpr<S, String> extractAll(String regex, int group) {
    return new ListExpr<>(Calls.of(Parts.EXTRACT_ALL, this, regex, group));
  }

  /** The words of each sentence, by the rules of English. */
  public final ListExpr<S, List<String>> sentences() {
    return new ListExpr<>(Calls.of(Parts.SENTENCES, this));
  }

  /** The code of the first character; 0 of the empty text. */
  public final IntExpr<S> ascii() {
    return new IntExpr<>(Calls.of(Parts.ASCII, this));
  }

  /** The number of bits in UTF-8. */
  public final IntExpr<S> bitLength() {
    return new IntExpr<>(Calls.of(Parts.BIT_LENGTH, this));
  }

  /** The number of bytes in UTF-8. */
  public final IntExpr<S> sizeInBytes() {
    return new IntExpr<>(Calls.of(Texts.SIZE_IN_BYTES, this));
  }

  /** Which of the parts between commas this is, counted from 1; 0 if it is none of them. */
  public final IntExpr<S> findInSet(String commaSeparated) {
    return new IntExpr<>(Calls.of(Parts.FIND_IN_SET, this, commaSeparated));
  }

  /** How it sounds in English: a letter and three digits. */
  public final StrExpr<S> soundex() {
    return new StrExpr<>(Calls.of(Parts.SOUNDEX, this));
  }

  /** How many characters have to be changed, put in or left out to make the other text of this. */
  public final IntExpr<S> levenshtein(StrExpr<S> other) {
    return new IntExpr<>(Calls.of(Parts.LEVENSHTEIN, this, other));
  }

  /** As {@link #levenshtein(StrExpr)}, -1 where there are more than {@code most}; this is faster. */
  public final IntExpr<S> levenshtein(StrExpr<S> other, int most) {
    return new IntExpr<>(Calls.of(Parts.LEVENSHTEIN, this, other, most));
  }
}
