package dev.sluice.run;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What became of the rows that entered a stage with rules, or one that counts what it sees. Each row is accepted, rejected or
 * dropped, and only one of them:
 *
 * <pre>{@code
 * rows in = accepted + rejected rows + dropped rows
 * }</pre>
 *
 * <p>A number that is not known is empty, never 0.
 *
 * @param name the name of the stage
 * @param rowsIn the rows that entered the stage
 * @param accepted the rows that went on
 * @param rejectedRows the rows that broke a rule, each counted once however many rules it broke
 * @param rejected the rows that broke each rule; a row that breaks two rules counts for both, so
 *     these may add up to more than {@code rejectedRows}
 * @param warned the rows that broke each rule that only warns; these rows went on
 * @param dropped the rows that each step dropped on purpose, such as duplicates
 * @param filled the rows that each step put a value into
 * @param counted what a stage counts beside, such as the rows of each level that a model has scored;
 *     {@link RunReport#toText} leaves it out, for there may be hundreds
 */
public record StageReport(
    String name,
    OptionalLong rowsIn,
    OptionalLong accepted,
    OptionalLong rejectedRows,
    List<RuleCount> rejected,
    List<RuleCount> warned,
    List<RuleCount> dropped,
    List<RuleCount> filled,
    List<RuleCount> counted) {

  /**
   * Copies the lists.
   *
   * @throws NullPointerException if a component is null
   */
  public StageReport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rowsIn, "rowsIn");
    Objects.requireNonNull(accepted, "accepted");
    Objects.requireNonNull(rejectedRows, "rejectedRows");
    rejected = List.copyOf(rejected);
    warned = List.copyOf(warned);
    dropped = List.copyOf(dropped);
    filled = List.copyOf(filled);
    counted = List.copyOf(counted);
  }

  /** Of a stage that counts nothing beside. */
  public StageReport(
      String name,
      OptionalLong rowsIn,
      OptionalLong accepted,
      OptionalLong rejectedRows,
      List<RuleCount> rejected,
      List<RuleCount> warned,
      List<RuleCount> dropped,
      List<RuleCount> filled) {
    this(name, rowsIn, accepted, rejectedRows, rejected, warned, dropped, filled, List.of());
  }

  /**
   * Of a stage that lets every row go on, and counts what it sees.
   *
   * @param rows how many rows there were
   */
  public static StageReport counting(String name, OptionalLong rows, List<RuleCount> counted) {
    return new StageReport(
        name,
        rows,
        rows,
        OptionalLong.of(0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        counted);
  }

  /**
   * The rows dropped by all steps together.
   *
   * @return the number of rows, 0 if no step drops any; empty if one of the steps is not counted
   */
  public OptionalLong droppedRows() {
    return dropped.stream().map(RuleCount::rows).reduce(OptionalLong.of(0), Sums::plus);
  }

  /**
   * The rows that entered and were neither accepted, rejected nor dropped.
   *
   * @return the number of rows, 0 if all add up, negative if there are more rows than entered;
   *     empty if one of the numbers is not known
   */
  public OptionalLong missing() {
    OptionalLong out = Sums.plus(Sums.plus(accepted, rejectedRows), droppedRows());
    return rowsIn.isPresent() && out.isPresent()
        ? OptionalLong.of(rowsIn.getAsLong() - out.getAsLong())
        : OptionalLong.empty();
  }

  /**
   * Whether every row that entered is accounted for.
   *
   * @return true if all numbers are known and rows in = accepted + rejected + dropped
   */
  public boolean conserved() {
    return missing().equals(OptionalLong.of(0));
  }

  StageReport plus(StageReport other) {
    return new StageReport(
        name,
        Sums.plus(rowsIn, other.rowsIn),
        Sums.plus(accepted, other.accepted),
        Sums.plus(rejectedRows, other.rejectedRows),
        plus(rejected, other.rejected),
        plus(warned, other.warned),
        plus(dropped, other.dropped),
        plus(filled, other.filled),
        plus(counted, other.counted));
  }

  /** A rule that the record implies is in a report only where rows broke it, so it may miss. */
  private static List<RuleCount> plus(List<RuleCount> first, List<RuleCount> second) {
    return Sums.byName(first, second, RuleCount::rule, RuleCount::plus);
  }
}
