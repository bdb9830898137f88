package io.daybook.local.hub;

import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.SubjectId;
import io.daybook.sources.bank.BankFile;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Imports a bank's file as a message of the inbox, wholly or not at all. */
public final class BankImport {
  /** The file is not taken. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }

    /** What to tell the person. */
    public String words() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * What was imported.
   *
   * @param account the bank's number of the account
   * @param statements in the file
   * @param lines booked lines in the file
   * @param newLines of them, those that were not known
   * @param pending lines that the bank has not booked yet: left out
   * @param differenceMinor by how much the statements do not add up
   */
  public record Imported(
      String account, int statements, int lines, int newLines, int pending, long differenceMinor) {
    /** As people read it. */
    public String words() {
      return "Imported "
          + lines
          + " lines of account "
          + account
          + ", "
          + newLines
          + " of them new."
          + (pending == 0
              ? ""
              : " " + pending + " are not booked by the bank yet and were left out.")
          + (differenceMinor == 0
              ? ""
              : " The statement does not add up; the difference is on the exceptions list.");
    }
  }

  private final Hub hub;

  /** Imports into the books of a hub. */
  public BankImport(Hub hub) {
    this.hub = hub;
  }

  /**
   * Imports a file.
   *
   * @param name the person's name for the account
   * @throws Refused naming file, line, field and what was expected
   */
  public Imported run(Book book, String name, Path file, byte[] bytes)
      throws Refused, Connecting.CannotConnect {
    BankFile.Statements read = read(file, bytes);
    List<Origin> accounts =
        read.statements().stream().map(BankFile.Statement::account).distinct().toList();
    if (accounts.size() != 1) {
      throw new Refused(
          file
              + " has statements of "
              + accounts.size()
              + " accounts, expected one account a file.");
    }
    Origin account = accounts.getFirst();
    ConnectionName connection;
    try {
      connection = new Connecting(hub.deployment()).bank(book, account, name);
    } catch (IllegalArgumentException wrongName) {
      throw new Refused("The " + wrongName.getMessage() + ".");
    }
    LedgerStore ledger = hub.deployment().stores().ledger(book);
    List<SubjectId> lines =
        read.statements().stream()
            .flatMap(statement -> statement.lines().stream())
            .map(line -> new SubjectId(SubjectId.Kind.BANK_LINE, line.origin(), line.id().value()))
            .toList();
    int newLines = (int) lines.stream().filter(line -> ledger.read(line).isEmpty()).count();
    InboxStore.Put _ =
        hub.tell(
            book,
            new Message(
                connection,
                hub.deployment().clock().instant(),
                Message.Via.PERSON,
                BankSource.CAMT,
                Bytes.of(bytes)));
    long difference =
        read.statements().stream()
            .flatMap(statement -> statement.statement().stream())
            .mapToLong(statement -> statement.differenceMinor())
            .sum();
    return new Imported(
        account.account(),
        read.statements().size(),
        lines.size(),
        newLines,
        read.pendingEntries(),
        difference);
  }

  private static BankFile.Statements read(Path file, byte[] bytes) throws Refused {
    return switch (BankFiles.read(file.toString(), bytes, Optional.empty())) {
      case BankFile.Statements statements -> statements;
      case BankFile.Refused refused ->
          throw new Refused(refused.problem() + ". Nothing was imported.");
    };
  }
}
