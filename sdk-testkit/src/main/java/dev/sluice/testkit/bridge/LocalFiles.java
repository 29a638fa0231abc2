package dev.sluice.testkit.bridge;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files without processes. Hadoop's own start {@code chmod} for each file that is written and
 * {@code readlink} for each that is renamed, some hundred for a few epochs of a stream, where its
 * native library is missing, as it is on machines of developers. The settings that take it are
 * {@code fs.file.impl}, and {@code fs.AbstractFileSystem.file.impl} with {@link OfContexts}.
 */
public final class LocalFiles extends LocalFileSystem {

  /** Made by Hadoop, by its name. */
  public LocalFiles() {
    super(new Raw());
  }

  @Override
  public FileStatus getFileLinkStatus(Path file) throws IOException {
    return getFileStatus(file);
  }

  private static final class Raw extends RawLocalFileSystem {

    private static final boolean POSIX =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    @Override
    public void setPermission(Path file, FsPermission permission) throws IOException {
      if (POSIX && !permission.getStickyBit()) {
        Files.setPosixFilePermissions(
            pathToFile(file).toPath(), PosixFilePermissions.fromString(permission.toString()));
      } else {
        super.setPermission(file, permission);
      }
    }

    /** What a test writes has no links, so that a link is as good as what it leads to. */
    @Override
    public FileStatus getFileLinkStatus(Path file) throws IOException {
      return getFileStatus(file);
    }
  }

  /** The same for those who ask through Hadoop's other interface, as checkpoints of streams do. */
  public static final class OfContexts extends DelegateToFileSystem {

    /**
     * Made by Hadoop, by its name.
     *
     * @param ignored which of the local files was asked for first
     */
    public OfContexts(URI ignored, Configuration configuration)
        throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI,
          new LocalFiles(),
          configuration,
          FsConstants.LOCAL_FS_URI.getScheme(),
          false);
    }
  }
}
