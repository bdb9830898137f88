package io.daybook.export;

import io.daybook.events.Bill;
import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Money;
import io.daybook.ledger.OpenItem;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TrialBalance;
import io.daybook.statements.Ageing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands open on the accounts on which others are owed: bills with their due dates, and what is accrued for some. */
final class Payables {
  private static final Set<Integer> ACCOUNTS = Set.of(2000, 2005, 2008, 2009);

  private final LedgerStore ledger;
  private final Balances balances;

  Payables(LedgerStore ledger, Balances balances) {
    this.ledger = ledger;
    this.balances = balances;
  }

  /** The items as of a day; what an account holds without a reference is an item too, so that they add up to it. */
  List<Ageing.Item> open(LocalDate asOf) {
    List<OpenItem> open = balances.openItems(ACCOUNTS, LocalDate.MIN, asOf);
    List<Ageing.Item> items = new ArrayList<>();
    open.forEach(item -> items.add(item(item)));
    for (TrialBalance.Row row : balances.trialBalance(asOf, Optional.empty()).rows()) {
      if (ACCOUNTS.contains(row.account().number())) {
        long rest = row.minor() - referenced(open, row.account(), row.currency());
        if (rest != 0) {
          items.add(
              new Ageing.Item(row.account(), "", asOf, asOf, new Money(-rest, row.currency())));
        }
      }
    }
    return items;
  }

  private static long referenced(List<OpenItem> open, AccountCode account, CurrencyCode currency) {
    return open.stream()
        .filter(item -> item.account().equals(account) && item.currency().equals(currency))
        .mapToLong(OpenItem::minor)
        .sum();
  }

  private Ageing.Item item(OpenItem item) {
    LocalDate since = item.parts().getFirst().day();
    LocalDate due =
        item.parts().stream()
            .map(OpenItem.Part::subject)
            .filter(subject -> subject.kind() == SubjectId.Kind.BILL)
            .flatMap(subject -> bill(subject).stream())
            .map(Bill::dueOn)
            .max(Comparator.naturalOrder())
            .orElse(since);
    return new Ageing.Item(
        item.account(),
        item.reference().value(),
        since,
        due,
        new Money(Math.negateExact(item.minor()), item.currency()));
  }

  private Optional<Bill> bill(SubjectId subject) {
    return ledger.read(subject).stream()
        .flatMap(step -> step.facts().stream())
        .filter(Bill.class::isInstance)
        .map(Bill.class::cast)
        .max(Comparator.comparingLong(Bill::version));
  }
}
