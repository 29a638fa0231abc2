package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.Fn;
import dev.sluice.plan.SluiceModule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/**
 * How functions and kinds of expression of a module become Spark's.
 */
public interface ExprModule extends SluiceModule.Part {

  /** The functions that are not Spark's function of their name, and what they are instead. */
  default Map<Fn, Lowering> functions() {
    return Map.of();
  }

  /** The kinds of expression beyond those of the core. */
  default List<Kind<?>> kinds() {
    return List.of();
  }

  /** What a function is in terms of Spark's. */
  @FunctionalInterface
  interface Lowering {
    /**
     * Spark's expression for a call.
     *
     * @param call the call, for its constants
     * @param arguments its arguments, compiled
     */
    Column column(Call call, List<Column> arguments);
  }

  /**
   * A kind of expression and its compiler.
   *
   * @param type the class of its expressions
   * @param compiler makes Spark's expression of one, with the compiler of what is in it
   * @param <N> the same
   */
  record Kind<N extends ExprNode>(Class<N> type, Compiler<N> compiler) {}

  /** Makes Spark's expression of an expression of one kind. */
  @FunctionalInterface
  interface Compiler<N extends ExprNode> {
    /**
     * Spark's expression.
     *
     * @param expr the expression
     * @param inner compiles the expressions in it
     */
    Column column(N expr, Function<ExprNode, Column> inner);
  }
}
