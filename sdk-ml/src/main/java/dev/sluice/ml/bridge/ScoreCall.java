package dev.sluice.ml.bridge;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes the expression by which Spark calls a scorer: a method of an object, as Spark's own functions in Java are called, with the
 * values as they stand in Spark's rows. The cells of a row are read from one call, for Spark computes
 * equal expressions once.
 */
@Internal
public final class ScoreCall {

  private static final DataType REASON =
      DataTypes.createStructType(
          List.of(
              new StructField("feature", DataTypes.StringType, true, none()),
              new StructField("value", DataTypes.StringType, true, none()),
              new StructField("contribution", DataTypes.DoubleType, false, none())));

  private ScoreCall() {}

  /**
   * The value of a cell.
   *
   * @param columns what the scorer's features read, in the order of its signature
   */
  public static Column column(Scorer scorer, Cell cell, List<Column> columns) {
    List<Cell> cells = scorer.document().cells();
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!(cells.get(i) instanceof Cell.Carried)) {
        fields.add(new StructField("c" + i, type(cells.get(i)), false, none()));
      }
    }
    List<Cell> scores = cells.stream().filter(each -> !(each instanceof Cell.Carried)).toList();
    Expression row = RowForm.row(scorer.document().signature(), columns);
    Invoke call =
        new Invoke(
            Literal.create(
                new RowScorer(scorer, scores, new RowForm(scorer.document().signature())),
                new ObjectType(RowScorer.class)),
            "score",
            new StructType(fields.toArray(StructField[]::new)),
            seq(List.of(row)),
            seq(List.of()),
            false,
            false,
            true);
    return ExpressionUtils.column(
        new GetStructField(call, scores.indexOf(cell), Option.empty()));
  }

  private static DataType type(Cell cell) {
    return switch (cell.type()) {
      case "double" -> DataTypes.DoubleType;
      case "boolean" -> DataTypes.BooleanType;
      case "int" -> DataTypes.IntegerType;
      case "String" -> DataTypes.StringType;
      default -> DataTypes.createArrayType(REASON, false);
    };
  }

  private static org.apache.spark.sql.types.Metadata none() {
    return org.apache.spark.sql.types.Metadata.empty();
  }

  private static <T> Seq<T> seq(List<T> values) {
    return CollectionConverters.asScala(values).toSeq();
  }
}
