package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.io.memory.InMemory;
import dev.sluice.samples.nexmark.model.Bid;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Query 13: bids, each with a word for its auction from a table. */
final class SideInput {

  private static final long KEYS = 10_000;

  /** Of the keys there are no words for those that can be divided by this. */
  private static final long WITHOUT_WORD = 7;

  private SideInput() {}

  record Word(long key, String word) {}

  record WithWord(long auction, long bidder, long price, Instant at, String word) {}

  static List<Word> words() {
    return LongStream.range(0, KEYS)
        .filter(key -> key % WITHOUT_WORD != 0)
        .mapToObj(key -> new Word(key, "word-" + key))
        .toList();
  }

  static Stage<WithWord> of(Stage<Bid> bids) {
    Stage<Word> words = bids.pipeline().source("words", InMemory.rows(Word.class, words()));
    return bids
        .join(words.readOnce().broadcast()).on(col(Bid::auction).mod(KEYS)).equalTo(Word::key)
        .select((b, w) -> row(WithWord::new).of(
            b.col(Bid::auction), b.col(Bid::bidder), b.col(Bid::price), b.col(Bid::at),
            w.col(Word::word)));
  }
}
