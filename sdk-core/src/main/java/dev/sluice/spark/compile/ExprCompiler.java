package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Call;
import dev.sluice.plan.ExprNode.Cast;
import dev.sluice.plan.ExprNode.Changed;
import dev.sluice.plan.ExprNode.Computed;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.ExprNode.Invalid;
import dev.sluice.plan.ExprNode.Key;
import dev.sluice.plan.ExprNode.KeyOf;
import dev.sluice.plan.ExprNode.Lambda;
import dev.sluice.plan.ExprNode.Literal;
import dev.sluice.plan.ExprNode.Nested;
import dev.sluice.plan.ExprNode.Null;
import dev.sluice.plan.ExprNode.Over;
import dev.sluice.plan.ExprNode.Rolled;
import dev.sluice.plan.ExprNode.Struct;
import dev.sluice.plan.ExprNode.Udf;
import dev.sluice.plan.ExprNode.Variable;
import dev.sluice.plan.ExprNode.WindowBound;
import dev.sluice.plan.ExprText;
import dev.sluice.plan.NestedRecords;
import dev.sluice.plan.Output;
import dev.sluice.plan.SortKey;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.bridge.LambdaBridge;
import dev.sluice.spark.bridge.OriginBridge;
import dev.sluice.spark.rows.Columns;
import dev.sluice.spark.rows.RecordSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;

/** Turns expressions into Spark's columns, over the columns of the stages that go in. */
final class ExprCompiler {

  /** The column of a time window, in an aggregation that has one. */
  static final String WINDOW = "__window";

  private final List<RecordType> inputs;
  private final InputColumns columns;
  private final ExprModules modules;

  private ExprCompiler(List<RecordType> inputs, InputColumns columns, ExprModules modules) {
    this.inputs = inputs;
    this.columns = columns;
    this.modules = modules;
  }

  /** Where the columns of the stages that go in are found. */
  private interface InputColumns {
    Column of(String column, int input);

    /** Whether they have their own names, so that Spark names them so by itself. */
    default boolean areNamed(int input) {
      return true;
    }
  }

  /** Over the columns of one stage. */
  static ExprCompiler over(RecordType input) {
    return new ExprCompiler(
        List.of(input), (column, of) -> Columns.named(column), ExprModules.ALL);
  }

  /** Over the columns of joined stages, each under its {@link #alias}. */
  static ExprCompiler overJoined(List<RecordType> inputs) {
    return new ExprCompiler(
        inputs, (column, of) -> Columns.named(alias(of), column), ExprModules.ALL);
  }

  /** Over the columns of one stage, and values of the only row of another. */
  static ExprCompiler beside(List<RecordType> inputs, UnaryOperator<Column> one) {
    InputColumns columns =
        new InputColumns() {
          @Override
          public Column of(String column, int input) {
            return areNamed(input) ? Columns.named(column) : one.apply(Columns.named(column));
          }

          @Override
          public boolean areNamed(int input) {
            return input == 0;
          }
        };
    return new ExprCompiler(inputs, columns, ExprModules.ALL);
  }

  /** The same with what these modules know. */
  ExprCompiler with(ExprModules others) {
    return new ExprCompiler(inputs, columns, others);
  }

  /**
   * The alias of a joined stage; it makes columns of the same name, and self-joins, unambiguous.
   */
  static String alias(int input) {
    return "s" + input;
  }

  Column column(ExprNode expr) {
    if (expr instanceof Field field) {
      return field(field.accessor(), field.input());
    } else if (expr instanceof Key key) {
      return field(key.accessor(), 0);
    } else if (expr instanceof Literal literal) {
      return Literals.column(literal.value());
    } else if (expr instanceof Null nothing) {
      return functions.lit(null).cast(RecordSchemas.of(nothing.type()));
    } else if (expr instanceof Nested nested) {
      return nested(nested);
    } else if (expr instanceof Call call) {
      List<Column> arguments = columns(call.arguments());
      return at(call, () -> modules.call(call, arguments));
    } else if (expr instanceof Cast cast) {
      Column of = column(cast.of());
      DataType type = RecordSchemas.of(cast.type());
      return at(cast, () -> cast.strict() ? of.cast(type) : of.try_cast(type));
    } else if (expr instanceof Struct struct) {
      return struct(struct);
    } else if (expr instanceof Udf udf) {
      Column argument = column(udf.argument());
      return at(udf, () -> UdfCompiler.call(udf, argument));
    } else if (expr instanceof Changed changed) {
      return changed(changed);
    } else if (expr instanceof Variable variable) {
      return variable.bound() == Variable.Bound.LAMBDA
          ? LambdaBridge.variable(variable.name())
          : Columns.named(variable.column());
    } else if (expr instanceof Lambda lambda) {
      return LambdaBridge.lambda(
          lambda.parameters().stream().map(Variable::name).toList(), column(lambda.body()));
    } else if (expr instanceof Computed computed) {
      return Columns.named(computed.column());
    } else if (expr instanceof WindowBound bound) {
      return functions.col(WINDOW).getField(bound.start() ? "start" : "end");
    } else if (expr instanceof KeyOf key) {
      return column(key.of());
    } else if (expr instanceof Rolled rolled) {
      return column(rolled.key());
    } else if (expr instanceof Over over) {
      return new OverCompiler(this, inputs).column(over);
    } else if (expr instanceof Invalid) {
      throw new IllegalStateException("an invalid expression passed validation: " + expr);
    }
    return at(expr, () -> modules.column(expr, this::column));
  }

  /** The name that Spark gives to the expression's column by itself, if it is a plain column. */
  Optional<String> nameOf(ExprNode expr) {
    if (expr instanceof Field field) {
      return inputs.get(field.input()).component(field.accessor())
          .map(RecordComponentType::column)
          .filter(column -> columns.areNamed(field.input()));
    } else if (expr instanceof Key key) {
      return inputs.get(0).component(key.accessor()).map(RecordComponentType::column);
    }
    if (expr instanceof Rolled rolled) {
      return nameOf(rolled.key());
    }
    return expr instanceof Computed computed ? Optional.of(computed.column()) : Optional.empty();
  }

  List<Column> columns(List<ExprNode> exprs) {
    List<Column> columns = new ArrayList<>(exprs.size());
    for (ExprNode expr : exprs) {
      columns.add(column(expr));
    }
    return columns;
  }

  Column[] sortColumns(List<SortKey> keys) {
    return keys.stream().map(this::sortColumn).toArray(Column[]::new);
  }

  private Column sortColumn(SortKey key) {
    return directed(column(key.expr()), key);
  }

  /** A column in the direction of an order. */
  static Column directed(Column column, SortKey key) {
    if (key.descending()) {
      return key.nullsFirst() ? column.desc_nulls_first() : column.desc_nulls_last();
    }
    return key.nullsFirst() ? column.asc_nulls_first() : column.asc_nulls_last();
  }

  private Column field(String accessor, int input) {
    String column = inputs.get(input).component(accessor).orElseThrow().column();
    return columns.of(column, input);
  }

  private Column nested(Nested nested) {
    RecordComponentType component = NestedRecords.component(nested, inputs).orElseThrow();
    return column(nested.of()).getField(component.column());
  }

  private Column struct(Struct struct) {
    List<RecordComponentType> components = RecordType.of(struct.record()).components();
    Column[] values = new Column[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = StageCompiler.stored(column(struct.values().get(i)), components.get(i));
    }
    return functions.struct(values);
  }

  private Column changed(Changed changed) {
    RecordType record = NestedRecords.of(changed.of(), inputs).orElseThrow();
    Column column = column(changed.of());
    for (Output value : changed.values()) {
      RecordComponentType component = record.component(value.component()).orElseThrow();
      column =
          column.withField(
              Columns.quoted(component.column()),
              StageCompiler.stored(column(value.value()), component));
    }
    return column;
  }

  static Column at(ExprNode expr, Supplier<Column> action) {
    return OriginBridge.at(expr.site(), ExprText.brief(expr), action);
  }
}
