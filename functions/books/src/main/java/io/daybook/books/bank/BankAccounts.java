package io.daybook.books.bank;

import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.sources.bank.BankSource;
import io.daybook.sources.bank.entry.AccountNumber;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A book's bank accounts: which name is which number, and the connection that each account's messages come by. */
public final class BankAccounts {
  private final Deployment deployment;
  private final Book book;

  /** The accounts of a book. */
  public BankAccounts(Deployment deployment, Book book) {
    this.deployment = deployment;
    this.book = book;
  }

  /** The known accounts by their origin. */
  public Map<Origin, String> known() {
    return new RulesVersions(deployment.stores().state(book))
        .current()
        .map(Rules::banks)
        .orElse(Map.of());
  }

  Optional<Origin> named(String name) {
    return known().entrySet().stream()
        .filter(bank -> bank.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * The account that a name means for a number of a file: the known one, if the number may be its own or the person said
   * so; else a new one.
   *
   * @throws BankRefused if the name is another account's, or the number has another name
   */
  Origin meant(NamedAccount asked, Optional<String> number) throws BankRefused {
    Optional<Origin> known = named(asked.name());
    if (known.isPresent()) {
      boolean same =
          number.isEmpty()
              || asked.number().isPresent()
              || AccountNumber.mayBeSame(number.get(), known.get().account());
      if (!same) {
        throw new BankRefused(
            "Account '"
                + asked.name()
                + "' is another bank account than the file's "
                + number.get()
                + ". If it is the same, written otherwise: --account "
                + asked.name()
                + "="
                + number.get());
      }
      return known.get();
    }
    Origin account =
        new Origin(BankSource.NAME, number.map(AccountNumber::normal).orElse(asked.name()));
    String other = known().get(account);
    if (other != null) {
      throw new BankRefused(
          "The file is of account '"
              + other
              + "' ("
              + account.account()
              + "), not of '"
              + asked.name()
              + "'.");
    }
    return account;
  }

  /**
   * Names the account in the ledger and makes its connection, on the first import of its statements.
   *
   * @throws BankRefused if the name cannot be used
   */
  public ConnectionName register(Origin account, String name) throws BankRefused {
    // Refused before anything is stored: a name that the rules keep cannot be taken back.
    ConnectionName connection;
    try {
      connection = new ConnectionName("bank-" + name);
      AccountCode _ = AccountCode.parse("1000:" + name);
    } catch (IllegalArgumentException wrongName) {
      throw new BankRefused("The " + wrongName.getMessage() + ".");
    }
    StateStore state = deployment.stores().state(book);
    RulesVersions versions = new RulesVersions(state);
    Rules rules =
        versions
            .current()
            .orElseThrow(() ->
                new BankRefused(
                    "Book '" + book + "' has no connection yet: connect a shop first."));
    if (!name.equals(rules.banks().get(account))) {
      Rules _ = versions.amend(rules, newest -> with(newest, account, name));
    }
    Connections connections = new Connections(state, deployment.secrets());
    if (connections.find(connection).isEmpty()) {
      connections.save(
          new Connection(
              connection,
              BankSource.NAME,
              account,
              Optional.empty(),
              deployment.clock().instant(),
              List.of(),
              Optional.empty()));
    }
    return connection;
  }

  private static Rules with(Rules rules, Origin account, String name) {
    Map<Origin, String> banks = new HashMap<>(rules.banks());
    banks.put(account, name);
    return rules.withBanks(banks);
  }
}
