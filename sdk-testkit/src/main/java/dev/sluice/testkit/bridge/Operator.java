package dev.sluice.testkit.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An operator of a plan that ran. One that is reused is one object with several parents; compared
 * by identity.
 *
 * @see OperatorReader
 */
public final class Operator implements PlanTree {

  public enum Kind {
    SCAN,
    SHUFFLE,
    BROADCAST,
    /** The rows of an exchange that is somewhere else in the plan. */
    REUSED,
    /** The rows of a cached query. */
    CACHED,
    JOIN,
    AGGREGATE,
    WINDOW,
    /** What Spark puts where no row can come from. */
    EMPTY,
    /** One row of no columns, where all values come from subqueries. */
    ONE_ROW,
    OTHER
  }

  /**
   * What an operator does.
   *
   * @param text one line about it
   * @param columns the numbers Spark has given to the columns that come out, and to those of what
   *     it was planned from
   * @param defines the numbers of the columns it computes, and of its aggregate functions
   * @param udfs the functions of users that it calls
   * @param broadcast which input of a join is sent to all executors
   * @param scan what a scan reads, of those that say so
   * @param cached the query that was cached
   */
  record Traits(
      Kind kind,
      String text,
      Set<Long> columns,
      Set<Long> defines,
      List<String> udfs,
      Optional<Integer> broadcast,
      Optional<Scan> scan,
      Optional<QueryNode> cached) {}

  private final Traits traits;
  private final List<Operator> inputs;
  private final List<Operator> subqueries;

  Operator(Traits traits, List<Operator> inputs, List<Operator> subqueries) {
    this.traits = traits;
    this.inputs = List.copyOf(inputs);
    this.subqueries = List.copyOf(subqueries);
  }

  public Kind kind() {
    return traits.kind();
  }

  public boolean is(Kind kind) {
    return traits.kind() == kind;
  }

  @Override
  public String text() {
    return traits.text();
  }

  public Set<Long> columns() {
    return traits.columns();
  }

  public Set<Long> defines() {
    return traits.defines();
  }

  @Override
  public List<String> udfs() {
    return traits.udfs();
  }

  public Optional<Scan> scan() {
    return traits.scan();
  }

  public Optional<QueryNode> cached() {
    return traits.cached();
  }

  /** The operators that rows come from. */
  public List<Operator> inputs() {
    return inputs;
  }

  /** The input that a join has sent to all executors, if it has. */
  public Optional<Operator> broadcast() {
    return traits.broadcast().map(inputs::get);
  }

  @Override
  public List<Operator> parts() {
    List<Operator> parts = new ArrayList<>(inputs);
    parts.addAll(subqueries);
    return parts;
  }

  /** This operator and all that run for it, each once, from the top. */
  public Set<Operator> all() {
    Set<Operator> all = new LinkedHashSet<>();
    collect(all);
    return all;
  }

  public List<Operator> all(Predicate<Operator> wanted) {
    return all().stream().filter(wanted).toList();
  }

  private void collect(Set<Operator> all) {
    if (all.add(this)) {
      parts().forEach(part -> part.collect(all));
    }
  }

  @Override
  public String toString() {
    return text();
  }
}
