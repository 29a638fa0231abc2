package dev.sluice.streaming.checkpoint;

import dev.sluice.PipelineException;
import dev.sluice.plan.CallSite;
import dev.sluice.plan.Plan;
import dev.sluice.plan.PlanNode;
import dev.sluice.plan.PlanSink;
import dev.sluice.plan.Problem;
import dev.sluice.spark.bridge.HadoopSettings;
import dev.sluice.streaming.plan.StreamCut;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoint that a query of a plan is to run on. It is looked at as a whole before anything
 * starts: whether somebody else runs on it, whether it is this query's, whole, and of a plan whose
 * state the present one can take over.
 */
public final class QueryCheckpoint {

  private static final Logger LOG = LoggerFactory.getLogger(QueryCheckpoint.class);

  private final StreamCut cut;
  private final String query;
  private final String outputMode;
  private final String directory;
  private final SparkSession spark;

  private QueryCheckpoint(
      StreamCut cut, String query, String outputMode, String directory, SparkSession spark) {
    this.cut = cut;
    this.query = query;
    this.outputMode = outputMode;
    this.directory = directory;
    this.spark = spark;
  }

  /**
   * The checkpoint of a query; nothing is looked at yet.
   *
   * @param cut the plan of the query
   * @param path the query's name in parts: {@code stream}, or {@code sinks} and the name of a sink
   * @param outputMode what of groups is handed over
   * @param root the directory of all checkpoints
   * @param spark the session that the query runs in
   */
  public static QueryCheckpoint of(
      StreamCut cut, List<String> path, String outputMode, String root, SparkSession spark) {
    String directory = CheckpointPlace.of(root, cut.plan().name(), path);
    return new QueryCheckpoint(cut, String.join("/", path), outputMode, directory, spark);
  }

  /** All that is to be said before a start; nothing is changed. */
  public List<Finding> findings() {
    try {
      CheckpointFiles files = files();
      Optional<LeaseEntry> holder =
          Lease.holder(
              files.in(CheckpointPlace.OURS), owner(""), LeaseTimes.DEFAULT, Clock.systemUTC());
      return holder.isPresent() ? List.of(held(holder.get())) : review(files).findings();
    } catch (IOException e) {
      return List.of(unreachable("read", e));
    }
  }

  /** The same as problems of the plan: what refuses a start. */
  public List<Problem> problems() {
    return problems(findings());
  }

  /**
   * Takes the checkpoint for a run of this process, and writes down what it is of. What changes
   * without harm is logged.
   *
   * @param run an id of the run
   * @return what the run has to know of it
   * @throws PipelineException if the checkpoint cannot be used; nobody holds it then
   */
  public Claim claim(String run) {
    Lease lease = lease(run);
    try {
      CheckpointFiles files = files();
      CheckpointReview review = review(files);
      refuse(review.findings());
      review.findings().forEach(note -> LOG.warn("checkpoint {}: {}", directory, note.text()));
      files.in(CheckpointPlace.OURS)
          .replace(CheckpointPlace.FINGERPRINT, FingerprintJson.of(review.fingerprint()));
      return new Claim(directory, lease, review.byName(), review.toTell());
    } catch (IOException e) {
      lease.close();
      refuse(List.of(unreachable("used", e)));
      throw new IllegalStateException("refused before", e);
    } catch (RuntimeException | Error e) {
      lease.close();
      throw e;
    }
  }

  private Lease lease(String run) {
    try {
      CheckpointFiles files = files();
      if (files.isFile()) {
        throw new IOException("it is a file, not a directory");
      }
      return Lease.take(
          files.in(CheckpointPlace.OURS), owner(run), LeaseTimes.DEFAULT, Clock.systemUTC());
    } catch (LeaseHeldException e) {
      refuse(List.of(held(e.holder())));
      throw new IllegalStateException("refused before", e);
    } catch (IOException e) {
      refuse(List.of(unreachable("written", e)));
      throw new IllegalStateException("refused before", e);
    }
  }

  private CheckpointReview review(CheckpointFiles files) throws IOException {
    return CheckpointReview.of(cut, query, outputMode, files, spark);
  }

  private CheckpointFiles files() throws IOException {
    return CheckpointFiles.of(HadoopSettings.of(spark), directory);
  }

  private LeaseOwner owner(String run) {
    return LeaseOwner.here(cut.plan().name(), run);
  }

  private Finding held(LeaseEntry holder) {
    return Finding.refused(
        "CKPT-001",
        "the checkpoint %s is held by %s: two streams on one checkpoint write the same epochs twice. Stop that one, or give this one a checkpoint directory of its own; if it has crashed, its hold ends %d s after it was last heard of"
            .formatted(directory, holder.text(), LeaseTimes.DEFAULT.expiry().toSeconds()));
  }

  private Finding unreachable(String what, IOException e) {
    return Finding.refused(
        "CKPT-012",
        "the checkpoint %s cannot be %s: %s. It must be a directory that this process can write to, on a file system that all nodes reach"
            .formatted(directory, what, e));
  }

  private void refuse(List<Finding> findings) {
    List<Problem> problems = problems(findings);
    if (!problems.isEmpty()) {
      throw new PipelineException(cut.plan().name(), problems);
    }
  }

  private List<Problem> problems(List<Finding> findings) {
    return findings.stream().filter(Finding::refuses).map(this::problem).toList();
  }

  private Problem problem(Finding finding) {
    Plan plan = cut.plan();
    return finding.stage().isPresent()
        ? finding.stage().get().problem(finding.text())
        : new Problem(plan.name(), site(plan), finding.text());
  }

  private static CallSite site(Plan plan) {
    return plan.sinks().stream()
        .map(PlanSink::site)
        .findFirst()
        .or(() -> plan.stages().stream().map(PlanNode::site).findFirst())
        .orElseGet(CallSite::unknown);
  }
}
