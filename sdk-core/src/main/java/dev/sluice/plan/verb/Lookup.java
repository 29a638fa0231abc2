package dev.sluice.plan.verb;

import dev.sluice.connect.LookupStore;
import dev.sluice.plan.Change;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Operators;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.record.ColumnType;
import dev.sluice.record.RecordType;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row for each row and what a store has for its key. Expressions over the store's row count it as
 * a second input.
 *
 * @param store the store
 * @param key what it is asked by; a struct is a key of several components
 * @param onlyFound whether rows are left out for whose key the store has nothing
 * @param batches how it is asked
 * @param outputs the components that come out
 */
public record Lookup(
    LookupStore<?, ?> store,
    ExprNode key,
    boolean onlyFound,
    LookupBatches batches,
    List<Output> outputs)
    implements Verb {
  public Lookup {
    outputs = List.copyOf(outputs);
  }

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public String detail() {
    return " in %s by %s%s, %d rows at once, %d times at a time, each within %s"
        .formatted(
            store.description(),
            ExprText.of(key),
            onlyFound ? ", only what is found" : "",
            batches.rows(),
            batches.inFlight(),
            batches.timeout());
  }

  @Override
  public List<String> parts() {
    return Details.joined(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(Stream.of(Place.KEY.of(key)), Place.outputs(outputs)).toList();
  }

  @Override
  public List<RecordType> brings() {
    return List.of(RecordType.of(store.type()));
  }

  @Override
  public boolean mayBeMissing(int input) {
    return input == 1 && !onlyFound;
  }

  /** The parts of the key. */
  public List<ExprNode> keys() {
    return key instanceof ExprNode.Struct struct ? struct.values() : List.of(key);
  }

  /** What has no key is not found. */
  @Override
  public List<Change> changes() {
    return onlyFound
        ? keys().stream()
            .<Change>map(
                part -> new Change.Holds(
                    new ExprNode.Call(Operators.IS_NOT_NULL, List.of(part), part.site())))
            .toList()
        : List.of();
  }

  /** The store may answer otherwise the next time. */
  @Override
  public Traits traits() {
    return Traits.mapping().notRepeatable();
  }

  @Override
  public List<Problem> problems(PlanNode stage) {
    return Stream.of(recordProblems(stage), keyProblems(stage), batches.problems(stage).stream())
        .flatMap(problems -> problems)
        .toList();
  }

  private Stream<Problem> recordProblems(PlanNode stage) {
    return RecordType.of(store.type()).problems().stream().map(stage::problem);
  }

  private Stream<Problem> keyProblems(PlanNode stage) {
    ColumnType type = ColumnType.of(store.keyType());
    if (type instanceof ColumnType.Unsupported unsupported) {
      return Stream.of(
          stage.problem(
              "%s is no key of a lookup: %s"
                  .formatted(unsupported.javaType(), unsupported.reason())));
    } else if (type instanceof ColumnType.Struct struct
        && !struct.recordType().problems().isEmpty()) {
      return struct.recordType().problems().stream().map(stage::problem);
    } else if (type.contains(ColumnType.Scalar.BINARY)) {
      return Stream.of(
          stage.problem(
              "byte[] is no key of a lookup, for two arrays of the same bytes are not equal: take a text of them"));
    }
    return Stream.empty();
  }
}
