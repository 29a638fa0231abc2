package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which totals an aggregation gives beside the rows of its keys.
 *
 * @param kind how they follow from the keys
 * @param sets for {@link Kind#SETS}, the keys of each; none is the total of all
 */
public record Subtotals(Kind kind, List<List<ExprNode>> sets) {

  /** How totals follow from the keys. */
  public enum Kind {
    /** Of all keys, then without the last, and so on down to the total of all. */
    ROLLUP,
    /** Of each combination of keys. */
    CUBE,
    /** Of the combinations that are listed, and no others. */
    SETS
  }

  public Subtotals {
    sets = List.copyOf(sets);
  }

  /** Those of all keys, then without the last, and so on. */
  public static Subtotals rollup() {
    return new Subtotals(Kind.ROLLUP, List.of());
  }

  /** Those of each combination of keys. */
  public static Subtotals cube() {
    return new Subtotals(Kind.CUBE, List.of());
  }

  /** Those of these combinations of keys. */
  public static Subtotals of(List<List<ExprNode>> sets) {
    return new Subtotals(Kind.SETS, sets);
  }

  /** {@code by rollup of region, city}, as descriptions have it. */
  String text(List<ExprNode> keys) {
    return switch (kind) {
      case ROLLUP -> " by rollup of " + names(keys);
      case CUBE -> " by cube of " + names(keys);
      case SETS -> " by sets "
          + sets.stream().map(set -> "(" + names(set) + ")").collect(Collectors.joining(", "));
    };
  }

  private static String names(List<ExprNode> keys) {
    return keys.stream().map(ExprText::of).collect(Collectors.joining(", "));
  }
}
