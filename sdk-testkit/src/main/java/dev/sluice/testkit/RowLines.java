package dev.sluice.testkit;

import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows as lines below a header, the values as in failures: texts in quotes, so that NULL, an empty
 * text and one with a comma can be told apart.
 *
 * @param record the record of the rows
 * @param sameness which components count
 * @param ordered whether the rows keep their order; else they are sorted by their values
 */
record RowLines(RecordType record, Sameness sameness, boolean ordered) {

  private static final Comparator<Object> BY_VALUE = Comparator.nullsFirst(RowLines::compareValues);

  String of(List<? extends Record> rows) {
    List<RecordComponentType> components = record.components();
    List<Integer> shown =
        IntStream.range(0, components.size())
            .filter(i -> !sameness.ignores(components.get(i).name()))
            .boxed()
            .toList();
    Stream<List<Object>> cells =
        rows.stream()
            .map(row -> RecordParts.of(row).values(row))
            .map(values -> shown.stream().map(values::get).collect(Collectors.toList()));
    return Stream.concat(
        Stream.of(
            shown.stream().map(i -> components.get(i).name()).collect(Collectors.joining(","))),
        (ordered ? cells : cells.sorted(RowLines::compareRows))
            .map(row -> row.stream().map(ValueText::of).collect(Collectors.joining(","))))
        .collect(Collectors.joining("\n"));
  }

  private static int compareRows(List<Object> left, List<Object> right) {
    return IntStream.range(0, left.size())
        .map(i -> BY_VALUE.compare(left.get(i), right.get(i)))
        .filter(result -> result != 0)
        .findFirst()
        .orElse(0);
  }

  /** By their own order, where they have one, and by their text where that says they are equal. */
  @SuppressWarnings("unchecked") // values of one class that are comparable compare to each other
  private static int compareValues(Object left, Object right) {
    int result =
        left instanceof Comparable<?> && left.getClass() == right.getClass()
            ? ((Comparable<Object>) left).compareTo(right)
            : 0;
    return result != 0 ? result : ValueText.of(left).compareTo(ValueText.of(right));
  }
}
