package dev.sluice.testkit;

import dev.sluice.quality.Rejected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Assertions about the rows of a stage that can reject some, and about those it rejected.
 *
 * <pre>{@code
 * assertThat(orders.clean("valid", c -> c.require("positive quantity", col(Order::quantity).gt(0))))
 *     .hasRows(good)
 *     .rejects(bad).because("positive quantity");
 * }</pre>
 *
 * @param <T> the record
 */
public final class CheckedRowsAssert<
    T extends Record> extends AbstractRowsAssert<T, CheckedRowsAssert<T>> {

  private final CollectedRows<T> accepted;
  private final CollectedRows<Rejected> rejected;

  /** The rows whose rejection was asserted before, each as often as that. */
  private final List<String> claimed;

  CheckedRowsAssert(CollectedRows<T> accepted, CollectedRows<Rejected> rejected) {
    this(accepted, rejected, Comparison.plain(), false, List.of());
    BegunAssertions.begin(accepted, accepted.description());
  }

  private CheckedRowsAssert(
      CollectedRows<T> accepted,
      CollectedRows<Rejected> rejected,
      Comparison comparison,
      boolean asserted,
      List<String> claimed) {
    super(accepted, comparison, asserted);
    this.accepted = accepted;
    this.rejected = rejected;
    this.claimed = claimed;
  }

  @Override
  CheckedRowsAssert<T> copy(Comparison changed, boolean hasAsserted) {
    return new CheckedRowsAssert<>(accepted, rejected, changed, hasAsserted, claimed);
  }

  /**
   * Asserts that this row was rejected, for whatever reason. The row is as it came into the stage,
   * before the stage fixed anything; all components are compared, times to the millisecond.
   * Asserting it again in one chain asks for another row with the same values.
   */
  public Rejection<T> rejects(T row) {
    return rejection(ValueText.of(row), json -> RejectedJson.is(row, json));
  }

  /**
   * Asserts that a row with this text was rejected: of a source, the line or object that could not
   * be parsed.
   */
  public Rejection<T> rejectsText(String text) {
    return rejection(JavaText.quoted(text), text::equals);
  }

  /** Asserts how many rows were rejected; each counts once, however many rules it broke. */
  public CheckedRowsAssert<T> hasRejectedCount(long expected) {
    long count = rejected().size();
    if (count != expected) {
      throw failure("expected %d rejected, found %d".formatted(expected, count));
    }
    return asserted();
  }

  /** Asserts that no row was rejected. */
  public CheckedRowsAssert<T> rejectsNothing() {
    return hasRejectedCount(0);
  }

  /** The rejected rows, for assertions of another library. */
  public List<Rejected> rejected() {
    BegunAssertions.looked(accepted);
    return rejected.rows();
  }

  private Rejection<T> rejection(String row, Predicate<String> isRow) {
    List<Rejected> found =
        rejected().stream().filter(candidate -> isRow.test(candidate.row())).toList();
    if (found.isEmpty()) {
      throw failure("did not reject " + row, acceptedLines());
    }
    int times = Collections.frequency(claimed, row) + 1;
    if (found.size() < times) {
      throw failure(
          "rejected %s %d times, not %d".formatted(row, found.size(), times), acceptedLines());
    }
    List<String> more = new ArrayList<>(claimed);
    more.add(row);
    return new Rejection<>(
        new CheckedRowsAssert<>(accepted, rejected, comparison(), true, List.copyOf(more)),
        row,
        found);
  }

  private List<String> acceptedLines() {
    List<T> rows = accepted.rows();
    return Shown.section("accepted (%d):".formatted(rows.size()), rows, Shown.ROWS, ValueText::of);
  }

  AssertionError failure(String summary) {
    return failure(summary, List.of());
  }

  private AssertionError failure(String summary, List<String> more) {
    String prefix = comparison().name().map(name -> "[" + name + "] ").orElse("");
    List<Rejected> rows = rejected();
    List<String> all =
        rows.isEmpty()
            ? List.of("", "No row was rejected.")
            : Shown.section(
                "rejected (%d):".formatted(rows.size()),
                rows,
                Shown.ROWS,
                row -> "%s because of %s".formatted(row.row(), reasons(row.reasons())));
    return new AssertionError(
        Stream.of(List.of(prefix + rejected.description() + ": " + summary), all, more)
            .flatMap(List::stream)
            .collect(Collectors.joining("\n")));
  }

  static String reasons(List<String> reasons) {
    return String.join(", ", reasons.stream().map(reason -> "'" + reason + "'").toList());
  }
}
