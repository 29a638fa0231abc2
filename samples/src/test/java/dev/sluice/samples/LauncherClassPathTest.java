package dev.sluice.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code samples/run} starts Java with, as the build has written it. */
class LauncherClassPathTest {

  @Test
  void theSamplesCanFetchTheirServersOnAMachineThatHasNoneOfThem() throws Exception {
    assertThat(initialized("org.apache.http.conn.ssl.SSLConnectionSocketFactory")).isTrue();
  }

  @Test
  void sparkIsThereThoughItIsProvided() throws Exception {
    assertThat(initialized("org.apache.spark.sql.SparkSession")).isTrue();
  }

  private static boolean initialized(String type) throws Exception {
    try (URLClassLoader alone =
        new URLClassLoader(jars().toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      return Class.forName(type, true, alone).getClassLoader() == alone;
    }
  }

  private static List<URL> jars() throws Exception {
    List<URL> jars = new ArrayList<>();
    for (String part : List.of("launcher", "spark")) {
      String written = Files.readString(Path.of("target", part + ".classpath"));
      for (String jar : written.trim().split(File.pathSeparator)) {
        jars.add(Path.of(jar).toUri().toURL());
      }
    }
    return jars;
  }
}
