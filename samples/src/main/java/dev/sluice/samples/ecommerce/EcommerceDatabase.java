package dev.sluice.samples.ecommerce;

import dev.sluice.Pipeline;
import dev.sluice.connect.Secret;
import dev.sluice.io.file.Files;
import dev.sluice.io.jdbc.Jdbc;
import dev.sluice.io.jdbc.JdbcTable;
import dev.sluice.samples.ecommerce.model.Customer;
import java.util.Optional;

/**
 * A database that has the customers and gets the reports.
 *
 * @param url its JDBC URL, without a password
 * @param user who asks; none if the URL says it
 * @param password the user's; none if none is needed
 */
public record EcommerceDatabase(String url, Optional<String> user, Optional<Secret> password) {

  private static final String CUSTOMERS = "customers";

  /** The customers, without duplicates. */
  JdbcTable<Customer> customers() {
    return table(Customer.class, CUSTOMERS);
  }

  <T extends Record> JdbcTable<T> table(Class<T> type, String name) {
    JdbcTable<T> table = Jdbc.table(type, name).url(url);
    if (user.isPresent()) {
      table = table.user(user.get());
    }
    return password.isPresent() ? table.password(password.get()) : table;
  }

  /**
   * The pipeline that brings generated customers into the database, where the job reads them.
   *
   * @param input the directory of the generated data
   */
  Pipeline loading(String input) {
    Pipeline pipeline = Pipeline.named("load customers");
    Cleaning.customers(
        pipeline.source(CUSTOMERS, Files.parquet(Customer.class, input + "/" + CUSTOMERS)))
        .sink("table", customers().upsert(Customer::customerId).createIfMissing());
    return pipeline;
  }
}
