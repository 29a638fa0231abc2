package dev.sluice.testkit.stream;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * For Hadoop's own use: local files of a test, under a scheme of their own. Hadoop starts a process
 * for the permissions of each local file, unless its native library is there, and a stream writes a
 * dozen of files in each epoch; here they keep those that the JVM gives them.
 */
public final class ScratchFiles extends RawLocalFileSystem {

  /** The scheme of their paths. */
  static final String SCHEME = "sluice-scratch";

  private static final URI ROOT = URI.create(SCHEME + ":///");

  /** Called by {@link java.util.ServiceLoader}. */
  public ScratchFiles() {}

  /** The path of a local file. */
  static String path(java.nio.file.Path file) {
    return SCHEME + "://" + file.toAbsolutePath();
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public void setPermission(Path file, FsPermission permission) {
    // as they are
  }
}
