package io.daybook.books.acts;

import io.daybook.books.acts.Checklist.Item;
import io.daybook.books.acts.Checklist.Standing;
import io.daybook.events.Opening;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What to look at when a book is taken over (case 72): what was taken over, and what is missing that a shop usually has at
 * the end of a day. A missing balance is a question, not a fault: it may be zero.
 */
public final class OpeningChecklist {
  /** Accounts that a shop seldom has empty, and why. */
  private static final Map<Integer, String> USUAL = usual();

  private OpeningChecklist() {}

  private static Map<Integer, String> usual() {
    Map<Integer, String> usual = new LinkedHashMap<>();
    usual.put(1005, "payouts that had left a processor and not reached the bank");
    usual.put(1100, "payments whose money had not come yet");
    usual.put(1200, "disputes that were open");
    usual.put(2010, "tax that was collected and not paid yet");
    usual.put(2100, "orders that were paid and not shipped yet");
    usual.put(2200, "gift cards that were sold and not used up");
    usual.put(2210, "store credit that was given and not used up");
    usual.put(2230, "refunds that were granted and not paid yet");
    return usual;
  }

  /** What was taken over first by what is missing, under the rules of the book. */
  public static List<Item> of(Opening opening, Rules rules) {
    List<Item> items = new ArrayList<>();
    SortedSet<String> connected = new TreeSet<>();
    rules.banks().keySet().forEach(bank -> connected.add(rules.bank(bank).toString()));
    rules
        .feeds()
        .values()
        .forEach(processor -> connected.add(rules.clearing(processor).toString()));
    for (String account : connected) {
      items.add(
          item(
              opening,
              account,
              opening.balances().stream()
                  .filter(balance -> balance.account().equals(account))
                  .toList(),
              "what stood there at cut-over"));
    }
    USUAL.forEach((number, meaning) ->
        items.add(
            item(
                opening,
                number.toString(),
                opening.balances().stream()
                    .filter(balance -> AccountCode.parse(balance.account()).number() == number)
                    .toList(),
                meaning)));
    return List.copyOf(items);
  }

  private static Item item(
      Opening opening, String account, List<Opening.Balance> found, String meaning) {
    AccountCode code = AccountCode.parse(account);
    String what = code.number() + " " + ChartOfAccounts.name(code);
    if (found.isEmpty()) {
      return new Item(
          what, Standing.OPEN, "Nothing as of " + opening.day() + ": is there " + meaning + "?");
    }
    return new Item(
        what,
        Standing.DONE,
        found.stream()
                .map(balance -> new Money(balance.minor(), balance.currency()).toString())
                .collect(Collectors.joining(", "))
            + ".");
  }
}
