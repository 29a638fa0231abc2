package dev.sluice.io.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The room without the driver on the class path. */
class MissingDriverTest {

  public record User(long id, String name) {}

  /** Loads this room anew, and knows no driver. */
  private static final class WithoutDriver extends ClassLoader {

    WithoutDriver() {
      super(MissingDriverTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.datastax.")) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        if (name.startsWith("dev.sluice.io.cassandra.") && findLoadedClass(name) == null
            && !name.contains("Test")) {
          try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
          } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
          }
        }
        return super.loadClass(name, resolve);
      }
    }
  }

  private static Object table() throws ReflectiveOperationException {
    Class<?> factory = new WithoutDriver().loadClass("dev.sluice.io.cassandra.Cassandra");
    Object table =
        factory.getMethod("table", Class.class, String.class)
            .invoke(null, User.class, "shop.users");
    return table.getClass().getMethod("contactPoints", String[].class)
        .invoke(table, (Object) new String[]{"somewhere"});
  }

  @Test
  void theCheckSaysWhatToAdd() throws ReflectiveOperationException {
    assertThat(((Source<?>) table()).check((SparkSession) null))
        .isEqualTo(
            List.of(
                "cassandra table shop.users of somewhere:9042: no driver for Cassandra is on the class path: add org.apache.cassandra:java-driver-core-shaded:4.19.3"));
  }

  @Test
  void aDescriptionCanStillBeMadeAndSent() throws ReflectiveOperationException, IOException {
    Object table = table();
    Object store =
        table.getClass().getMethod("by", Class.class).invoke(table, User.class);
    Object sink =
        table.getClass().getMethod("upsert", String[].class)
            .invoke(table, (Object) new String[]{"id"});

    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(store);
    }
    assertThat(sink).hasToString("cassandra table shop.users of somewhere:9042 (upsert by id)");
  }
}
