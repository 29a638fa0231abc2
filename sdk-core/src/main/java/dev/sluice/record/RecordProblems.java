package dev.sluice.record;

import dev.sluice.record.ColumnType.ListOf;
import dev.sluice.record.ColumnType.MapOf;
import dev.sluice.record.ColumnType.Struct;
import dev.sluice.record.ColumnType.Unsupported;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Walks a record and the records in it, and says in plain text what cannot be a column. */
final class RecordProblems {

  private final RecordType root;
  private final List<String> problems = new ArrayList<>();

  /** The records on the way from the root to here: a second meeting is a recursion. */
  private final Deque<Class<?>> open = new ArrayDeque<>();

  RecordProblems(RecordType root) {
    this.root = root;
  }

  List<String> list() {
    visit(root, root.simpleName());
    return List.copyOf(problems);
  }

  private void visit(RecordType record, String path) {
    open.push(record.type());
    if (record.components().isEmpty()) {
      problems.add("%s: a record without components has no columns".formatted(path));
    }
    Map<String, RecordComponentType> byColumn = new HashMap<>();
    for (RecordComponentType component : record.components()) {
      String at = path + "." + component.name();
      checkColumnName(component, at, byColumn);
      checkAccessor(record, component, at);
      visit(component.logicalType(), at);
    }
    open.pop();
  }

  private void visit(ColumnType type, String path) {
    if (type instanceof Unsupported unsupported) {
      problems.add(
          "%s: %s cannot be a column: %s"
              .formatted(path, unsupported.javaType(), unsupported.reason()));
    } else if (type instanceof ListOf list) {
      visit(list.element(), path + "[]");
    } else if (type instanceof MapOf map) {
      visit(map.key(), path + "{key}");
      visit(map.value(), path + "{value}");
    } else if (type instanceof Struct struct) {
      if (open.contains(struct.type())) {
        problems.add(
            "%s: record %s contains itself, so it has no end of columns: keep a key of the other row instead"
                .formatted(path, struct.type().getSimpleName()));
      } else {
        visit(struct.recordType(), path);
      }
    }
  }

  private void checkColumnName(
      RecordComponentType component, String at, Map<String, RecordComponentType> byColumn) {
    if (component.column().isBlank()) {
      problems.add("%s: @ColumnName is blank: give the column a name".formatted(at));
      return;
    }
    RecordComponentType other =
        byColumn.putIfAbsent(component.column().toLowerCase(Locale.ROOT), component);
    if (other != null) {
      problems.add(
          "%s: column \"%s\" is also the column of %s (\"%s\"), and case does not tell them apart: rename one with @ColumnName"
              .formatted(at, component.column(), other.name(), other.column()));
    }
  }

  /** A method of the accessor's name with parameters: javac then cannot type Order::quantity. */
  private void checkAccessor(RecordType record, RecordComponentType component, String at) {
    Class<?> type = record.type();
    boolean overloaded =
        Stream.of(type.getDeclaredMethods(), type.getMethods())
            .flatMap(Arrays::stream)
            .anyMatch(m -> m.getName().equals(component.name()) && m.getParameterCount() > 0);
    if (overloaded) {
      problems.add(
          "%s: another method has the name %s, so the reference %s::%2$s is ambiguous to the compiler: rename that method"
              .formatted(at, component.name(), record.simpleName()));
    }
  }
}
