package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model takes of a row: components of a record, by name, type and whether they may be NULL.
 *
 * @param record the simple name of the record that it was trained with, for messages
 * @param columns the components: those of features, then those that are watched, then those that are handed on
 */
public record Signature(String record, List<Column> columns) implements Serializable {

  /** What a component is for. */
  public enum Use {
    /** The score depends on it. */
    FEATURE,
    /** Figures are reported by it. */
    WATCHED,
    /** It is handed on. */
    CARRIED
  }

  /**
   * A component.
   *
   * @param name the accessor's name
   * @param type its type as Java writes it, without packages
   * @param nullable whether it may be NULL
   * @param use what it is for; of several the first
   */
  public record Column(String name, String type, boolean nullable, Use use)
      implements Serializable {
    public Column {
      Valid.present(name, "the name of a column");
      Valid.present(type, "the type of column " + name);
      Valid.present(use, "the use of column " + name);
    }

    /** As a record says it, such as {@code Double history}. */
    public String text() {
      return type + " " + name;
    }
  }

  public Signature {
    Valid.present(record, "the record's name");
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    Use last = Use.FEATURE;
    for (Column column : columns) {
      Valid.that(
          last.compareTo(column.use()) <= 0,
          "column '%s' stands behind one that is less used",
          column.name());
      last = column.use();
      Valid.that(names.add(column.name()), "column '%s' stands twice", column.name());
    }
  }

  /** The columns that features read, which stand first. */
  public List<Column> features() {
    return used(Use.FEATURE);
  }

  /** The columns for this use, in order. */
  public List<Column> used(Use use) {
    return columns.stream().filter(column -> column.use() == use).toList();
  }

  /** The position of a column. */
  public int position(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "the model has no column '%s', only %s"
            .formatted(name, columns.stream().map(Column::name).toList()));
  }

  /**
   * Each difference of a record that must give what this takes, in words.
   *
   * @param other the components of the record, all of them
   */
  public List<String> differences(String record, List<Column> other) {
    Map<String, Column> byName = new HashMap<>();
    for (Column column : other) {
      byName.put(column.name(), column);
    }
    List<String> differences = new ArrayList<>();
    for (Column column : columns) {
      Column found = byName.get(column.name());
      if (found == null) {
        differences.add("%s has no component '%s'".formatted(record, column.text()));
      } else if (!found.type().equals(column.type())) {
        differences.add(
            "%s.%s is %s, and the model has learned %s"
                .formatted(record, column.name(), found.type(), column.type()));
      }
    }
    return differences;
  }
}
