package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.Fn;
import dev.sluice.plan.Modules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What the core and all modules know of expressions: the one place where it is put together. */
final class ExprModules {

  /** Those of the core and of every module on the class path. */
  static final ExprModules ALL = of(Modules.parts(ExprModule.class));

  private final Map<Fn, ExprModule.Lowering> lowerings = new HashMap<>();
  private final Map<Class<?>, ExprModule.Compiler<ExprNode>> kinds = new HashMap<>();

  private ExprModules() {}

  /** Those of the core and of these modules. */
  static ExprModules of(List<ExprModule> modules) {
    ExprModules all = new ExprModules();
    all.add(new CoreExprs());
    modules.forEach(all::add);
    return all;
  }

  private void add(ExprModule module) {
    module.functions().forEach((fn, lowering) -> add(lowerings, fn, lowering, module));
    module.kinds().forEach(kind -> add(kind, module));
  }

  @SuppressWarnings("unchecked") // a compiler is asked only for expressions of its class
  private void add(ExprModule.Kind<?> kind, ExprModule module) {
    add(kinds, kind.type(), (ExprModule.Compiler<ExprNode>) kind.compiler(), module);
  }

  private static <K, V> void add(Map<K, V> known, K what, V compiler, ExprModule module) {
    if (known.putIfAbsent(what, compiler) != null) {
      throw new IllegalStateException(
          "%s compiles %s, which another module on the class path compiles already"
              .formatted(module.getClass().getName(), what));
    }
  }

  /** Whether a function is not Spark's of its name. */
  boolean lowers(Fn fn) {
    return lowerings.containsKey(fn);
  }

  /** Spark's expression for a call. */
  Column call(Call call, List<Column> arguments) {
    ExprModule.Lowering lowering = lowerings.get(call.fn());
    return lowering != null
        ? lowering.column(call, arguments)
        : functions.call_function(quoted(call.fn().name()), arguments.toArray(Column[]::new));
  }

  /** Spark reads the name as SQL, in which {@code +} is none unless it is quoted. */
  private static String quoted(String name) {
    return "`" + name + "`";
  }

  /** Spark's expression for one of a kind that is not of the core. */
  Column column(ExprNode expr, Function<ExprNode, Column> inner) {
    ExprModule.Compiler<ExprNode> compiler = kinds.get(expr.getClass());
    if (compiler == null) {
      throw new IllegalStateException(
          "nothing on the class path compiles expressions of %s: is the module there that has it?"
              .formatted(expr.getClass().getName()));
    }
    return compiler.column(expr, inner);
  }
}
