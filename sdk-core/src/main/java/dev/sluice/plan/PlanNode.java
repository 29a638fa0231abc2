package dev.sluice.plan;

import dev.sluice.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stage of a pipeline as data: what it does ({@link Verb}), to the rows of which stages, and what
 * record comes out. Immutable; two stages that look the same are still two, but one under another
 * name is the same.
 */
public final class PlanNode {

  private final Origin origin;
  private final Verb verb;
  private final List<PlanNode> inputs;

  /** A stage of these inputs. */
  public PlanNode(Origin origin, Verb verb, List<PlanNode> inputs) {
    this.origin = origin;
    this.verb = verb;
    this.inputs = List.copyOf(inputs);
  }

  /** A stage of one input, or of none. */
  public PlanNode(Origin origin, Verb verb, PlanNode... inputs) {
    this(origin, verb, List.of(inputs));
  }

  /**
   * What every stage has.
   *
   * @param name the user's, or one made of the verb and the record
   * @param record the record that its rows are
   * @param site where the stage was written
   * @param identity of one stage, whatever its name
   */
  public record Origin(String name, Class<?> record, CallSite site, Object identity) {

    /** Of a new stage. */
    public Origin(String name, Class<?> record, CallSite site) {
      this(name, record, site, new Object());
    }

    /** The same for another stage that stands in for this one. */
    public Origin anew() {
      return new Origin(name, record, site);
    }
  }

  /** Name, record and call site. */
  public Origin origin() {
    return origin;
  }

  /** The stage's name. */
  public String name() {
    return origin.name();
  }

  /** The record that its rows are. */
  public RecordType record() {
    return RecordType.of(origin.record());
  }

  /** Where it was written. */
  public CallSite site() {
    return origin.site();
  }

  /** What it does. */
  public Verb verb() {
    return verb;
  }

  /** What it does, if it is a verb of this class. */
  public <V extends Verb> Optional<V> verb(Class<V> type) {
    return Optional.of(verb).filter(type::isInstance).map(type::cast);
  }

  /** Whether its verb is of this class. */
  public boolean is(Class<? extends Verb> type) {
    return type.isInstance(verb);
  }

  /** The stages whose rows go in. */
  public List<PlanNode> inputs() {
    return inputs;
  }

  /** What its expressions are over: the records of the inputs, then of what its verb brings. */
  public List<RecordType> records() {
    return Stream.concat(inputs.stream().map(PlanNode::record), verb.brings().stream()).toList();
  }

  /** The first stage whose rows go in. */
  public PlanNode input() {
    return inputs.get(0);
  }

  /** The same stage under another name. */
  public PlanNode named(String name) {
    Origin renamed = new Origin(name, origin.record(), origin.site(), origin.identity());
    return new PlanNode(renamed, verb, inputs);
  }

  /** Another stage that stands in for this one, and does something else to the same rows. */
  public PlanNode anew(Verb other) {
    return new PlanNode(origin.anew(), other, inputs);
  }

  /** The expressions of its verb. */
  public Stream<ExprNode> expressions() {
    return verb.expressions().stream().map(Placed::expr);
  }

  /** Something wrong with this stage. */
  public Problem problem(String message) {
    return new Problem(name(), site(), message);
  }

  /** Something wrong with a line of this stage. */
  public Problem problem(CallSite line, String message) {
    return new Problem(name(), line, message);
  }

  /** This stage and all before it, each once, inputs first. */
  public Stream<PlanNode> upstream() {
    return PlanOrder.of(List.of(this)).stream();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlanNode stage && stage.origin.identity() == origin.identity();
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(origin.identity());
  }

  @Override
  public String toString() {
    return name() + " (" + site() + ")";
  }
}
