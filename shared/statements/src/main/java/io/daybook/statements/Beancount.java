package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.ShownAccount;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;

/** Beancount's journal: every commodity declared and every account opened on the first day, for its currencies only. */
record Beancount() implements JournalDialect {
  @Override
  public String accountName(AccountCode account) {
    return BeancountNames.name(account);
  }

  @Override
  public AccountCode account(String name) {
    return BeancountNames.parse(name);
  }

  @Override
  public void write(Journal journal, Appendable out) throws IOException {
    out.append("; Written by Daybook for Beancount. Check with: bean-check FILE\n\n");
    out.append("option \"title\" ").append(quoted(journal.title())).append('\n');
    out.append("option \"operating_currency\" \"")
        .append(journal.currency().value())
        .append("\"\n");
    Optional<LocalDate> first = journal.firstDay();
    if (first.isPresent()) {
      declare(journal, first.get().toString(), out);
    }
    for (Journal.Transaction transaction : journal.transactions()) {
      write(transaction, journal.postings(transaction), out);
    }
  }

  private void declare(Journal journal, String day, Appendable out) throws IOException {
    out.append('\n');
    for (CurrencyCode currency : journal.currencies()) {
      out.append(day).append(" commodity ").append(currency.value()).append('\n');
    }
    out.append('\n');
    for (Map.Entry<ShownAccount, NavigableSet<CurrencyCode>> entry :
        journal.accounts().entrySet()) {
      String currencies =
          entry.getValue().stream().map(CurrencyCode::value).collect(Collectors.joining(","));
      out.append(day)
          .append(" open ")
          .append(BeancountNames.name(entry.getKey()))
          .append("  ")
          .append(currencies)
          .append('\n');
      out.append("  account: ").append(quoted(entry.getKey().code())).append('\n');
      out.append("  name: ").append(quoted(entry.getKey().name())).append('\n');
    }
  }

  private void write(Journal.Transaction transaction, List<Posting> postings, Appendable out)
      throws IOException {
    String memo = transaction.memo().isBlank() ? transaction.occasion() : transaction.memo();
    out.append('\n')
        .append(transaction.day().toString())
        .append(" * ")
        .append(quoted(memo))
        .append('\n');
    out.append("  subject: ").append(quoted(transaction.subject().toString())).append('\n');
    out.append("  occasion: ").append(quoted(transaction.occasion())).append('\n');
    for (Map.Entry<Dimension, String> one : transaction.shownDimensions().entrySet()) {
      out.append("  ").append(one.getKey().word()).append(": ");
      out.append(quoted(one.getValue())).append('\n');
    }
    int widest =
        postings.stream().mapToInt(p -> BeancountNames.name(p.account()).length()).max().orElse(0);
    int longest = postings.stream().mapToInt(p -> p.amount().toString().length()).max().orElse(0);
    for (Posting posting : postings) {
      String account = BeancountNames.name(posting.account());
      String amount = posting.amount().toString();
      out.append("  ").append(account).append(" ".repeat(widest - account.length() + 2));
      out.append(" ".repeat(longest - amount.length())).append(posting.text()).append('\n');
      if (posting.reference().isPresent()) {
        out.append("    reference: ")
            .append(quoted(posting.reference().get().value()))
            .append('\n');
      }
    }
  }

  /** A string of one line; quotation marks and backslashes are escaped. */
  private static String quoted(String text) {
    return "\"" + PlainText.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
