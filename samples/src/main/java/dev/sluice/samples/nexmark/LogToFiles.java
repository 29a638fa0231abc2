package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.io.file.CsvFiles;
import dev.sluice.io.file.Files;
import dev.sluice.samples.nexmark.model.Bid;
import java.nio.file.Path;
import java.time.Instant;

/** Query 10: all bids, written to files in a directory for each day and minute. */
final class LogToFiles {

  private LogToFiles() {}

  record Logged(
      long auction, long bidder, long price, Instant at, String extra, String day, String minute) {}

  static Stage<Logged> of(Stage<Bid> bids) {
    return bids.select(row(Logged::new).of(
        col(Bid::auction), col(Bid::bidder), col(Bid::price), col(Bid::at), col(Bid::extra),
        col(Bid::at).format("yyyy-MM-dd"), col(Bid::at).format("HH:mm")));
  }

  /** Where they go, and can be read again. */
  static CsvFiles<Logged> files(Path directory) {
    return Files.csv(Logged.class, directory.toString()).header();
  }
}
