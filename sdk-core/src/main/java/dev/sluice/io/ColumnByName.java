package dev.sluice.io;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Finds a column where stores fold the case of names, each in its own way. */
public final class ColumnByName {

  private ColumnByName() {}

  /**
   * The column of a name; one that differs in case alone if there is none of exactly that name.
   *
   * @param nameOf gives a column's name
   */
  public static <C> Optional<C> in(
      Collection<C> columns, Function<C, String> nameOf, String name) {
    return columns.stream()
        .filter(column -> nameOf.apply(column).equals(name))
        .findFirst()
        .or(
            () -> columns.stream()
                .filter(column -> nameOf.apply(column).equalsIgnoreCase(name))
                .findFirst());
  }
}
