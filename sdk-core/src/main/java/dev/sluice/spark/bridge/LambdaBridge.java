package dev.sluice.spark.bridge;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.trees.CurrentOrigin;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.internal.LambdaFunction;
import org.apache.spark.sql.internal.UnresolvedNamedLambdaVariable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Functions of elements as Spark's columns. Spark's Java API makes them of Java lambdas, under names
 * that it draws anew each time; as data they keep the names that they have.
 */
public final class LambdaBridge {

  private LambdaBridge() {}

  /** A parameter of a lambda around it. */
  public static Column variable(String name) {
    return new Column(parameter(name));
  }

  /** The function of these parameters that gives a value, as an argument of another function. */
  public static Column lambda(List<String> parameters, Column body) {
    return new Column(
        new LambdaFunction(
            body.node(),
            CollectionConverters.asScala(parameters.stream().map(LambdaBridge::parameter).toList())
                .toSeq(),
            origin()));
  }

  private static UnresolvedNamedLambdaVariable parameter(String name) {
    return new UnresolvedNamedLambdaVariable(name, origin());
  }

  private static Origin origin() {
    return CurrentOrigin.get();
  }
}
