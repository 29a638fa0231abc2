package dev.sluice.samples.ecommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.io.file.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EcommerceConfigTest {

  @TempDir
  private Path directory;

  @Test
  void readsWhatTheFileSays() throws IOException {
    assertThat(
        read("{input: in, output: out, asOf: 2025-01-01, compression: ZSTD, parallelSinks: 2}"))
        .isEqualTo(
            new EcommerceConfig(
                "in", "out", Optional.of(LocalDate.of(2025, 1, 1)), Compression.ZSTD, 2));
  }

  @Test
  void keepsTheDefaultsForWhatItDoesNotSay() throws IOException {
    assertThat(read("output: out")).isEqualTo(EcommerceConfig.defaults().withOutput("out"));
  }

  @Test
  void refusesAKeyThatIsNotKnown() {
    assertThatThrownBy(() -> read("ouput: out")).hasMessageContaining("ouput");
  }

  private EcommerceConfig read(String yaml) throws IOException {
    return EcommerceConfig.read(Files.writeString(directory.resolve("job.yaml"), yaml));
  }
}
