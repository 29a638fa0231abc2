package dev.sluice.ml.bridge;

import dev.sluice.annotation.Internal;
import dev.sluice.ml.model.Cell;
import dev.sluice.ml.model.Counting;
import dev.sluice.ml.model.Scorer;
import dev.sluice.ml.model.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
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

  private static final String COUNTS = "counts";

  private ScoreCall() {}

  /**
   * The value of a cell.
   *
   * @param columns what the scorer's features read, in the order of its signature
   */
  public static Column column(Scorer scorer, Cell cell, List<Column> columns) {
    Signature signature = scorer.document().signature();
    return ExpressionUtils.column(
        new GetStructField(
            call(scorer, signature.features(), columns, Optional.empty()),
            scores(scorer).indexOf(cell),
            Option.empty()));
  }

  /**
   * All scores of a row as a struct, and in it what is counted of the row.
   *
   * @param read the columns that are read: first those of the scorer's features, in the order of its signature
   * @param columns what they are in Spark, in the same order
   */
  public static Column counted(
      Scorer scorer, Counting counting, List<Signature.Column> read, List<Column> columns) {
    return ExpressionUtils.column(call(scorer, read, columns, Optional.of(counting)));
  }

  /** A cell of {@link #counted}. */
  public static Column cell(Column scored, Scorer scorer, Cell cell) {
    return scored.getField("c" + scores(scorer).indexOf(cell));
  }

  /** What is counted of a row in {@link #counted}. */
  public static Column counts(Column scored) {
    return scored.getField(COUNTS);
  }

  /** The sums of {@link #counts}, an array: an aggregate. */
  public static Column sums(Column counts, Counting counting) {
    return ExpressionUtils.column(
        new CountSums(ExpressionUtils.expression(counts), counting.size(), 0, 0)
            .toAggregateExpression());
  }

  private static List<Cell> scores(Scorer scorer) {
    return scorer.document().cells().stream()
        .filter(each -> !(each instanceof Cell.Carried))
        .toList();
  }

  private static Invoke call(
      Scorer scorer,
      List<Signature.Column> read,
      List<Column> columns,
      Optional<Counting> counting) {
    List<Cell> scores = scores(scorer);
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      fields.add(new StructField("c" + i, type(scores.get(i)), false, none()));
    }
    counting.ifPresent(
        c -> fields.add(new StructField(COUNTS, DataTypes.BinaryType, false, none())));
    return new Invoke(
        Literal.create(
            new RowScorer(scorer, scores, new RowForm(read), counting),
            new ObjectType(RowScorer.class)),
        "score",
        new StructType(fields.toArray(StructField[]::new)),
        seq(List.of(RowForm.row(read, columns))),
        seq(List.of()),
        false,
        false,
        true);
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
