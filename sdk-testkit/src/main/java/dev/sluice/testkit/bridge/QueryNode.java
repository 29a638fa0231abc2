package dev.sluice.testkit.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of a query before it is planned, compared by identity.
 *
 * @see QueryReader
 */
public final class QueryNode implements PlanTree {

  public enum Kind {
    LEAF,
    /** Gives out rows that went in, perhaps with other columns, perhaps not all. */
    BY_ROW,
    JOIN,
    AGGREGATE,
    OTHER
  }

  /**
   * What a part of a query does.
   *
   * @param columns the numbers Spark has given to the columns that come out, in order
   * @param defines the numbers of its window columns and of its aggregate functions
   * @param canonical equal for what computes the same
   * @param broadcast whether it asks for its rows to be broadcast
   * @param udfs the functions of users that it calls
   */
  record Traits(
      Kind kind,
      String text,
      List<Long> columns,
      Set<Long> defines,
      Object canonical,
      boolean broadcast,
      List<String> udfs) {}

  private final Traits traits;
  private final List<QueryNode> inputs;
  private final List<QueryNode> subqueries;

  QueryNode(Traits traits, List<QueryNode> inputs, List<QueryNode> subqueries) {
    this.traits = traits;
    this.inputs = List.copyOf(inputs);
    this.subqueries = List.copyOf(subqueries);
  }

  public boolean is(Kind kind) {
    return traits.kind() == kind;
  }

  @Override
  public String text() {
    return traits.text();
  }

  public List<Long> columns() {
    return traits.columns();
  }

  public Set<Long> defines() {
    return traits.defines();
  }

  @Override
  public List<String> udfs() {
    return traits.udfs();
  }

  /** Whether both compute the same, whatever numbers their columns have. */
  public boolean computesSameAs(QueryNode other) {
    return traits.canonical().equals(other.traits.canonical());
  }

  public List<QueryNode> inputs() {
    return inputs;
  }

  @Override
  public List<QueryNode> parts() {
    List<QueryNode> parts = new ArrayList<>(inputs);
    parts.addAll(subqueries);
    return parts;
  }

  /** Whether this or what it takes its rows from, row by row, asks for them to be broadcast. */
  public boolean asksForBroadcast() {
    return traits.broadcast()
        || (is(Kind.BY_ROW) && inputs.stream().anyMatch(QueryNode::asksForBroadcast));
  }

  /** This and all below, from the top. */
  public Stream<QueryNode> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(QueryNode::all));
  }

  /** The leaves that its rows come from, in order. */
  public List<QueryNode> leaves() {
    return inputs.isEmpty()
        ? List.of(this)
        : inputs.stream().flatMap(input -> input.leaves().stream()).toList();
  }

  @Override
  public String toString() {
    return text();
  }
}
