package dev.sluice.connect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;

/** What a glob matches, by Hadoop's own rules: Spark's readers go by them. */
final class Glob {

  private Glob() {}

  /** Whether a glob without slashes matches a name; one that Hadoop refuses may match anything. */
  static boolean matches(String glob, String name) {
    try {
      GlobFilter filter = new GlobFilter(glob);
      return filter.hasPattern()
          ? filter.accept(new Path("/", name))
          : name.equals(glob.replaceAll("(?s)\\\\(.)", "$1"));
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /**
   * The globs whose names have no brace around a slash: {@code /a/{b,c/d}} is {@code /a/b} or {@code
   * /a/c/d}. Other braces stay, since they are within one name.
   */
  static List<String> alternatives(String glob) {
    List<Integer> cuts = new ArrayList<>();
    int depth = 0;
    boolean slash = false;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
        if (depth == 1) {
          cuts = new ArrayList<>(List.of(i));
          slash = false;
        }
      } else if (c == ',' && depth == 1) {
        cuts.add(i);
      } else if (c == '/') {
        slash = true;
      } else if (c == '}' && depth > 0) {
        depth--;
        if (depth == 0 && slash) {
          cuts.add(i);
          return writtenOut(glob, cuts);
        }
      }
    }
    return List.of(glob);
  }

  private static List<String> writtenOut(String glob, List<Integer> cuts) {
    String before = glob.substring(0, cuts.get(0));
    String after = glob.substring(cuts.get(cuts.size() - 1) + 1);
    List<String> all = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      all.addAll(alternatives(before + glob.substring(cuts.get(i) + 1, cuts.get(i + 1)) + after));
    }
    return all;
  }
}
