package dev.sluice.plan.verb;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.Output;
import dev.sluice.plan.Place;
import dev.sluice.plan.Placed;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.Problem;
import dev.sluice.plan.Traits;
import dev.sluice.plan.Verb;
import dev.sluice.record.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row for each of several columns of a row, with the name of the column and its value.
 *
 * @param columns the columns, of one type
 * @param variables what each row is given of them: the name and the value
 * @param keepsNulls whether a value that is NULL makes a row too
 * @param outputs the components that come out
 */
public record Unpivot(
    List<ExprNode> columns, List<Variable> variables, boolean keepsNulls, List<Output> outputs)
    implements Verb {
  public Unpivot {
    columns = List.copyOf(columns);
    variables = List.copyOf(variables);
    outputs = List.copyOf(outputs);
  }

  @Override
  public String name() {
    return "unpivot";
  }

  @Override
  public String detail() {
    return " "
        + columns.stream().map(ExprText::of).collect(Collectors.joining(", "))
        + (keepsNulls ? ", keeping NULLs" : "");
  }

  @Override
  public List<String> parts() {
    return Details.outputs(outputs);
  }

  @Override
  public List<Placed> expressions() {
    return Stream.concat(Place.PARTS.of(columns), Place.outputs(outputs)).toList();
  }

  /** Not at little cost, for one row makes many. */
  @Override
  public Traits traits() {
    return Traits.mapping();
  }

  /** javac finds a type for the values of whatever columns. */
  @Override
  public List<Problem> problems(PlanNode stage) {
    Optional<ColumnType> first = type(columns.get(0), stage);
    return columns.stream()
        .filter(column -> !type(column, stage).equals(first))
        .limit(1)
        .flatMap(
            column -> first.flatMap(
                type -> type(column, stage).map(
                    other -> stage.problem(
                        column.site(),
                        "'%s' is %s, and '%s' is %s: the values of one column are of one type, so convert one of them with enrich first"
                            .formatted(name(columns.get(0)), type, name(column),
                                other))))
                .stream())
        .toList();
  }

  private static Optional<ColumnType> type(ExprNode column, PlanNode stage) {
    return column.type(stage.records());
  }

  private static String name(ExprNode column) {
    return column instanceof Field field ? field.accessor() : ExprText.of(column);
  }
}
