package dev.sluice.io.cassandra;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a column as the server's schema writes it: {@code text}, {@code map<text,
 * frozen<list<int>>>}. What is frozen differs in how it is stored alone.
 *
 * @param name the type without its arguments
 * @param arguments those of a collection
 */
record CqlType(String name, List<CqlType> arguments) implements Serializable {

  CqlType {
    arguments = List.copyOf(arguments);
  }

  static CqlType of(String text) {
    String trimmed = text.strip();
    int open = trimmed.indexOf('<');
    if (open < 0 || !trimmed.endsWith(">")) {
      return new CqlType(trimmed, List.of());
    }
    String name = trimmed.substring(0, open).strip();
    List<CqlType> arguments = arguments(trimmed.substring(open + 1, trimmed.length() - 1));
    return name.equals("frozen") ? arguments.get(0) : new CqlType(name, arguments);
  }

  private static List<CqlType> arguments(String text) {
    List<CqlType> all = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      depth += sign == '<' ? 1 : sign == '>' ? -1 : 0;
      if (sign == ',' && depth == 0) {
        all.add(of(text.substring(start, i)));
        start = i + 1;
      }
    }
    all.add(of(text.substring(start)));
    return all;
  }

  boolean is(String other) {
    return name.equals(other);
  }

  @Override
  public String toString() {
    return arguments.isEmpty()
        ? name
        : arguments.stream().map(CqlType::toString)
            .collect(Collectors.joining(", ", name + "<", ">"));
  }
}
