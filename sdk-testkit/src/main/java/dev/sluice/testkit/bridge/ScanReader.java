package dev.sluice.testkit.bridge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.DynamicPruning;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.RowDataSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.DataSourceStrategy$;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.apache.spark.sql.execution.datasources.v2.FileScan;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Reads what a scan takes over from the query. */
final class ScanReader {

  private ScanReader() {}

  static Scan.Filter filter(Expression expression) {
    Option<org.apache.spark.sql.sources.Filter> translated =
        DataSourceStrategy$.MODULE$.translateFilter(expression, true);
    return new Scan.Filter(
        translated.isDefined() ? translated.get() : PlanParts.clean(expression.toString()));
  }

  static Optional<Scan> scan(SparkPlan plan) {
    if (plan instanceof FileSourceScanExec files) {
      return Optional.of(
          new Scan(
              names(files.requiredSchema()),
              Optional.of(
                  filters(
                      files.partitionFilters(),
                      takesFilters(files.relation()) ? files.dataFilters() : none()))));
    } else if (plan instanceof RowDataSourceScanExec rows) {
      Set<Scan.Filter> filters = new LinkedHashSet<>();
      CollectionConverters.asJava(rows.filters()).forEach(f -> filters.add(new Scan.Filter(f)));
      CollectionConverters.asJava(rows.handledFilters())
          .forEach(f -> filters.add(new Scan.Filter(f)));
      return Optional.of(new Scan(names(rows.requiredSchema()), Optional.of(filters)));
    } else if (plan instanceof BatchScanExec batch) {
      return Optional.of(
          batch.scan() instanceof FileScan files
              ? new Scan(
                  names(files.readDataSchema()),
                  Optional.of(filters(files.partitionFilters(), files.dataFilters())))
              : new Scan(names(batch.scan().readSchema()), Optional.empty()));
    }
    return Optional.empty();
  }

  /** Spark lists the filters of files also if a setting keeps the reader from using them. */
  private static boolean takesFilters(HadoopFsRelation relation) {
    String format = relation.fileFormat().toString().toLowerCase(Locale.ROOT);
    String key = "spark.sql." + format + ".filterPushdown";
    return relation.sparkSession().conf().getOption(key).forall("true"::equals)
        && relation.sparkSession().conf().getOption(key + ".enabled").forall("true"::equals);
  }

  private static Set<Scan.Filter> filters(Seq<Expression> partitions, Seq<Expression> data) {
    Set<Scan.Filter> filters = new LinkedHashSet<>();
    for (Expression expression : PlanParts.list(partitions)) {
      if (!(expression instanceof DynamicPruning)) {
        filters.add(filter(expression));
      }
    }
    for (Expression expression : PlanParts.list(data)) {
      Option<org.apache.spark.sql.sources.Filter> translated =
          DataSourceStrategy$.MODULE$.translateFilter(expression, true);
      if (translated.isDefined()) {
        filters.add(new Scan.Filter(translated.get()));
      }
    }
    return filters;
  }

  static String text(SparkPlan plan, Scan scan) {
    return "%s %s%s"
        .formatted(
            PlanParts.clean(plan.nodeName()),
            scan.columns(),
            scan.filters().filter(f -> !f.isEmpty()).map(f -> ", filters " + f).orElse(""));
  }

  private static List<String> names(StructType schema) {
    return List.of(schema.fieldNames());
  }

  private static Seq<Expression> none() {
    return CollectionConverters.asScala(List.<Expression>of()).toSeq();
  }
}
