package dev.sluice.streaming.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written of a lease. Each lease has a file of its own, numbered on: who makes the next one
 * has taken it, and the holder of a lower number has lost it, whatever it may write.
 *
 * @param number which lease of this checkpoint
 * @param owner who has it; empty if that cannot be read
 * @param since when it was taken
 * @param heard when the owner was last heard of
 * @param released whether it was given back
 */
record LeaseEntry(
    long number, Optional<LeaseOwner> owner, Instant since, Instant heard, boolean released) {

  private static final Pattern NAME = Pattern.compile("lease-(\\d{1,18})\\.json");

  static String file(long number) {
    return "lease-" + number + ".json";
  }

  /** The number in a file's name. */
  static OptionalLong number(String file) {
    Matcher name = NAME.matcher(file);
    return name.matches()
        ? OptionalLong.of(Long.parseLong(name.group(1)))
        : OptionalLong.empty();
  }

  /** The number of the newest; 0 if there was none yet. */
  static long newest(CheckpointFiles files) throws IOException {
    return files.list().keySet().stream()
        .map(LeaseEntry::number)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .max()
        .orElse(0);
  }

  /** Reads one; empty if its file is gone meanwhile. */
  static Optional<LeaseEntry> read(CheckpointFiles files, long number) throws IOException {
    Optional<String> text = files.text(file(number));
    Optional<Instant> written = files.written(file(number));
    if (text.isEmpty() || written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          CheckpointJson.read(text.get())
              .map(json -> of(number, json))
              .orElseGet(() -> unreadable(number, written.get())));
    } catch (DateTimeException e) {
      return Optional.of(unreadable(number, written.get()));
    }
  }

  /** Just being written, or damaged. */
  private static LeaseEntry unreadable(long number, Instant written) {
    return new LeaseEntry(number, Optional.empty(), written, written, false);
  }

  private static LeaseEntry of(long number, ObjectNode json) {
    return new LeaseEntry(
        number,
        Optional.of(LeaseOwner.of(json)),
        Instant.parse(json.path("since").asText()),
        Instant.parse(json.path("heard").asText()),
        json.path("released").asBoolean());
  }

  String json() {
    ObjectNode json = CheckpointJson.object();
    owner.ifPresent(known -> known.writeTo(json));
    json.put("since", since.toString());
    json.put("heard", heard.toString());
    json.put("released", released);
    return CheckpointJson.text(json);
  }

  LeaseEntry heard(Instant now) {
    return new LeaseEntry(number, owner, since, now, released);
  }

  LeaseEntry released(Instant now) {
    return new LeaseEntry(number, owner, since, now, true);
  }

  /** Whether somebody else may not take it now. */
  boolean isHeld(LeaseOwner here, LeaseTimes times, Instant now) {
    return !released
        && !heard.plus(times.expiry()).isBefore(now)
        && owner.map(known -> !known.hasEnded(here)).orElse(true);
  }

  /** {@code pipeline 'a' on host h, process 123, run 1f2e3d4c, since …, last heard of …}. */
  String text() {
    return "%s, since %s, last heard of %s"
        .formatted(
            owner.map(LeaseOwner::text).orElse("an unknown process"),
            since.truncatedTo(ChronoUnit.SECONDS),
            heard.truncatedTo(ChronoUnit.SECONDS));
  }
}
