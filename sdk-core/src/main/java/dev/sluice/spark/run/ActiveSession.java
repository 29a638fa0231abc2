package dev.sluice.spark.run;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The session that Spark takes for that of a thread. */
final class ActiveSession {

  private ActiveSession() {}

  static Optional<SparkSession> get() {
    scala.Option<SparkSession> active = SparkSession.getActiveSession();
    return active.isDefined() ? Optional.of(active.get()) : Optional.empty();
  }

  /** Sets it; none where there was none. */
  static void set(Optional<SparkSession> session) {
    session.ifPresentOrElse(
        SparkSession::setActiveSession, SparkSession::clearActiveSession);
  }
}
