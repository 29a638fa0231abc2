package dev.sluice.samples.nexmark;

import static dev.sluice.Dsl.col;
import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.TimedStage;
import dev.sluice.samples.nexmark.model.Auction;
import dev.sluice.samples.nexmark.model.Person;
import java.time.Duration;

/**
 * Query 3: what people from three states sell in a category. A stream has to forget, so seller and
 * auction are at most a day apart.
 */
final class LocalItems {

  private static final long CATEGORY = 10;
  private static final Duration DAY = Duration.ofDays(1);

  private LocalItems() {}

  record LocalItem(String name, String city, String state, long auction) {}

  // #region join
  static Stage<LocalItem> of(TimedStage<Person> persons, TimedStage<Auction> auctions) {
    return auctions.filter(col(Auction::category).eq(CATEGORY))
        .join(persons.filter(col(Person::state).in("OR", "ID", "CA")))
        .on(Auction::seller).equalTo(Person::id)
        .within(DAY.negated(), DAY)
        .select((a, p) -> row(LocalItem::new).of(
            p.col(Person::name), p.col(Person::city), p.col(Person::state), a.col(Auction::id)));
  }
  // #endregion
}
