package dev.sluice.expr;

import dev.sluice.plan.Decimals;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Gives;
import dev.sluice.plan.Nulls;

/** For the library's own use: functions on lists and maps. */
public final class Elements {

  public static final Fn SIZE = Fn.scalar("size");
  public static final Fn DISTINCT = same("array_distinct");

  /** A list and an index from 0; NULL beyond the end. */
  public static final Fn GET = part("get");

  public static final Fn CONTAINS = Fn.scalar("array_contains").nulls(Nulls.ALWAYS);

  /** A map and a key, or a list and a position from 1 or, from its end, -1; NULL if there is none. */
  public static final Fn VALUE_OF = part("try_element_at");

  /** A list and an element: where it stands first, from 1, or 0. */
  public static final Fn POSITION = Fn.scalar("array_position");

  public static final Fn MIN = part("array_min");
  public static final Fn MAX = part("array_max");

  public static final Fn UNION = widest("array_union");
  public static final Fn INTERSECT = widest("array_intersect");
  public static final Fn EXCEPT = widest("array_except");
  public static final Fn OVERLAP = Fn.scalar("arrays_overlap").nulls(Nulls.ALWAYS);

  /** One list after the other. */
  public static final Fn CONCAT = widest("array_concat").shown("concat");

  public static final Fn APPEND = widest("array_append").nulls(Nulls.IF_FIRST);
  public static final Fn PREPEND = widest("array_prepend").nulls(Nulls.IF_FIRST);

  /** A list, a position from 1 or, from its end, -1, and an element. */
  public static final Fn INSERT = widest("array_insert").nulls(Nulls.IF_FIRST);

  public static final Fn REMOVE = widest("array_remove");
  public static final Fn COMPACT = same("array_compact");
  public static final Fn REVERSE = same("list_reverse").shown("reverse");

  /** A list, a position from 1, and a length. */
  public static final Fn SLICE = same("slice");

  /** A list and perhaps a comparison of two elements; NULLs stand last. */
  public static final Fn SORT = same("array_sort");

  /** A list and whether it ascends. */
  public static final Fn SORT_BY_DIRECTION = same("sort_array");

  /** A list and a seed. */
  public static final Fn SHUFFLE = same("shuffle").nonDeterministic();

  /** Texts and a separator; NULLs are left out. */
  public static final Fn JOIN = Fn.scalar("array_join");

  public static final Fn FLATTEN =
      Fn.scalar("flatten").nulls(Nulls.ALWAYS).decimals(Decimals.SAME).gives(Gives.PART);

  /** An element and how often. */
  public static final Fn REPEAT =
      Fn.scalar("array_repeat")
          .nulls(Nulls.NEVER)
          .decimals(Decimals.SAME)
          .gives(Gives.LIST_OF_FIRST);

  /** A list of its arguments. */
  public static final Fn LIST =
      Fn.scalar("array")
          .nulls(Nulls.NEVER)
          .decimals(Decimals.WIDEST)
          .gives(Gives.LIST_OF_FIRST);

  /** The first value, the last one, and perhaps the step. */
  public static final Fn SEQUENCE = Fn.scalar("sequence").gives(Gives.LIST_OF_FIRST);

  /** A list and what becomes of an element. */
  public static final Fn TRANSFORM =
      Fn.scalar("transform")
          .nulls(Nulls.IF_FIRST)
          .decimals(Decimals.LAST)
          .gives(Gives.LIST_OF_LAST);

  public static final Fn FILTER = same("filter").nulls(Nulls.IF_FIRST);
  public static final Fn EXISTS = Fn.scalar("exists");
  public static final Fn FOR_ALL = Fn.scalar("forall");

  /** A list, a first value, and what becomes of the value and the next element. */
  public static final Fn REDUCE =
      Fn.scalar("reduce").decimals(Decimals.LAST).gives(Gives.LAST);

  /** Two lists, and what becomes of two elements at the same place. */
  public static final Fn ZIP_WITH =
      Fn.scalar("zip_with")
          .nulls(Nulls.ALWAYS)
          .decimals(Decimals.LAST)
          .gives(Gives.LIST_OF_LAST);

  /** About how many different values a sketch has seen. */
  public static final Fn HLL_ESTIMATE = Fn.scalar("hll_sketch_estimate");

  private Elements() {}

  private static Fn same(String name) {
    return Fn.scalar(name).decimals(Decimals.SAME).gives(Gives.FIRST);
  }

  private static Fn widest(String name) {
    return Fn.scalar(name).decimals(Decimals.WIDEST).gives(Gives.FIRST);
  }

  private static Fn part(String name) {
    return Fn.scalar(name).nulls(Nulls.ALWAYS).decimals(Decimals.SAME).gives(Gives.PART);
  }
}
