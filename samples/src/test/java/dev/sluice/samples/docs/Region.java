package dev.sluice.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A named part of a source file: the lines between {@code // #region name} and its {@code //
 * #endregion}.
 *
 * @param file path below the root of the project, with slashes
 * @param name the region's name
 */
record Region(String file, String name) {
  private static final String BEGIN = "// #region";
  private static final String END = "// #endregion";

  /** Reads {@code path/of/X.java#name}. */
  static Region parse(String reference) {
    int hash = reference.indexOf('#');
    if (hash < 1 || hash == reference.length() - 1) {
      throw new IllegalArgumentException(
          "\"" + reference + "\" is not of the form path/of/X.java#region");
    }
    return new Region(reference.substring(0, hash), reference.substring(hash + 1));
  }

  /**
   * The region's lines without their common indentation and without markers of regions inside.
   *
   * @throws IllegalArgumentException if there is no such file or region, or if it does not end
   */
  List<String> read(Path root) throws IOException {
    Path source = root.resolve(file);
    if (!Files.isRegularFile(source)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    List<String> lines = new ArrayList<>();
    int depth = 0;
    for (String line : Files.readAllLines(source)) {
      String text = line.strip();
      if (depth == 0) {
        depth = text.equals(BEGIN + " " + name) ? 1 : 0;
      } else if (text.startsWith(BEGIN)) {
        depth++;
      } else if (!text.equals(END)) {
        lines.add(line);
      } else if (--depth == 0) {
        return String.join("\n", lines).stripIndent().lines().toList();
      }
    }
    throw new IllegalArgumentException(
        file + " has no \"" + BEGIN + " " + name + "\" that an \"" + END + "\" ends");
  }

  @Override
  public String toString() {
    return file + "#" + name;
  }
}
