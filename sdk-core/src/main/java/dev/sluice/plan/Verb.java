package dev.sluice.plan;

import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a stage does to the rows that go in, as data: a small record for each verb, whose components
 * are its expressions and constants. A module may add verbs of its own.
 *
 * <p>What a plan's readers need to know of a verb they ask here, so that none of them has a list of
 * verbs. Each answer has a safe default: a verb that says nothing promises nothing.
 */
public interface Verb {

  /** {@code filter}, {@code join} and so on, as descriptions, messages and Spark's UI show it. */
  String name();

  /** What it does beyond its name, such as {@code " where quantity > 0"}; empty, or after a blank. */
  default String detail() {
    return "";
  }

  /** Its parts that deserve a line each in descriptions: outputs, the steps of a clean stage. */
  default List<String> parts() {
    return List.of();
  }

  /** Its expressions, each with its place, in the order in which they were written. */
  default List<Placed> expressions() {
    return List.of();
  }

  /** The components that it makes; empty if it passes on rows or if nobody can know. */
  default List<Output> outputs() {
    return List.of();
  }

  /**
   * What it does to a row, in order, before the row comes out or something is computed of it; only
   * what is certain of each such row.
   */
  default List<Change> changes() {
    return List.of();
  }

  /** How rows flow through it. */
  default Traits traits() {
    return Traits.UNKNOWN;
  }

  /**
   * The records of rows that it finds outside of the plan for the rows that go in. To expressions
   * they are further inputs.
   */
  default List<RecordType> brings() {
    return List.of();
  }

  /** What its expressions may name that is no column of what goes in: parts of an exploded list. */
  default List<ExprNode.Variable> variables() {
    return List.of();
  }

  /** Whether rows of this input come out as they are, but for {@link #changes}. */
  default boolean passes(int input) {
    return traits().flow() == RowFlow.PASSES;
  }

  /** Whether all columns of this input can be NULL because it had no row to pair with. */
  default boolean mayBeMissing(int input) {
    return traits().flow() == RowFlow.JOINS || traits().flow() == RowFlow.UNKNOWN;
  }

  /** How it cuts event time, if it does. */
  default Optional<TimeWindow> window() {
    return Optional.empty();
  }

  /**
   * Whether rows may go in portion by portion: what comes out for the portions, taken together, is
   * what comes out for all rows at once. If not, something has to be kept from one portion to the
   * next, as where rows are grouped.
   *
   * @param inputs the positions of the inputs that come in portions; all rows of any other are there
   *     each time
   */
  default boolean distributes(Set<Integer> inputs) {
    return traits().light() || traits().flow() == RowFlow.MAPS;
  }

  /**
   * What it counts of the rows that come out while they pass, each by a name of its own; nothing for
   * most. Its compiler says the numbers, in the same order.
   */
  default List<String> counts() {
    return List.of();
  }

  /** Whether it may put rows aside as rejected, which a stage of {@code rejected} can read. */
  default boolean rejects() {
    return false;
  }

  /**
   * What is wrong with its constants, each as a sentence without a full stop. Expressions are
   * checked by their places.
   *
   * @param stage the stage whose verb it is
   */
  default List<Problem> problems(PlanNode stage) {
    return List.of();
  }
}
