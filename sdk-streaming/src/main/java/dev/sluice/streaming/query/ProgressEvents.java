package dev.sluice.streaming.query;

import java.util.function.Consumer;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Hears the progress of every query of a session. */
final class ProgressEvents extends StreamingQueryListener {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<StreamingQueryProgress> told;

  ProgressEvents(Consumer<StreamingQueryProgress> told) {
    this.told = told;
  }

  @Override
  public void onQueryStarted(QueryStartedEvent event) {}

  @Override
  public void onQueryProgress(QueryProgressEvent event) {
    told.accept(event.progress());
  }

  @Override
  public void onQueryTerminated(QueryTerminatedEvent event) {}
}
