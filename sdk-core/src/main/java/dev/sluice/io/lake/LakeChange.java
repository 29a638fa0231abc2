package dev.sluice.io.lake;

import dev.sluice.connect.WriteMode;
import dev.sluice.plan.ExprNode;
import dev.sluice.plan.ExprText;
import java.util.List;
import java.util.Optional;

/** What becomes of the rows that a table has, as a sink is configured. */
sealed interface LakeChange {

  WriteMode mode();

  /** As descriptions have it. */
  String words();

  /** They stay. */
  record Append() implements LakeChange {

    @Override
    public WriteMode mode() {
      return WriteMode.append();
    }

    @Override
    public String words() {
      return "append";
    }
  }

  /** Those of the partitions that are in the new rows go. */
  record Overwrite() implements LakeChange {

    @Override
    public WriteMode mode() {
      return WriteMode.overwrite();
    }

    @Override
    public String words() {
      return "overwrite";
    }
  }

  /** All go. */
  record OverwriteAll() implements LakeChange {

    @Override
    public WriteMode mode() {
      return WriteMode.overwrite();
    }

    @Override
    public String words() {
      return "overwrite all";
    }
  }

  /** Those that meet a condition go, and new ones have to meet it too. */
  record OverwriteWhere(ExprNode condition) implements LakeChange {

    @Override
    public WriteMode mode() {
      return WriteMode.overwrite();
    }

    @Override
    public String words() {
      return "overwrite where " + ExprText.of(condition);
    }
  }

  /**
   * Those of the keys of the new rows go.
   *
   * @param key the components
   * @param newer the component that must be larger than that of the row in place; empty if it does
   *     not matter
   */
  record Upsert(List<String> key, Optional<String> newer) implements LakeChange {

    @Override
    public WriteMode mode() {
      return WriteMode.upsert(key.toArray(String[]::new));
    }

    @Override
    public String words() {
      return "upsert by %s%s"
          .formatted(
              String.join(", ", key), newer.map(c -> ", only if " + c + " is newer").orElse(""));
    }
  }
}
