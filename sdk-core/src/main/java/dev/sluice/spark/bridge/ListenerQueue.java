package dev.sluice.spark.bridge;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** The bridge to Spark's listener bus: hears its events and tells them in words of our own. */
public final class ListenerQueue implements AutoCloseable {

  /**
   * One queue, so one thread, for all observers of an application. Spark never forgets the metrics
   * of a queue's name, so a name for each run would leak them; the queue itself ends with its last
   * listener.
   */
  private static final String QUEUE = "sluice";

  private final SparkContext context;
  private final SparkListener listener;

  private ListenerQueue(SparkContext context, SparkListener listener) {
    this.context = context;
    this.listener = listener;
  }

  /** Starts to tell what happens. */
  public static ListenerQueue attach(SparkContext context, SparkEvents events) {
    SparkListener listener = new Listener(events);
    context.listenerBus().addToQueue(listener, QUEUE);
    return new ListenerQueue(context, listener);
  }

  /** Waits until everything that Spark has told up to now is heard; false if not in time. */
  public boolean awaitHeard(Duration atMost) throws InterruptedException {
    Barrier barrier = new Barrier();
    context.listenerBus().post(barrier);
    return barrier.passed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    context.listenerBus().removeListener(listener);
  }

  /** Comes out of the queue after all events that were put in before it. */
  private static final class Barrier implements SparkListenerEvent {

    private final CountDownLatch passed = new CountDownLatch(1);

    @Override
    public boolean logEvent() {
      return false;
    }
  }

  /** Spark's own listener. */
  private static final class Listener extends SparkListener {

    private final SparkEvents events;

    Listener(SparkEvents events) {
      this.events = events;
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart start) {
        events.started(queryStart(start));
      } else if (event instanceof SparkListenerSQLExecutionEnd end) {
        events.ended(queryEnd(end));
      } else if (event instanceof Barrier barrier) {
        barrier.passed.countDown();
      }
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      events.jobStarted(
          job.jobId(),
          tags(job.properties()),
          CollectionConverters.asJava(job.stageInfos()).stream().map(Listener::stage).toList());
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd job) {
      events.jobEnded(job.jobId());
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
      events.submitted(stage(submitted.stageInfo()), tags(submitted.properties()));
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted completed) {
      StageInfo stage = completed.stageInfo();
      events.completed(stage.stageId(), metrics(stage), optional(stage.failureReason()));
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      events.taskStarted(start.taskInfo().taskId(), start.stageId());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      events.ended(
          new SparkEvents.TaskEnd(
              end.taskInfo().taskId(),
              end.stageId(),
              end.taskInfo().index(),
              end.taskInfo().successful(),
              end.taskMetrics()));
    }

    private static SparkEvents.QueryStart queryStart(SparkListenerSQLExecutionStart start) {
      Set<String> tags = new HashSet<>();
      start.jobTags().foreach(tags::add);
      boolean root =
          start.rootExecutionId().isEmpty()
              || start.rootExecutionId().get().equals(start.executionId());
      return new SparkEvents.QueryStart(
          start.executionId(), root, tags, start.description(), start.time());
    }

    private static SparkEvents.QueryEnd queryEnd(SparkListenerSQLExecutionEnd end) {
      Optional<Throwable> failure = optional(end.executionFailure());
      return new SparkEvents.QueryEnd(
          end.executionId(),
          end.time(),
          failure,
          () -> end.qe() == null
              ? PlanFigures.NONE
              : PlanReader.read(end.qe(), failure.isEmpty()));
    }

    private static SparkStage stage(StageInfo stage) {
      return new SparkStage(
          stage.stageId(),
          stage.attemptNumber(),
          stage.numTasks(),
          CollectionConverters.asJava(stage.parentIds()).stream()
              .map(parent -> (Integer) parent)
              .toList(),
          stage.rddInfos().exists(rdd -> rdd.storageLevel().isValid()));
    }

    private static Set<String> tags(Properties properties) {
      String tags =
          properties == null
              ? null
              : properties.getProperty(SparkContext$.MODULE$.SPARK_JOB_TAGS());
      return tags == null ? Set.of() : Set.copyOf(List.of(tags.split(",")));
    }

    private static Set<Long> metrics(StageInfo stage) {
      Set<Long> ids = new HashSet<>();
      for (Object id : CollectionConverters.asJava(stage.accumulables().keySet())) {
        ids.add((Long) id);
      }
      return ids;
    }

    private static <E> Optional<E> optional(Option<E> value) {
      return value.isDefined() ? Optional.of(value.get()) : Optional.empty();
    }
  }
}
