package dev.sluice.samples.nexmark;

import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Bid;
import dev.sluice.samples.nexmark.model.Event;
import dev.sluice.samples.nexmark.model.Person;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Events in the order in which they arrive.
 *
 * @param all the events
 */
record Events(List<Event> all) {

  Events {
    all = List.copyOf(all);
  }

  List<Person> persons() {
    return of(Person.class);
  }

  List<Auction> auctions() {
    return of(Auction.class);
  }

  List<Bid> bids() {
    return of(Bid.class);
  }

  /** Those of one kind. */
  <E> List<E> of(Class<E> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** One part after the other, about equally large. */
  List<Events> inParts(int parts) {
    return IntStream.range(0, parts)
        .mapToObj(
            part -> new Events(
                all.subList(all.size() * part / parts, all.size() * (part + 1) / parts)))
        .toList();
  }
}
