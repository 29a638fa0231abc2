package dev.sluice.samples.ecommerce;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sluice.io.file.Compression;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the e-commerce job runs.
 *
 * @param input where {@code orders}, {@code products} and {@code customers} are
 * @param output where the outputs go
 * @param asOf the day to which recency counts; the day after the last order, if empty
 * @param compression of the output files
 * @param parallelSinks how many outputs are written at once
 */
public record EcommerceConfig(
    String input,
    String output,
    Optional<LocalDate> asOf,
    Compression compression,
    int parallelSinks) {

  /** The same with another input. */
  public EcommerceConfig withInput(String other) {
    return new EcommerceConfig(other, output, asOf, compression, parallelSinks);
  }

  /** The same with another output. */
  public EcommerceConfig withOutput(String other) {
    return new EcommerceConfig(input, other, asOf, compression, parallelSinks);
  }

  /** The same with another reference day. */
  public EcommerceConfig withAsOf(LocalDate day) {
    return new EcommerceConfig(input, output, Optional.of(day), compression, parallelSinks);
  }

  /** What is said where nothing is. */
  public static EcommerceConfig defaults() {
    return new EcommerceConfig("", "", Optional.empty(), Compression.SNAPPY, 3);
  }

  /**
   * Reads a configuration; what the file does not say is as in {@link #defaults()}.
   *
   * @param file YAML with keys named as the components here
   * @throws IOException if the file cannot be read, or says something that is not known
   */
  public static EcommerceConfig read(Path file) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());
    Settings settings = yaml.readValue(file.toFile(), Settings.class);
    EcommerceConfig defaults = defaults();
    return new EcommerceConfig(
        Optional.ofNullable(settings.input).orElse(defaults.input),
        Optional.ofNullable(settings.output).orElse(defaults.output),
        Optional.ofNullable(settings.asOf),
        Optional.ofNullable(settings.compression).orElse(defaults.compression),
        Optional.ofNullable(settings.parallelSinks).orElse(defaults.parallelSinks));
  }

  private record Settings(
      @JsonProperty String input,
      @JsonProperty String output,
      @JsonProperty LocalDate asOf,
      @JsonProperty Compression compression,
      @JsonProperty Integer parallelSinks) {}
}
