package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on parts of texts, and on what is alike in two. */
public final class Parts {

  public static final Fn LEFT = Fn.scalar("left");
  public static final Fn RIGHT = Fn.scalar("right");
  public static final Fn ASCII = Fn.scalar("ascii");
  public static final Fn CHR = Fn.scalar("chr");
  public static final Fn SOUNDEX = Fn.scalar("soundex");

  /** Two texts, and perhaps from how many on the distance is -1. */
  public static final Fn LEVENSHTEIN = Fn.scalar("levenshtein");

  /** A text, what is laid over it, from where, and perhaps over how much. */
  public static final Fn OVERLAY = Fn.scalar("overlay");

  public static final Fn TRANSLATE = Fn.scalar("translate");
  public static final Fn SUBSTRING_INDEX = Fn.scalar("substring_index");
  public static final Fn SPLIT_PART = Fn.scalar("split_part");

  /** What is looked for, the text, and from where. */
  public static final Fn POSITION = Fn.scalar("position");

  /** As {@link #POSITION}, by its other name. */
  public static final Fn LOCATE = Fn.scalar("locate");

  /** A number, and its places after the point or a pattern. */
  public static final Fn FORMAT_NUMBER = Fn.scalar("format_number").nulls(Nulls.ALWAYS);

  /** A pattern, which is a constant, and values of which NULLs are written {@code null}. */
  public static final Fn FORMAT_STRING = Fn.scalar("format_string").nulls(Nulls.NEVER);

  public static final Fn ILIKE = Fn.scalar("ilike");

  /** A text, and the characters that are taken from both ends. */
  public static final Fn BTRIM = Fn.scalar("btrim");

  public static final Fn COUNT_MATCHES = Fn.scalar("regexp_count");
  public static final Fn MATCH_POSITION = Fn.scalar("regexp_instr");
  public static final Fn FIRST_MATCH = Fn.scalar("regexp_substr").nulls(Nulls.ALWAYS);
  public static final Fn EXTRACT_ALL = Fn.scalar("regexp_extract_all");
  public static final Fn SENTENCES = Fn.scalar("sentences");
  public static final Fn BIT_LENGTH = Fn.scalar("bit_length");
  public static final Fn FIND_IN_SET = Fn.scalar("find_in_set");

  /** A number and a pattern. */
  public static final Fn TO_CHAR = Fn.scalar("to_char");

  /** A text and a pattern. */
  public static final Fn TO_NUMBER = Fn.scalar("to_number");

  public static final Fn TRY_TO_NUMBER = Fn.scalar("try_to_number").nulls(Nulls.ALWAYS);

  private Parts() {}
}
