package io.daybook.local.hub;

import io.daybook.books.bank.BankIntake;
import io.daybook.books.bank.BankRefused;
import io.daybook.books.bank.BankRequest;
import io.daybook.books.bank.ImportedAccount;
import io.daybook.books.bank.NamedAccount;
import io.daybook.ledger.Book;
import io.daybook.ledger.InboxStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Imports a bank's file as messages of the inbox, wholly or not at all, and has them posted. */
public final class BankImport {
  private final Hub hub;

  /** Imports into the books of a hub. */
  public BankImport(Hub hub) {
    this.hub = hub;
  }

  /**
   * Imports a file of one account.
   *
   * @param name the person's name for the account
   * @throws BankRefused naming file, line, field and what was expected
   */
  public ImportedAccount run(Book book, String name, Path file, byte[] bytes) throws BankRefused {
    return run(
            book,
            new BankRequest(
                file.toString(),
                bytes,
                List.of(NamedAccount.parse(name)),
                Optional.empty(),
                BankRequest.Alike.REFUSED))
        .getFirst();
  }

  /**
   * Imports a file.
   *
   * @throws BankRefused naming file, line, field and what was expected
   */
  public List<ImportedAccount> run(Book book, BankRequest request) throws BankRefused {
    return new BankIntake(
            hub.deployment(),
            book,
            message -> {
              InboxStore.Put _ = hub.tell(book, message);
            })
        .take(request);
  }
}
