package dev.sluice.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

  @Test
  void thePackageOfAModuleIsTheLibrarys() {
    assertThat(Modules.own("dev.sluice.stripes")).isTrue();
    assertThat(Modules.own("shop")).isFalse();
  }

  @Test
  void aModuleThatCannotBeMadeIsNamed(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(SluiceModule.class.getName()), "shop.Gone");
    try (var loader =
        new URLClassLoader(new URL[]{folder.toUri().toURL()}, getClass().getClassLoader())) {
      assertThatThrownBy(() -> Modules.found(loader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("a module of Sluice on the class path cannot be used")
          .hasMessageContaining("shop.Gone");
    }
  }
}
