package dev.sluice.io.format;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.when;

import dev.sluice.annotation.Internal;
import dev.sluice.connect.Source;
import dev.sluice.connect.Texts;
import dev.sluice.record.RecordComponentType;
import dev.sluice.record.RecordType;
import dev.sluice.spark.rows.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Divides parsed text into good and malformed rows, such that the verdict on a row does not depend
 * on the columns that are used later.
 *
 * <p>Spark's own readers leave out columns that nobody uses, and then do not see what is wrong in
 * them. Here every row is parsed whole.
 */
@Internal
public final class Parsed {

  /** The reason of a text that is not there. */
  static final String NULL = "is NULL";

  public static final String CORRUPT = "__corrupt";
  private static final String PARSED = "__parsed";
  private static final String UNREADABLE = "cannot be parsed";
  private static final String GOOD = "__good";

  private Parsed() {}

  /**
   * Keeps the optimizer from taking an expression apart. It must not be copied into filters and
   * columns above, which would parse a line once for each; Catalyst does not move what is not
   * deterministic, and counts the number of the partition among that.
   */
  static Column once(Column parse) {
    return when(spark_partition_id().geq(lit(0)), parse);
  }

  /**
   * Rows from texts.
   *
   * @param record what each row is to be
   * @param texts the texts
   * @param parse the parsed text, a struct that also says what Spark's parser found wrong
   * @param content the columns of the record, a struct, given the parsed text
   * @param refused whether the text is malformed, given the parsed text
   */
  static Dataset<Row> verdicts(
      RecordType record,
      Texts texts,
      Column parse,
      UnaryOperator<Column> content,
      UnaryOperator<Column> refused) {
    List<RecordComponentType> inText = inText(record, texts.given());
    return judged(
        record,
        texts,
        parse,
        content,
        parsed -> when(
            coalesce(refused.apply(parsed).or(content.apply(parsed).isNull()), lit(true)),
            lit(UNREADABLE))
            .otherwise(Verdict.reason(inText, content.apply(parsed), col(Texts.TEXT))));
  }

  /**
   * Rows from texts.
   *
   * @param record what each row is to be
   * @param texts the texts
   * @param parse the parsed text, a struct
   * @param content the columns of the record, a struct, given the parsed text
   * @param reason why the text is malformed, NULL if it is not, given the parsed text
   */
  static Dataset<Row> judged(
      RecordType record,
      Texts texts,
      Column parse,
      UnaryOperator<Column> content,
      UnaryOperator<Column> reason) {
    return judged(record, texts, parse, content, reason, Optional.empty());
  }

  /**
   * The same of texts that can be doubtful.
   *
   * @param doubts what is doubtful of a row, as in {@link Source#DOUBTS}, given the parsed text
   */
  static Dataset<Row> judged(
      RecordType record,
      Texts texts,
      Column parse,
      UnaryOperator<Column> content,
      UnaryOperator<Column> reason,
      Optional<UnaryOperator<Column>> doubts) {
    List<RecordComponentType> inText = inText(record, texts.given());
    Column text = col(Texts.TEXT);
    List<Column> kept = Arrays.stream(texts.rows().columns()).map(Columns::named).toList();
    Dataset<Row> parsed = select(texts.rows(), kept, List.of(once(parse).as(PARSED)));
    Column row = content.apply(col(PARSED));
    Column why = reason.apply(col(PARSED));
    Column raw = text;
    if (!texts.divided()) {
      why = when(text.isNull(), lit(NULL)).otherwise(why);
      raw = coalesce(text, lit("")); // NULL would say that the row is good
    }
    List<Column> found = new ArrayList<>(List.of(why.as(Source.REASON), row.as(GOOD)));
    doubts.ifPresent(of -> found.add(of.apply(col(PARSED)).as(Source.DOUBTS)));
    Dataset<Row> judged = select(parsed, kept, found);
    Column isGood = col(Source.REASON).isNull();
    Column good = when(isGood, col(GOOD));
    List<Column> columns = new ArrayList<>();
    for (RecordComponentType c : record.components()) {
      Column value =
          inText.contains(c)
              ? good.getField(c.column())
              : when(isGood, Columns.named(c));
      columns.add(value.as(c.column()));
    }
    columns.add(when(not(isGood), raw).as(Source.MALFORMED));
    columns.add(col(Source.REASON));
    if (List.of(judged.columns()).contains(Source.ORIGIN)) {
      columns.add(col(Source.ORIGIN));
    }
    if (doubts.isPresent()) {
      columns.add(when(isGood, col(Source.DOUBTS)).as(Source.DOUBTS));
    }
    return judged.select(columns.toArray(Column[]::new));
  }

  public static List<RecordComponentType> inText(RecordType record, List<String> given) {
    return record.components().stream().filter(c -> !given.contains(c.column())).toList();
  }

  private static Dataset<Row> select(Dataset<Row> rows, List<Column> kept, List<Column> more) {
    List<Column> all = new ArrayList<>(kept);
    all.addAll(more);
    return rows.select(all.toArray(Column[]::new));
  }
}
