package dev.sluice.stages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** The warnings and errors that the log gets while this is open. */
final class CapturedWarnings extends AbstractAppender implements AutoCloseable {

  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LogManager.getRootLogger();

  CapturedWarnings() {
    super("captured", null, null, true, Property.EMPTY_ARRAY);
    start();
    root.addAppender(this);
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  @Override
  public void append(LogEvent event) {
    if (event.getLevel().isMoreSpecificThan(Level.WARN)) {
      texts.add(event.getMessage().getFormattedMessage());
    }
  }

  @Override
  public void close() {
    root.removeAppender(this);
    stop();
  }
}
