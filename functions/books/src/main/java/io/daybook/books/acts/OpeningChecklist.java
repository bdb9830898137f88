package io.daybook.books.acts;

import io.daybook.books.acts.Checklist.Item;
import io.daybook.books.acts.Checklist.Standing;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Opening;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What to look at when a book is taken over (case 72): what was taken over, and what is missing that a shop usually has at
 * the end of a day. A missing balance is a question, not a fault: it may be zero.
 */
public final class OpeningChecklist {
  /** Accounts that a shop seldom has empty, and what to ask when one is. */
  private static final Map<Integer, String> USUAL = usual();

  private OpeningChecklist() {}

  private static Map<Integer, String> usual() {
    Map<Integer, String> usual = new LinkedHashMap<>();
    usual.put(1005, "Were there payouts that had left a processor and not reached the bank?");
    usual.put(1100, "Were there payments whose money had not come yet?");
    usual.put(1200, "Were there open disputes?");
    usual.put(2010, "Was there tax that was collected and not paid yet?");
    usual.put(2100, "Were there orders that were paid and not shipped yet?");
    usual.put(2200, "Were there gift cards that were sold and not used up?");
    usual.put(2210, "Was there store credit that was given and not used up?");
    usual.put(2230, "Were there refunds that were granted and not paid yet?");
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
              "What stood there at cut-over?"));
    }
    USUAL.forEach((number, question) ->
        items.add(
            item(
                opening,
                number.toString(),
                opening.balances().stream()
                    .filter(balance -> AccountCode.parse(balance.account()).number() == number)
                    .toList(),
                question)));
    return List.copyOf(items);
  }

  private static Item item(
      Opening opening, String account, List<Opening.Balance> found, String question) {
    AccountCode code = AccountCode.parse(account);
    String what = code.number() + " " + ChartOfAccounts.name(code);
    if (found.isEmpty()) {
      return new Item(what, Standing.OPEN, "Nothing as of " + opening.day() + ". " + question);
    }
    return new Item(what, Standing.DONE, words(found));
  }

  /** The sum of each currency, and how many items it is the sum of. */
  private static String words(List<Opening.Balance> found) {
    SortedMap<CurrencyCode, Long> sums = new TreeMap<>();
    found.forEach(balance -> sums.merge(balance.currency(), balance.minor(), Math::addExact));
    String amounts =
        sums.entrySet().stream()
            .map(sum -> new Money(sum.getValue(), sum.getKey()).words())
            .collect(Collectors.joining(", "));
    return found.size() == 1 ? amounts + "." : amounts + " in " + found.size() + " items.";
  }
}
