package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Gives;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on the entries of maps. */
public final class Entries {

  public static final Fn KEYS = Fn.scalar("map_keys").gives(Gives.KEYS);
  public static final Fn VALUES =
      Fn.scalar("map_values").decimals(Decimals.SAME).gives(Gives.VALUES);
  public static final Fn CONTAINS_KEY = Fn.scalar("map_contains_key");

  /** One map and the others; a key must not be in two of them. */
  public static final Fn CONCAT =
      Fn.scalar("map_concat").decimals(Decimals.WIDEST).gives(Gives.FIRST);

  /** A list of keys and one of values. */
  public static final Fn OF_LISTS =
      Fn.scalar("map_from_arrays").decimals(Decimals.LAST).gives(Gives.MAP_OF_LISTS);

  public static final Fn FILTER =
      Fn.scalar("map_filter")
          .nulls(Nulls.IF_FIRST)
          .decimals(Decimals.SAME)
          .gives(Gives.FIRST);

  public static final Fn TRANSFORM_KEYS =
      Fn.scalar("transform_keys")
          .nulls(Nulls.IF_FIRST)
          .decimals(Decimals.SAME)
          .gives(Gives.MAP_FROM_LAST);

  public static final Fn TRANSFORM_VALUES =
      Fn.scalar("transform_values")
          .nulls(Nulls.IF_FIRST)
          .decimals(Decimals.LAST)
          .gives(Gives.MAP_TO_LAST);

  /** Two maps, and what becomes of a key and its two values. */
  public static final Fn ZIP_WITH =
      Fn.scalar("map_zip_with")
          .nulls(Nulls.ALWAYS)
          .decimals(Decimals.LAST)
          .gives(Gives.MAP_TO_LAST);

  /** A text, what is between entries, and what is between a key and its value. */
  public static final Fn OF_TEXT = Fn.scalar("str_to_map");

  private Entries() {}
}
