package dev.sluice.io.file;

import dev.sluice.spark.files.Directories;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file system of the model, as one writer meets it. It gives the answers the writer has had
 * already, does one more step, and then stops the writer: {@link Paused} is thrown.
 */
final class ModelFiles implements Directories {

  /** The step is done; the writer goes on another time. */
  static final class Paused extends Error {
    private static final long serialVersionUID = 1L;

    Paused() {
      super("paused", null, false, false);
    }
  }

  private interface Step {
    Object on(ModelFiles files) throws IOException;
  }

  private record Thrown(String message, boolean notFound) {
    IOException exception() {
      return notFound ? new FileNotFoundException(message) : new IOException(message);
    }
  }

  private final int id;
  private final List<Object> answers;
  private final boolean nextFails;
  private ModelWorld world;
  private int step;
  private boolean paused;

  ModelFiles(ModelWorld world, int id, boolean nextFails) {
    this.world = world;
    this.id = id;
    this.answers = world.writers().get(id).answers();
    this.nextFails = nextFails;
  }

  ModelWorld world() {
    return world;
  }

  boolean isPaused() {
    return paused;
  }

  private Object step(Step work) throws IOException {
    if (paused) {
      throw new Paused();
    }
    if (step < answers.size()) {
      Object answer = answers.get(step++);
      if (answer instanceof Thrown thrown) {
        throw thrown.exception();
      }
      return answer;
    }
    Object answer;
    try {
      answer = nextFails ? new Thrown("injected", false) : work.on(this);
    } catch (IOException e) {
      answer = new Thrown(e.getMessage(), e instanceof FileNotFoundException);
    }
    world = world.with(world.writers().get(id).answered(answer));
    paused = true;
    throw new Paused();
  }

  private NavigableMap<String, String> tree() {
    return new TreeMap<>(world.files());
  }

  @Override
  public Optional<Lock> tryLock(String file, String owner) throws IOException {
    boolean locked =
        (boolean) step(
            f -> {
              if (!world.files().containsKey(parent(file))) {
                throw new FileNotFoundException(file);
              }
              if (world.lockHolder().isPresent()) {
                return false;
              }
              NavigableMap<String, String> tree = tree();
              tree.put(file, "locked");
              world = world.with(tree).withLock(Optional.of(id));
              return true;
            });
    return locked ? Optional.of(lock(file)) : Optional.empty();
  }

  private Lock lock(String file) {
    return new Lock() {
      @Override
      public void confirm() throws IOException {
        step(f -> true);
      }

      @Override
      public void release() throws IOException {
        step(
            f -> {
              NavigableMap<String, String> tree = tree();
              tree.remove(file);
              world = world.with(tree).withLock(Optional.empty());
              return true;
            });
      }
    };
  }

  @Override
  public String ownerOf(String file) {
    return "another";
  }

  @Override
  public boolean exists(String path) throws IOException {
    return (boolean) step(f -> world.files().containsKey(path));
  }

  @Override
  @SuppressWarnings("unchecked") // it is the answer of this very step
  public List<Child> children(String directory) throws IOException {
    return (List<Child>) step(
        f -> world.files().entrySet().stream()
            .filter(e -> e.getKey().startsWith(directory + "/"))
            .filter(e -> e.getKey().indexOf('/', directory.length() + 1) < 0)
            .map(
                e -> new Child(
                    e.getKey().substring(directory.length() + 1),
                    e.getValue().equals(ModelWorld.DIRECTORY)))
            .toList());
  }

  @Override
  public void createDirectories(String directory) throws IOException {
    step(
        f -> {
          NavigableMap<String, String> tree = tree();
          for (String each = directory; !each.isEmpty(); each = parent(each)) {
            tree.putIfAbsent(each, ModelWorld.DIRECTORY);
          }
          world = world.with(tree);
          return true;
        });
  }

  @Override
  public void rename(String from, String to) throws IOException {
    step(
        f -> {
          NavigableMap<String, String> tree = tree();
          if (!tree.containsKey(from) || tree.containsKey(to) || !tree.containsKey(parent(to))) {
            throw new IOException("cannot rename " + from + " to " + to);
          }
          world
              .files()
              .subMap(from, true, from + "/\uffff", true)
              .forEach(
                  (path, text) -> {
                    if (path.equals(from) || path.startsWith(from + "/")) {
                      tree.remove(path);
                      tree.put(to + path.substring(from.length()), text);
                    }
                  });
          world = world.with(tree);
          return true;
        });
  }

  /** One file or empty directory after the other. */
  @Override
  public void delete(String path) throws IOException {
    boolean more = true;
    while (more) {
      more =
          (boolean) step(
              f -> {
                NavigableMap<String, String> tree = tree();
                Optional<String> last =
                    tree.descendingKeySet().stream()
                        .filter(p -> p.equals(path) || p.startsWith(path + "/"))
                        .findFirst();
                last.ifPresent(tree::remove);
                world = world.with(tree);
                return last.isPresent() && !last.get().equals(path);
              });
    }
  }

  @Override
  public void deleteIfEmpty(String directory) throws IOException {
    step(
        f -> {
          NavigableMap<String, String> tree = tree();
          if (tree.keySet().stream().noneMatch(p -> p.startsWith(directory + "/"))) {
            tree.remove(directory);
          }
          world = world.with(tree);
          return true;
        });
  }

  @Override
  public void copyAccess(String from, String to) throws IOException {
    step(f -> true);
  }

  /** First an empty file, then its content. */
  @Override
  public void writeText(String file, String text) throws IOException {
    write(file, "");
    write(file, text);
  }

  private void write(String file, String text) throws IOException {
    step(
        f -> {
          NavigableMap<String, String> tree = tree();
          if (!tree.containsKey(parent(file))) {
            throw new FileNotFoundException(file);
          }
          tree.put(file, text);
          world = world.with(tree);
          return true;
        });
  }

  @Override
  public String readText(String file) throws IOException {
    return (String) step(
        f -> {
          String text = world.files().get(file);
          if (text == null) {
            throw new FileNotFoundException(file);
          }
          return text;
        });
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
