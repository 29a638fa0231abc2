package dev.sluice.spark.compile;

import dev.sluice.plan.CallSite;
import dev.sluice.plan.ExprNode.Udf;
import dev.sluice.record.ColumnType;
import dev.sluice.spark.bridge.UdfBridge;
import dev.sluice.spark.rows.ValueCodec;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.runtime.AbstractFunction1;

/** Turns a user's function into a call of Spark's. */
final class UdfCompiler {

  private UdfCompiler() {}

  static Column call(Udf udf, Column argument) {
    requireSerializable(udf);
    ColumnType input = ColumnType.of(udf.input());
    ColumnType output = ColumnType.of(udf.output());
    UserDefinedFunction named =
        UdfBridge.function(new Body(udf, input, output), input, output).withName(udf.name());
    return (udf.deterministic() ? named : named.asNondeterministic()).apply(argument);
  }

  /** Spark would say so too, but late, and not which function it was. */
  private static void requireSerializable(Udf udf) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(udf.function());
    } catch (IOException e) {
      throw new UdfException(
          "udf '%s' (%s) cannot be sent to the executors, because what it captures cannot: %s. Use a static method, or values that are java.io.Serializable"
              .formatted(udf.name(), udf.site().frame(), e),
          e);
    }
  }

  /** The user's function between Spark's values and Java's. */
  private static final class Body extends AbstractFunction1<Object, Object>
      implements Serializable {

    private static final long serialVersionUID = 1;

    private final String name;
    private final CallSite site;

    @SuppressWarnings("serial") // requireSerializable has tried it
    private final Function<Object, Object> function;

    private final ColumnType input;
    private final ColumnType output;
    private final boolean returnsNull;
    private transient ValueCodec inputCodec;
    private transient ValueCodec outputCodec;

    @SuppressWarnings("unchecked") // Udf.call ties the function's types to those of the columns
    Body(Udf udf, ColumnType input, ColumnType output) {
      this.name = udf.name();
      this.site = udf.site();
      this.function = (Function<Object, Object>) udf.function();
      this.input = input;
      this.output = output;
      this.returnsNull = udf.returnsNull();
    }

    @Override
    public Object apply(Object value) {
      if (value == null) {
        return null;
      }
      if (inputCodec == null) {
        inputCodec = ValueCodec.of(input, name + " argument");
        outputCodec = ValueCodec.of(output, name + " result");
      }
      Object result = result(inputCodec.fromRow().apply(value));
      return result == null ? null : outputCodec.toRow().apply(result);
    }

    private Object result(Object argument) {
      Object result;
      try {
        result = function.apply(argument);
      } catch (RuntimeException e) {
        throw new UdfException("udf '%s' (%s) failed: %s".formatted(name, site.frame(), e), e);
      }
      if (result == null && !returnsNull) {
        throw new UdfException(
            "udf '%s' (%s) returned null: return a value, or declare it with returningNull()"
                .formatted(name, site.frame()),
            null);
      }
      return result;
    }
  }
}
