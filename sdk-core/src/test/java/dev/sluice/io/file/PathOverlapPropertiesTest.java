package dev.sluice.io.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.connect.PathName;
import dev.sluice.connect.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Where Hadoop finds a file of a source below a sink's directory, or the other way round, the two are in
 * conflict: random globs over random trees, with Hadoop's own globs to judge. The opposite is not asked for:
 * what is not there today may be there tomorrow. {@code -Djqwik.tries.default=20000} tries more.
 */
class PathOverlapPropertiesTest {

  /** Names that globs stumble over. */
  private static final List<String> NAMES =
      List.of("a", "b", "ab", "x=1", "a.b", "a,b", "{a}", "a*", "[a]", "a]", "!", "^", "-", "d",
          "a\\", "a\nb");

  private static final List<String> PATTERNS =
      List.of(
          "*", "?", "a?", "*b", "[ab]", "[!a]", "[^a]", "[a!]", "[a^]", "[!]", "[a-c]*", "[]a]",
          "[\\]]", "[\\!x]",
          "[a\\-c]", "*]", "a\\*", "\\{a\\}", "\\[a\\]", "\\[a]", "a\\,b", "[&&a]", "[[a]", "{a,b}",
          "{a,b}*", "{a\\,b,x}",
          "{a,{b,d}}", "{,a}b", "{a}", "\\d", "\\d*", "*=*", "{[ab],d}", "{a,b/d}", "{a/b,x=1/?}",
          "a.?", "[.]*", "x=[0-9]",
          "[,]", "{a*,\\{a\\}}", "(a|b)", "a+", "$*", "[{]a[}]");

  private static Path root;
  private static FileSystem files;

  @BeforeContainer
  static void open() throws IOException {
    root = Files.createTempDirectory("overlap").toRealPath();
    files = FileSystem.getLocal(new Configuration());
  }

  @AfterContainer
  static void close() throws IOException {
    delete(root);
  }

  @Provide
  Arbitrary<List<String>> trees() {
    return Arbitraries.of(NAMES).list().ofMinSize(1).ofMaxSize(3).map(p -> String.join("/", p))
        .list().ofMinSize(6)
        .ofMaxSize(14);
  }

  @Provide
  Arbitrary<String> globs() {
    Arbitrary<String> part =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of(PATTERNS)),
            Tuple.of(1, Arbitraries.of(NAMES).map(PathName::literal)),
            Tuple.of(
                1,
                Combinators.combine(Arbitraries.of(PATTERNS), Arbitraries.of(PATTERNS))
                    .as(String::concat)));
    return part.list().ofMinSize(1).ofMaxSize(2).map(p -> String.join("/", p));
  }

  @Property
  void whatAGlobFindsIsInConflictWithItsWriter(@ForAll("trees") List<String> tree,
      @ForAll("globs") String glob)
      throws IOException {
    Path home = Files.createTempDirectory(root, "t");
    try {
      for (String path : tree) {
        Files.createDirectories(home.resolve(path));
      }
      List<String> read = matching(home + "/" + glob);
      ResourceId source = ResourceId.path(home + "/" + glob);
      for (String written : places(home)) {
        if (read.stream().anyMatch(found -> touches(found, written))) {
          assertThat(ResourceId.conflict(source, ResourceId.path(written)))
              .as("%s finds %s, and %s is written", glob, read, written)
              .isPresent();
        }
      }
    } finally {
      delete(home);
    }
  }

  private static boolean touches(String read, String written) {
    return read.equals(written) || read.startsWith(written + "/") || written.startsWith(read + "/");
  }

  /** The directories of the tree that a sink can be given: its path has no glob. */
  private static TreeSet<String> places(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      TreeSet<String> places = new TreeSet<>();
      all.filter(p -> !p.equals(home)).map(Path::toString).filter(p -> !PathName.hasGlob(p))
          .forEach(places::add);
      return places;
    }
  }

  private static List<String> matching(String glob) {
    try {
      FileStatus[] found = files.globStatus(new org.apache.hadoop.fs.Path(glob));
      return found == null ? List.of()
          : Arrays.stream(found).map(f -> f.getPath().toUri().getPath()).toList();
    } catch (IOException | IllegalArgumentException e) {
      return List.of(); // Spark refuses it with the same words
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
