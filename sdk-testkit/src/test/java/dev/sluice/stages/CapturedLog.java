package dev.sluice.stages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;

/** The warnings and errors that are logged while it is open. */
final class CapturedLog extends AbstractAppender implements AutoCloseable {

  private final LoggerContext context = LoggerContext.getContext(false);
  private final List<String> messages = new CopyOnWriteArrayList<>();

  CapturedLog() {
    super("captured", null, null, false, Property.EMPTY_ARRAY);
    start();
    configuration().getRootLogger().addAppender(this, Level.WARN, null);
    context.updateLoggers();
  }

  private Configuration configuration() {
    return context.getConfiguration();
  }

  @Override
  public void append(LogEvent event) {
    messages.add(event.getLoggerName() + ": " + event.getMessage().getFormattedMessage());
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void close() {
    configuration().getRootLogger().removeAppender(getName());
    context.updateLoggers();
    stop();
  }
}
