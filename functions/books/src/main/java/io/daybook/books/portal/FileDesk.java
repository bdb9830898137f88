package io.daybook.books.portal;

import io.daybook.books.acts.Teller;
import io.daybook.books.bank.BankIntake;
import io.daybook.books.bank.BankRefused;
import io.daybook.books.bank.BankRequest;
import io.daybook.books.bank.ImportedAccount;
import io.daybook.books.bank.NamedAccount;
import io.daybook.books.bill.BillIntake;
import io.daybook.books.bill.BillRefused;
import io.daybook.books.bill.BillRequest;
import io.daybook.events.Bill;
import io.daybook.ledger.Book;
import io.daybook.sources.bill.BillMapping;
import io.daybook.sources.bill.BillReading;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.objects.Shelf;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Bank files and bills that somebody uploaded: looked at first, imported when the person says so. */
final class FileDesk {
  private static final String REASON = "a bill came in";

  private final Book book;
  private final Shelf shelf;
  private final BankIntake banks;
  private final BillIntake bills;

  FileDesk(Deployment deployment, Book book, Shelf shelf, Teller teller) {
    this.book = book;
    this.shelf = shelf;
    this.banks = new BankIntake(deployment, book, teller);
    this.bills = new BillIntake(deployment, book, teller);
  }

  /** What a bank's file would bring. */
  Map<String, Object> lookBank(AskedAct asked) throws NotDone {
    try {
      return Map.of("accounts", banks.look(bank(asked)));
    } catch (BankRefused refused) {
      throw refused(refused.words());
    }
  }

  /** Takes a bank's file. */
  Map<String, Object> importBank(AskedAct asked) throws NotDone {
    try {
      return Map.of("said", banks.take(bank(asked)).stream().map(ImportedAccount::words).toList());
    } catch (BankRefused refused) {
      throw refused(refused.words());
    }
  }

  /** What a file of bills would bring. */
  Map<String, Object> lookBill(AskedAct asked) throws NotDone {
    try {
      return Map.of("bills", bills.look(asked.text("file"), bytes(asked), bill(asked)).bills());
    } catch (BillRefused refused) {
      throw refused(refused.words());
    }
  }

  /** Takes a file of bills. */
  Map<String, Object> importBill(AskedAct asked) throws NotDone {
    try {
      return Map.of(
          "said",
          bills
              .take(asked.text("file"), bytes(asked), bill(asked), asked.who(REASON))
              .words()
              .lines()
              .toList());
    } catch (BillRefused refused) {
      throw refused(refused.words());
    }
  }

  private BankRequest bank(AskedAct asked) throws NotDone {
    List<NamedAccount> accounts =
        asked.optional("account").stream()
            .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
            .filter(text -> !text.isEmpty())
            .map(NamedAccount::parse)
            .toList();
    return new BankRequest(
        asked.text("file"),
        bytes(asked),
        accounts,
        asked.optional("mapping"),
        asked.ticked("asNew") ? BankRequest.Alike.NEW : BankRequest.Alike.REFUSED);
  }

  private static BillRequest bill(AskedAct asked) throws NotDone {
    Bill.Kind kind =
        BillMapping.kind(asked.optional("kind").orElse("expense"))
            .orElseThrow(() ->
                new NotDone(
                    "'"
                        + asked.text("kind")
                        + "' is no kind of bill; there are "
                        + BillMapping.kindWords()
                        + "."));
    return new BillRequest(
        asked.text("biller").strip(),
        kind,
        asked.ticked("taxIsCost") ? BillReading.Tax.COST : BillReading.Tax.CLAIMED_BACK,
        asked.optional("mapping"));
  }

  private byte[] bytes(AskedAct asked) throws NotDone {
    return shelf
        .find(book, asked.text("digest"))
        .orElseThrow(() -> new NotDone("The file is not there any more: choose it again."));
  }

  /** The same words as at the command line, without its options. */
  private static NotDone refused(String words) {
    return new NotDone(words.replace("--account ", "").replace(": --as-new", ""));
  }
}
