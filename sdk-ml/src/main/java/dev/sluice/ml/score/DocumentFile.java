package dev.sluice.ml.score;

import dev.sluice.ml.model.BadModelException;
import dev.sluice.ml.model.ModelJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * Documents in files, each with a checksum. A path and a {@code file:} URI are read and written without Hadoop, all other URIs with it.
 */
public final class DocumentFile {

  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

  private DocumentFile() {}

  /**
   * Reads a document.
   *
   * @throws BadModelException if it is none
   * @throws UncheckedIOException if it cannot be read
   */
  public static <D> D read(String file, Class<D> type) {
    try {
      byte[] bytes = isLocal(file) ? Files.readAllBytes(local(file)) : HadoopFile.read(file);
      return ModelJson.readSealed(bytes, type, file);
    } catch (IOException e) {
      throw new UncheckedIOException("model %s cannot be read: %s".formatted(file, e), e);
    }
  }

  /**
   * Writes a document beside its place, and then moves it there.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(String file, Object document) {
    byte[] bytes = ModelJson.sealed(document);
    try {
      if (isLocal(file)) {
        write(local(file), bytes);
      } else {
        HadoopFile.write(file, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("model %s cannot be written: %s".formatted(file, e), e);
    }
  }

  /**
   * Whether there is a file.
   *
   * @throws UncheckedIOException if that cannot be said
   */
  static boolean exists(String file) {
    try {
      return isLocal(file) ? Files.exists(local(file)) : HadoopFile.exists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("model %s cannot be looked for: %s".formatted(file, e), e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path whole = Files.createTempFile(folder, "." + file.getFileName(), ".new");
    try {
      Files.write(whole, bytes);
      Files.move(
          whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static boolean isLocal(String file) {
    return !SCHEME.matcher(file).matches() || file.startsWith("file:");
  }

  private static Path local(String file) {
    return file.startsWith("file:")
        ? FileSystems.getDefault().getPath(URI.create(file).getPath())
        : Path.of(file);
  }
}
