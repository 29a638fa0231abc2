package dev.sluice.streams;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.Progressable;

/** Directories of this machine that Sluice and Spark do not know to be local. */
class OtherFileSystem extends RawLocalFileSystem {

  /** The same, where nothing can be written. */
  static final class ReadOnly extends OtherFileSystem {

    @Override
    public URI getUri() {
      return URI.create("readonly:///");
    }

    @Override
    public String getScheme() {
      return "readonly";
    }

    @Override
    public boolean mkdirs(Path directory) throws IOException {
      throw new AccessControlException("Permission denied: user=me, access=WRITE");
    }

    @Override
    public FSDataOutputStream create(
        Path file,
        FsPermission permission,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      throw new AccessControlException("Permission denied: user=me, access=WRITE");
    }
  }

  @Override
  public URI getUri() {
    return URI.create("other:///");
  }

  @Override
  public String getScheme() {
    return "other";
  }
}
