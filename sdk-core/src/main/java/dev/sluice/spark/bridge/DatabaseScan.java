package dev.sluice.spark.bridge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.expressions.SortOrder;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownTopN;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCScanBuilder;
import org.apache.spark.sql.types.StructType;

/** Leaves to the database what it computes as Spark does, and the rest to Spark. */
final class DatabaseScan
    implements
    SupportsPushDownV2Filters,
    SupportsPushDownRequiredColumns,
    SupportsPushDownAggregates,
    SupportsPushDownLimit,
    SupportsPushDownTopN {

  private final JDBCScanBuilder builder;
  private final PushDown pushDown;
  private final List<String> parts;

  DatabaseScan(JDBCScanBuilder builder, PushDown pushDown, List<String> parts) {
    this.builder = builder;
    this.pushDown = pushDown;
    this.parts = parts;
  }

  @Override
  public Predicate[] pushPredicates(Predicate[] predicates) {
    Map<Predicate, Predicate> sent = new LinkedHashMap<>();
    Set<Predicate> left = new LinkedHashSet<>();
    for (Predicate predicate : predicates) {
      PushDown.Kept kept = pushDown.kept(predicate);
      if (kept != PushDown.Kept.OTHERS) {
        sent.put(TimeLiterals.written(predicate), predicate);
      }
      if (kept != PushDown.Kept.SAME) {
        left.add(predicate);
      }
    }
    for (Predicate refused : builder.pushPredicates(sent.keySet().toArray(Predicate[]::new))) {
      left.add(sent.get(refused));
    }
    return left.toArray(Predicate[]::new);
  }

  @Override
  public Predicate[] pushedPredicates() {
    return builder.pushedPredicates();
  }

  @Override
  public void pruneColumns(StructType needed) {
    builder.pruneColumns(needed);
  }

  @Override
  public boolean supportCompletePushDown(Aggregation aggregation) {
    return pushDown.isSame(aggregation) && builder.supportCompletePushDown(aggregation);
  }

  @Override
  public boolean pushAggregation(Aggregation aggregation) {
    return pushDown.isSame(aggregation) && builder.pushAggregation(aggregation);
  }

  @Override
  public boolean pushLimit(int limit) {
    return builder.pushLimit(limit);
  }

  @Override
  public boolean pushTopN(SortOrder[] orders, int limit) {
    return pushDown.isSame(orders) && builder.pushTopN(orders, limit);
  }

  @Override
  public boolean isPartiallyPushed() {
    return builder.isPartiallyPushed();
  }

  @Override
  public Scan build() {
    return parts.isEmpty() ? builder.build() : DatabaseParts.of(builder.build(), parts);
  }
}
