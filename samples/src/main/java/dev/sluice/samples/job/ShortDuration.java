package dev.sluice.samples.job;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as {@code 30s}, {@code 5m} or {@code 1h}. */
public final class ShortDuration implements ITypeConverter<Duration> {

  /** Made by picocli. */
  public ShortDuration() {}

  @Override
  public Duration convert(String text) {
    try {
      return Duration.parse("PT" + text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no time such as 30s, 5m or 1h");
    }
  }
}
