package dev.sluice.ml.unlabelled;

import dev.sluice.ml.Clicks;
import dev.sluice.ml.model.CategoryEncoding;
import dev.sluice.ml.model.Encoder;
import dev.sluice.ml.model.LevelTable;
import dev.sluice.ml.model.Levels;
import dev.sluice.ml.model.NumberEncoding;
import dev.sluice.ml.model.NumberEncoding.Nulls;
import dev.sluice.ml.model.Signature;
import dev.sluice.ml.model.Signature.Column;
import dev.sluice.ml.model.Signature.Use;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Customers of four kinds, of which the rows do not tell which is which. */
final class Customers {

  static final int KINDS = 4;

  private static final StructType SCHEMA =
      new StructType()
          .add("income", DataTypes.DoubleType, true)
          .add("age", DataTypes.IntegerType, false)
          .add("plan", DataTypes.StringType, true);

  private static final double[] INCOMES = {20_000, 50_000, 50_000, 90_000};
  private static final int[] AGES = {25, 35, 65, 45};
  private static final String[] PLANS = {"free", "pro", "free", "pro"};

  private Customers() {}

  /** Of which kind a row is: each is half as likely again as the next one. */
  static int kind(int row) {
    int of = row % 13;
    return of < 5 ? 0 : of < 9 ? 1 : of < 11 ? 2 : 3;
  }

  static List<Row> rows(int count) {
    Random random = new Random(11);
    return IntStream.range(0, count)
        .mapToObj(
            row -> {
              int kind = kind(row);
              boolean unknown = row % 50 == 49;
              double income = INCOMES[kind] + 3_000 * random.nextGaussian();
              return RowFactory.create(
                  unknown ? null : income,
                  (int) Math.round(AGES[kind] + 3 * random.nextGaussian()),
                  random.nextInt(50) == 0 ? "team" : PLANS[kind]);
            })
        .toList();
  }

  /** In their order if they are in one partition. */
  static Dataset<Row> dataset(List<Row> rows, int partitions) {
    Dataset<Row> all = Clicks.spark().createDataFrame(rows, SCHEMA);
    return partitions == 1 ? all.coalesce(1) : all.repartition(partitions);
  }

  static Encoder encoder() {
    return new Encoder(
        new Signature(
            "Customer",
            List.of(
                new Column("income", "Double", true, Use.FEATURE),
                new Column("age", "int", false, Use.FEATURE),
                new Column("plan", "String", true, Use.FEATURE))),
        List.of(
            number("income", 45_000, 25_000, Nulls.VALUE_AND_FLAG),
            number("age", 38, 14, Nulls.NONE),
            new CategoryEncoding(
                "plan",
                new LevelTable(new Levels(List.of("free", "pro")), new Levels(List.of("team"))))));
  }

  private static NumberEncoding number(String column, double mean, double deviation, Nulls nulls) {
    return new NumberEncoding(column, false, mean, deviation, -1e9, 1e9, nulls, 0);
  }

  static UnlabelledRows unlabelled(List<Row> rows, int partitions) {
    return UnlabelledRows.of(dataset(rows, partitions), encoder());
  }
}
