package dev.sluice.connect;

import dev.sluice.annotation.Internal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of paths, with globs: their normal form and whether two of them can mean the same files.
 */
@Internal
public final class PathName {

  /**
   * File systems a path without a scheme may be on, because one of them is usually Spark's default.
   */
  private static final Set<String> DEFAULTS = Set.of("", "file", "hdfs", "viewfs", "dbfs");

  private static final Pattern URI =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(?://([^/]*))?(/.*|)");
  private static final Pattern GLOB = Pattern.compile("[*?\\[{\\\\]");

  private PathName() {}

  /** A glob that matches this name alone. */
  public static String literal(String name) {
    return GLOB.matcher(name).replaceAll("\\\\$0");
  }

  /**
   * Absolute, without {@code .}, {@code ..} and repeated slashes, local links followed up to the
   * first glob.
   */
  static String normalise(String path) {
    Matcher uri = URI.matcher(Secrets.withoutUser(path));
    if (!uri.matches()) {
      return local(path);
    }
    String scheme = uri.group(1).toLowerCase(Locale.ROOT);
    if (scheme.equals("file")) {
      return "file:" + local(uri.group(3));
    }
    String authority = uri.group(2) == null ? "" : uri.group(2).toLowerCase(Locale.ROOT);
    return scheme + "://" + authority + flat(uri.group(3));
  }

  private static String local(String path) {
    String absolute = flat(path.startsWith("/") ? path : Path.of("").toAbsolutePath() + "/" + path);
    List<String> segments = segments(absolute);
    Path real = Path.of("/");
    int known = 0;
    while (known < segments.size()
        && !hasGlob(segments.get(known))
        && Files.exists(real.resolve(segments.get(known)))) {
      real = real.resolve(segments.get(known));
      known++;
    }
    String rest = String.join("/", segments.subList(known, segments.size()));
    String start = realPath(real);
    return rest.isEmpty() ? start : (start.equals("/") ? "" : start) + "/" + rest;
  }

  private static String realPath(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot resolve " + path, e);
    }
  }

  private static String flat(String path) {
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : segments(path)) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    return "/" + String.join("/", kept);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
  }

  public static boolean hasGlob(String text) {
    return GLOB.matcher(text).find();
  }

  /** How a path that is written overlaps one that is read, both in normal form. */
  static Optional<String> overlap(String read, String write) {
    return Glob.alternatives(read).stream()
        .flatMap(alternative -> one(alternative, read, write).stream())
        .findFirst();
  }

  private static Optional<String> one(String alternative, String read, String write) {
    Place r = Place.of(alternative);
    Place w = Place.of(write);
    if (!r.mayShareFileSystem(w)) {
      return Optional.empty();
    }
    int common = Math.min(r.segments.size(), w.segments.size());
    for (int i = 0; i < common; i++) {
      if (!mayBeEqual(r.segments.get(i), w.segments.get(i))) {
        return Optional.empty();
      }
    }
    String relation =
        r.segments.size() < w.segments.size()
            ? " is inside "
            : r.segments.size() > w.segments.size()
                ? " contains "
                : hasGlob(read) ? " is one of " : " is the same path as ";
    return Optional.of(write + relation + read + ", which is read");
  }

  private static boolean mayBeEqual(String read, String write) {
    if (read.equals(write)) {
      return true;
    }
    boolean readGlob = hasGlob(read);
    return readGlob && hasGlob(write)
        || readGlob && Glob.matches(read, write)
        || hasGlob(write) && Glob.matches(write, read);
  }

  private record Place(String scheme, String authority, List<String> segments) {

    static Place of(String name) {
      Matcher uri = URI.matcher(name);
      return uri.matches()
          ? new Place(
              uri.group(1),
              uri.group(2) == null ? "" : uri.group(2),
              PathName.segments(uri.group(3)))
          : new Place("", "", PathName.segments(name));
    }

    /**
     * One store under several schemes: {@code s3} and {@code s3a}, {@code abfs} and {@code abfss}.
     */
    private String store() {
      return scheme.startsWith("s3")
          ? "s3"
          : scheme.matches("abfss|wasbs") ? scheme.substring(0, 4) : scheme;
    }

    boolean mayShareFileSystem(Place other) {
      if (store().equals(other.store())) {
        return authority.equals(other.authority)
            || authority.isEmpty()
            || other.authority.isEmpty();
      }
      boolean oneIsOpen = scheme.isEmpty() || other.scheme.isEmpty();
      return oneIsOpen && DEFAULTS.contains(scheme) && DEFAULTS.contains(other.scheme);
    }
  }
}
