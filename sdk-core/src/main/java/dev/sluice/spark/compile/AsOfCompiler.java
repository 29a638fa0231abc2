package dev.sluice.spark.compile;

import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprNode.Field;
import dev.sluice.plan.verb.AsOf;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * The rows of both stages together, by key and time: the last one of the other stage so far is the
 * latest. So each row is looked at once, however many have one key; as a join each would be compared
 * with all of its key.
 *
 * <p>What is needed of a row is a structure under the alias of its stage, so that its columns are
 * found as in a join, and a row with a NULL in it is not taken for none.
 */
final class AsOfCompiler implements VerbCompiler<AsOf> {

  private static final String KEY = "__key";
  private static final String TIME = "__time";

  /** Of equal times that of the other stage comes first. */
  private static final String IS_LEFT = "__is_left";

  @Override
  public Dataset<Row> compile(AsOf verb, VerbInputs in) {
    ExprCompiler compiler = ExprCompiler.overJoined(in.stage().records());
    Dataset<Row> both = left(verb, in, compiler).union(right(verb, in, compiler));
    WindowSpec soFar =
        Window.partitionBy(keys(verb.keys().size()))
            .orderBy(functions.col(TIME), functions.col(IS_LEFT))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column latest = functions.last(functions.col(alias(1)), true).over(soFar);
    Dataset<Row> found =
        both.select(
            functions.col(alias(0)),
            functions.col(TIME),
            functions.col(IS_LEFT),
            latest.as(alias(1)))
            .filter(functions.col(IS_LEFT));
    Dataset<Row> near =
        verb.tolerance()
            .map(most -> found.withColumn(alias(1),
                functions.when(isNear(most), functions.col(alias(1)))))
            .orElse(found);
    return (verb.keepsAll() ? near : near.filter(functions.col(alias(1)).isNotNull()))
        .select(StageCompiler.outputs(verb.outputs(), in.stage().record(), compiler));
  }

  private static Column isNear(Duration most) {
    return Columns.named(alias(1), TIME).plus(functions.lit(most)).geq(functions.col(TIME));
  }

  private static Dataset<Row> left(AsOf verb, VerbInputs in, ExprCompiler compiler) {
    List<Column> columns = new ArrayList<>();
    addKeys(columns, verb.keys().stream().map(AsOf.Pair::left).toList(), compiler);
    columns.add(compiler.column(verb.left()).as(TIME));
    columns.add(functions.lit(true).as(IS_LEFT));
    columns.add(needed(verb, 0, in, List.of()).as(alias(0)));
    columns.add(functions.lit(null).as(alias(1)));
    return in.rows(0).as(alias(0)).select(columns.toArray(Column[]::new));
  }

  /** What has no key or no time is no match. */
  private static Dataset<Row> right(AsOf verb, VerbInputs in, ExprCompiler compiler) {
    Column time = compiler.column(verb.right());
    List<ExprNode> keys = verb.keys().stream().map(AsOf.Pair::right).toList();
    Column present =
        compiler.columns(keys).stream().map(Column::isNotNull).reduce(time.isNotNull(),
            Column::and);
    List<Column> columns = new ArrayList<>();
    addKeys(columns, keys, compiler);
    columns.add(time.as(TIME));
    columns.add(functions.lit(false).as(IS_LEFT));
    columns.add(functions.lit(null).as(alias(0)));
    columns.add(
        needed(verb, 1, in, verb.tolerance().isPresent() ? List.of(time.as(TIME)) : List.of())
            .as(alias(1)));
    return in.rows(1).as(alias(1)).filter(present).select(columns.toArray(Column[]::new));
  }

  private static void addKeys(List<Column> columns, List<ExprNode> keys, ExprCompiler compiler) {
    for (int i = 0; i < keys.size(); i++) {
      columns.add(compiler.column(keys.get(i)).as(KEY + i));
    }
  }

  private static Column[] keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> functions.col(KEY + i)).toArray(Column[]::new);
  }

  /** The columns of a stage of which something is made; a structure has one at least. */
  private static Column needed(AsOf verb, int input, VerbInputs in, List<Column> more) {
    RecordType record = in.stage().records().get(input);
    Stream<Column> columns =
        verb.outputs().stream()
            .flatMap(output -> output.value().tree())
            .filter(node -> node instanceof Field field && field.input() == input)
            .map(node -> ((Field) node).accessor())
            .distinct()
            .map(accessor -> record.component(accessor).orElseThrow().column())
            .map(column -> Columns.named(alias(input), column).as(column));
    List<Column> all = Stream.concat(columns, more.stream()).toList();
    return all.isEmpty()
        ? functions.struct(functions.lit(true).as(IS_LEFT))
        : functions.struct(all.toArray(Column[]::new));
  }

  private static String alias(int input) {
    return ExprCompiler.alias(input);
  }
}
