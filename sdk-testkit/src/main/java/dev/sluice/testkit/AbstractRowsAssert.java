package dev.sluice.testkit;

import dev.sluice.Stage;
import dev.sluice.expr.Fields;
import dev.sluice.record.RecordComponentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Assertions about rows. The methods that say how to compare come first, then those that assert:
 *
 * <pre>{@code
 * assertThat(sales)
 *     .keyedBy(DailySales::orderDate)
 *     .comparing(DailySales::revenue).within(0.01)
 *     .hasRows(new DailySales(MONDAY, 10.0), new DailySales(TUESDAY, 12.5));
 * }</pre>
 *
 * <p>Unless told otherwise the order of rows does not matter, but how often a row occurs does. Rows
 * are computed once for all assertions of a chain.
 *
 * <p><b>When two rows are the same:</b> all components are, at every depth. Byte arrays, lists,
 * maps and records are compared by their contents, decimals by their value (1.5 is 1.50), times to
 * the microsecond, which is what Spark keeps. NaN is NaN. As in Spark's own comparisons, groups and
 * joins, 0.0 and -0.0 are the same, unless {@link #distinguishingNegativeZero()} is asked for. NULL
 * is the same as NULL only.
 *
 * <p>Rows are those that Spark has, which a sink would write: one that the record's own constructor
 * or an accessor changes, such as by trimming, fails the test and names the component.
 *
 * @param <T> the record of the rows
 * @param <A> the class itself
 */
public abstract sealed class AbstractRowsAssert<
    T extends Record, A extends AbstractRowsAssert<T, A>>
    permits RowsAssert, CheckedRowsAssert {

  private final CollectedRows<T> actual;
  private final Comparison comparison;
  private final boolean asserted;

  AbstractRowsAssert(CollectedRows<T> actual, Comparison comparison, boolean asserted) {
    this.actual = actual;
    this.comparison = comparison;
    this.asserted = asserted;
  }

  /** A copy that compares in another way, or has asserted something. */
  abstract A copy(Comparison changed, boolean hasAsserted);

  final Comparison comparison() {
    return comparison;
  }

  /** What the rows are called at the start of a failure. */
  public final A as(String name) {
    return change("as", comparison.named(name));
  }

  /**
   * From here on the rows must come in the order given. The assertion then fails if they come from
   * a stage that nobody sorted, or sorted and then joined, grouped and the like: the order they
   * come in by chance would pass here, and not in production. Rows with equal sort keys have no
   * order either.
   */
  public final A inOrder() {
    return change("inOrder", comparison.inOrder());
  }

  /**
   * Rows with equal values in these components belong together. It does not change what passes: a
   * failure then shows a changed row as such, and only the cells that differ.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final A keyedBy(Fields.Named<T>... keys) {
    return change("keyedBy", comparison.keyedBy(Arrays.stream(keys).map(this::component).toList()));
  }

  /** How to compare one component: {@code comparing(Line::amount).within(0.01)}. */
  public final FieldComparison<A> comparing(Fields.Named<T> accessor) {
    RecordComponentType component = component(accessor);
    return new FieldComparison<>(
        actual.record().simpleName(),
        component,
        tolerance -> change(
            "comparing",
            comparison.with(comparison.sameness().within(component.name(), tolerance))));
  }

  /** Leaves components out of the comparison. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final A ignoring(Fields.Named<T>... accessors) {
    Sameness sameness = comparison.sameness();
    for (Fields.Named<T> accessor : accessors) {
      sameness = sameness.ignoring(component(accessor).name());
    }
    return change("ignoring", comparison.with(sameness));
  }

  /**
   * All floating point numbers and decimals, however deep, may differ by this much, except those
   * with a tolerance of their own. Whole numbers may not.
   *
   * @param difference the greatest one that is allowed
   */
  public final A numbersWithin(double difference) {
    return change(
        "numbersWithin",
        comparison.with(comparison.sameness().within(Tolerance.absolute(difference))));
  }

  /**
   * All floating point numbers and decimals may differ by this part of the expected number.
   *
   * @param part such as {@code 1e-9}
   */
  public final A numbersWithinRelative(double part) {
    return change(
        "numbersWithinRelative",
        comparison.with(comparison.sameness().within(Tolerance.relative(part))));
  }

  /** From here on -0.0 is not 0.0. */
  public final A distinguishingNegativeZero() {
    return change(
        "distinguishingNegativeZero", comparison.with(comparison.sameness().withDifferentZeros()));
  }

  /** Asserts that these are the rows, and no others, each as often as given. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final A hasRows(T... expected) {
    return hasRows(List.of(expected));
  }

  /** Asserts that these are the rows, and no others, each as often as given. */
  public final A hasRows(List<T> expected) {
    List<T> rows = actual.rows();
    Matching<T> matching = Matching.of(expected, rows, comparison.sameness());
    if (!matching.isComplete()) {
      throw failure()
          .because(counts(expected, matching), differences(expected, matching), expected);
    }
    requireOrder(expected, rows);
    return asserted();
  }

  /**
   * Asserts that the rows of another stage are the same. Two stages without rows fail, since that
   * shows nothing of either: {@link #isEmpty} is for what shall have none.
   */
  public final A hasSameRowsAs(Stage<T> other) {
    List<T> expected = SluiceAssertions.assertThat(other).rows();
    if (expected.isEmpty() && actual.rows().isEmpty()) {
      throw failure()
          .because(
              "neither has a row, which does not show that they are the same: give the inputs rows"
                  + " that reach both, or write isEmpty()",
              List.of());
    }
    return hasRows(expected);
  }

  /**
   * Asserts that at least these rows are there, each at least as often as given. With {@link
   * #inOrder()} they come in this order, others in between.
   *
   * @throws IllegalArgumentException if no row is given, which would be true of any rows
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final A containsRows(T... expected) {
    requireSome("containsRows", expected);
    List<T> wanted = List.of(expected);
    List<T> rows = actual.rows();
    Matching<T> matching = Matching.of(wanted, rows, comparison.sameness());
    if (!matching.missing().isEmpty()) {
      throw failure()
          .because(
              "%d of %s missing among the %d found"
                  .formatted(matching.missing().size(), Shown.rows(wanted.size()), rows.size()),
              difference(matching, "others").lines());
    }
    requireSorted();
    if (comparison.ordered() && !isSubsequence(wanted, rows)) {
      throw failure()
          .because(
              "all rows are there, but not in this order",
              Shown.section("expected order:", wanted, Shown.ROWS, ValueText::of));
    }
    return asserted();
  }

  /**
   * Asserts that none of these rows is there.
   *
   * @throws IllegalArgumentException if no row is given, which would be true of any rows
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public final A doesNotContainRows(T... rejected) {
    requireSome("doesNotContainRows", rejected);
    List<T> found =
        actual.rows().stream()
            .filter(
                row -> Arrays.stream(rejected).anyMatch(r -> comparison.sameness().same(r, row)))
            .toList();
    if (!found.isEmpty()) {
      throw failure()
          .because(
              "%s found that should not be there".formatted(Shown.rows(found.size())),
              Shown.section("found:", found, Shown.ROWS, ValueText::of));
    }
    return asserted();
  }

  /** Asserts that there is no row. */
  public final A isEmpty() {
    return hasRows(List.of());
  }

  /** Asserts the number of rows. */
  public final A hasCount(long expected) {
    long count = actual.rows().size();
    if (count != expected) {
      throw failure()
          .because("expected %s, found %d".formatted(Shown.rows(expected), count), List.of());
    }
    return asserted();
  }

  /**
   * Asserts that the rows are those of a golden file, see {@link TextAssert}: a header and a line
   * for each row, sorted by the values of the components, or as the rows come after {@link
   * #inOrder()}. Components that are ignored are left out. Values are compared as text.
   *
   * @param name the name of the file, such as {@code daily-sales.csv}
   * @throws IllegalStateException if there is a tolerance, which a text does not know
   */
  public final A matchesGolden(String name) {
    asText().matchesGolden(name);
    return asserted();
  }

  /** The text that {@link #matchesGolden} compares, to put in placeholders. */
  public final TextAssert asText() {
    BegunAssertions.looked(actual);
    if (!comparison.sameness().isExact()) {
      throw new IllegalStateException(
          "a golden file is compared as text, where no number is near another: use hasRows, or"
              + " leave the component out with ignoring(…)");
    }
    requireSorted();
    return new TextAssert(
        subject(),
        new RowLines(actual.record(), comparison.sameness(), comparison.ordered())
            .of(actual.rows()),
        TextNormalizer.exact());
  }

  /** The rows, for assertions of another library. */
  public final List<T> rows() {
    return actual.rows();
  }

  private void requireSorted() {
    if (comparison.ordered() && !actual.isSorted()) {
      throw failure()
          .because(
              "inOrder() is asked for, but the rows are not sorted: they come in this order by"
                  + " chance. Let the stage end with sort(…), or leave inOrder() out",
              List.of());
    }
  }

  private void requireOrder(List<T> expected, List<T> rows) {
    requireSorted();
    if (comparison.ordered()) {
      SequenceDifference<T> sequence =
          new SequenceDifference<>(expected, rows, comparison.sameness());
      if (!sequence.isEmpty()) {
        throw failure()
            .because("the rows are right, their order is not", sequence.lines(), expected);
      }
    }
  }

  private void requireSome(String method, Object[] rows) {
    BegunAssertions.looked(actual);
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          method
              + " without a row is true of any rows: give one, or write isEmpty() or hasCount(…)");
    }
  }

  private boolean isSubsequence(List<T> wanted, List<T> rows) {
    int next = 0;
    for (T row : rows) {
      if (next < wanted.size() && comparison.sameness().same(wanted.get(next), row)) {
        next++;
      }
    }
    return next == wanted.size();
  }

  private List<String> differences(List<T> expected, Matching<T> matching) {
    List<String> lines = new ArrayList<>();
    if (comparison.ordered()) {
      lines.addAll(
          new SequenceDifference<>(expected, actual.rows(), comparison.sameness()).lines());
    }
    lines.addAll(difference(matching, "unexpected").lines());
    return lines;
  }

  private RowsDifference<T> difference(Matching<T> matching, String others) {
    return new RowsDifference<>(matching, others, comparison.keys(), comparison.sameness());
  }

  private String counts(List<T> expected, Matching<T> matching) {
    return "expected %s, found %d; %d missing, %d unexpected"
        .formatted(
            Shown.rows(expected.size()),
            actual.rows().size(),
            matching.missing().size(),
            matching.unexpected().size());
  }

  private RowsFailure failure() {
    return new RowsFailure(subject(), actual.rows());
  }

  private String subject() {
    return comparison.name().map(name -> "[" + name + "] ").orElse("") + actual.description();
  }

  private RecordComponentType component(Fields.Named<T> accessor) {
    return Accessors.component(actual.record(), accessor);
  }

  final A asserted() {
    return copy(comparison, true);
  }

  private A change(String method, Comparison changed) {
    if (asserted) {
      throw new IllegalStateException(
          "%s comes too late: what was asserted before did not know it. Write it before the first assertion, as in assertThat(rows).inOrder().hasRows(…)"
              .formatted(method));
    }
    return copy(changed, false);
  }

  /** What the rows are, in a failure. */
  static String describe(String record, Optional<String> from) {
    return "rows of " + record + from.map(place -> " from " + place).orElse("");
  }
}
