package dev.sluice.stages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What a logger gets while this is open, from a level on. */
final class CapturedLog extends AbstractAppender implements AutoCloseable {

  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Level before;
  private final Level least;

  private CapturedLog(String name, Level least) {
    super("captured", null, null, true, Property.EMPTY_ARRAY);
    this.logger = (Logger) LogManager.getLogger(name);
    this.before = logger.getLevel();
    this.least = least;
    start();
    logger.addAppender(this);
  }

  /** Warnings and errors, whoever logs them. */
  static CapturedLog warnings() {
    return new CapturedLog(LogManager.ROOT_LOGGER_NAME, Level.WARN);
  }

  /** All that is logged, at the levels that are set. */
  static CapturedLog everything() {
    return new CapturedLog(LogManager.ROOT_LOGGER_NAME, Level.ALL);
  }

  /** All of one logger, which is set to tell it. */
  static CapturedLog debugging(String name) {
    CapturedLog log = new CapturedLog(name, Level.DEBUG);
    Configurator.setLevel(name, Level.DEBUG);
    return log;
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  @Override
  public void append(LogEvent event) {
    if (event.getLevel().isMoreSpecificThan(least)) {
      String thrown = event.getThrown() == null ? "" : " " + event.getThrown();
      texts.add(event.getMessage().getFormattedMessage() + thrown);
    }
  }

  @Override
  public void close() {
    logger.removeAppender(this);
    Configurator.setLevel(logger.getName(), before);
    stop();
  }
}
