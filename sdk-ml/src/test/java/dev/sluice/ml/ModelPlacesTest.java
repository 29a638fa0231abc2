package dev.sluice.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ml.SmallModel.Answer;
import dev.sluice.ml.SmallModel.Visit;
import dev.sluice.ml.model.LinearHead;
import dev.sluice.ml.score.Model;
import dev.sluice.ml.score.Promotion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in file systems of Hadoop: a real HDFS, one that is a store of objects, and one that Hadoop knows half. */
class ModelPlacesTest {

  private static final Model<Visit, Answer> MODEL = SmallModel.model();
  private static final Model<Visit, Answer> CANDIDATE =
      SmallModel.of(
          SmallModel.with(
              new LinearHead(
                  LinearHead.Link.LOGISTIC, 0.1, new double[MODEL.document().head().width()])));

  @TempDir
  static Path folder;

  private static MiniDFSCluster cluster;

  /** Has no call that moves a file, and shows one when it is whole, as stores of objects do. */
  public static final class ObjectStore extends RawLocalFileSystem {

    static final AtomicBoolean FULL = new AtomicBoolean();

    @Override
    public URI getUri() {
      return URI.create("objects:///");
    }

    @Override
    public String getScheme() {
      return "objects";
    }

    @Override
    public boolean hasPathCapability(org.apache.hadoop.fs.Path path, String capability)
        throws IOException {
      return capability.equals(CommonPathCapabilities.ABORTABLE_STREAM)
          || super.hasPathCapability(path, capability);
    }

    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) {
      throw new UnsupportedOperationException("a move is a copy");
    }

    @Override
    public FSDataOutputStream create(
        org.apache.hadoop.fs.Path file,
        boolean overwrite,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      return new FSDataOutputStream(new Upload(file), null);
    }

    private final class Upload extends ByteArrayOutputStream implements Abortable {

      private final org.apache.hadoop.fs.Path file;
      private boolean aborted;

      private Upload(org.apache.hadoop.fs.Path file) {
        this.file = file;
      }

      @Override
      public AbortableResult abort() {
        aborted = true;
        return null;
      }

      @Override
      public void close() throws IOException {
        if (FULL.get() && !aborted) {
          throw new IOException("the store is full");
        } else if (!aborted) {
          java.nio.file.Files.write(Path.of(file.toUri().getPath()), toByteArray());
        }
      }
    }
  }

  /** Local files by another name. */
  public static final class HalfKnown extends RawLocalFileSystem {

    @Override
    public URI getUri() {
      return URI.create("half:///");
    }

    @Override
    public String getScheme() {
      return "half";
    }
  }

  @BeforeAll
  static void start() throws IOException {
    Configuration settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    cluster.waitActive();
    Configuration ofSession = Clicks.spark().sparkContext().hadoopConfiguration();
    ofSession.set("fs.objects.impl", ObjectStore.class.getName());
    ofSession.set("fs.half.impl", HalfKnown.class.getName());
  }

  @AfterAll
  static void stop() {
    cluster.shutdown();
  }

  private static String hdfs(String name) {
    return cluster.getURI() + "/models/" + name;
  }

  private static Object inUse(String file) {
    return Model.load(file, Visit.class, Answer.class).document().head();
  }

  private static void promoteAndRollBack(String file) {
    MODEL.save(file);
    Promotion.of(CANDIDATE, file).promote();
    assertThat(inUse(file)).isEqualTo(CANDIDATE.document().head());

    Promotion.rollBack(file);
    assertThat(inUse(file)).isEqualTo(MODEL.document().head());
  }

  @Test
  void aModelOnHdfsIsPromotedAndRolledBackAndNothingElseIsLeft() throws IOException {
    promoteAndRollBack(hdfs("promoted/ads.json"));

    assertThat(
        FileSystem.get(cluster.getURI(), new Configuration())
            .listStatus(new org.apache.hadoop.fs.Path(hdfs("promoted"))))
        .extracting(FileStatus::getPath)
        .extracting(org.apache.hadoop.fs.Path::getName)
        .containsExactlyInAnyOrder("ads.json", "ads.json" + Promotion.PREVIOUS);
  }

  @Test
  void whoeverReadsMeanwhileHasTheOneModelOrTheOther() throws Exception {
    String file = hdfs("read/ads.json");
    MODEL.save(file);
    Set<Object> seen = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<?> read =
          reader.submit(
              () -> {
                while (!done.get()) {
                  seen.add(inUse(file));
                }
              });
      for (int i = 0; i < 8; i++) {
        Promotion.of(CANDIDATE, file).promote();
        Promotion.rollBack(file);
      }
      done.set(true);
      read.get();
    } finally {
      done.set(true);
      reader.shutdown();
    }

    assertThat(seen).isSubsetOf(MODEL.document().head(), CANDIDATE.document().head());
  }

  @Test
  void inAStoreOfObjectsNothingIsMoved() {
    promoteAndRollBack("objects://" + folder.resolve("ads.json"));
  }

  @Test
  void whatAStoreOfObjectsRefusesLeavesTheModelThatIsThere() {
    String file = "objects://" + folder.resolve("full.json");
    MODEL.save(file);
    ObjectStore.FULL.set(true);
    try {
      assertThatThrownBy(() -> CANDIDATE.save(file))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("full.json cannot be written")
          .hasMessageContaining("the store is full");
    } finally {
      ObjectStore.FULL.set(false);
    }

    assertThat(inUse(file)).isEqualTo(MODEL.document().head());
  }

  @Test
  void aFileSystemThatCannotReplaceAFileIsRefusedWithWhatToSet() {
    String file = "half://" + folder.resolve("half.json");

    assertThatThrownBy(() -> MODEL.save(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(
            "Hadoop has no way to replace a file of half: at once: name the class that can in spark.hadoop.fs.AbstractFileSystem.half.impl");
    assertThat(folder.resolve("half.json")).doesNotExist();
  }
}
