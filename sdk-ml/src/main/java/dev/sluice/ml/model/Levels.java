package dev.sluice.ml.model;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Different texts in an order, each found by its text. */
public final class Levels implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> names;
  private final Map<String, Integer> positions;

  /**
   * Of these texts.
   *
   * @throws IllegalArgumentException if one stands there twice
   */
  public Levels(List<String> names) {
    this.names = List.copyOf(names);
    this.positions = new HashMap<>(names.size() * 2);
    for (int i = 0; i < names.size(); i++) {
      Valid.that(positions.put(names.get(i), i) == null, "level '%s' stands twice", names.get(i));
    }
  }

  /** The texts, in order. */
  public List<String> names() {
    return names;
  }

  /** The position of a text, or -1. */
  public int position(String name) {
    return positions.getOrDefault(name, -1);
  }

  /** How many there are. */
  public int size() {
    return names.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Levels levels && names.equals(levels.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
