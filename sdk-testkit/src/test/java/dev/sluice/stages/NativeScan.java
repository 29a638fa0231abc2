package dev.sluice.stages;

import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.metric.SQLMetric;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** An operator of no class of Spark's, with the metrics that an accelerator built on DataFusion has. */
public final class NativeScan extends SparkPlan {
  private static final long serialVersionUID = 1L;

  private final FileSourceScanExec scan;

  public NativeScan(FileSourceScanExec scan) {
    this.scan = scan;
  }

  @Override
  @SuppressWarnings("unchecked") // removed(…) is raw, seen from Java
  public Map<String, SQLMetric> metrics() {
    Map<String, SQLMetric> metrics = scan.metrics();
    return metrics.removed("numOutputRows").updated("output_rows", metrics.apply("numOutputRows"));
  }

  @Override
  public RDD<InternalRow> doExecute() {
    return scan.supportsColumnar() ? new ColumnarToRowExec(scan).execute() : scan.execute();
  }

  @Override
  public Seq<Attribute> output() {
    return scan.output();
  }

  @Override
  public Seq<SparkPlan> children() {
    return CollectionConverters.asScala(java.util.List.<SparkPlan>of()).toSeq();
  }

  @Override
  public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
    return this;
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int index) {
    return scan;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof NativeScan;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NativeScan that && scan.equals(that.scan);
  }

  @Override
  public int hashCode() {
    return scan.hashCode();
  }
}
