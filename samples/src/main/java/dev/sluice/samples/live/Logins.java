package dev.sluice.samples.live;

import static dev.sluice.Dsl.row;

import dev.sluice.Stage;
import dev.sluice.connect.LookupStore;
import dev.sluice.samples.live.model.Login;
import dev.sluice.samples.live.model.User;

/** Logins, with the names of the users who logged in. */
final class Logins {

  private Logins() {}

  /** The user of each login that is in the table, with the time of the login as the last one. */
  static Stage<User> enriched(Stage<Login> logins, LookupStore<String, User> users) {
    return logins
        .lookup(users).on(Login::loginId).onlyFound()
        .select((login, user) -> row(User::new).of(
            login.col(Login::loginId), user.col(User::userName), login.col(Login::at)));
  }
}
