package dev.sluice.spark.bridge;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InSubquery;
import org.apache.spark.sql.catalyst.expressions.ListQuery;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.classic.ExpressionUtils;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Questions to other datasets within an expression, as SQL has them. */
public final class SubqueryBridge {

  /** Spark counts the columns itself. */
  private static final int NOT_COUNTED = -1;

  private SubqueryBridge() {}

  /**
   * Whether the values are those of a row of a dataset: {@code (a, b) in (select x, y from …)}. What
   * Spark's Java API says of one value, and from 4.1 on.
   *
   * @param values as many as the dataset has columns
   */
  public static Column in(List<Column> values, Dataset<Row> rows) {
    return ExpressionUtils.column(
        new InSubquery(
            seq(values.stream().map(ExpressionUtils::expression).toList()),
            new ListQuery(
                ((org.apache.spark.sql.classic.Dataset<Row>) rows).logicalPlan(),
                seq(List.<Expression>of()),
                NamedExpression.newExprId(),
                NOT_COUNTED,
                seq(List.<Expression>of()),
                Option.empty())));
  }

  private static <E> Seq<E> seq(List<E> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
