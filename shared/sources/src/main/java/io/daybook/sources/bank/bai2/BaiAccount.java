package io.daybook.sources.bank.bai2;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.sources.bank.entry.AccountNumber;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.EntryText;
import io.daybook.sources.bank.entry.ToldBalances;
import io.daybook.sources.bank.entry.ToldStatement;
import io.daybook.sources.reading.WrittenAmount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account of a group: its identifier and summaries (03), its entries (16), its trailer (49). */
final class BaiAccount {
  private static final String OPENING = "010";
  private static final String CLOSING = "015";

  /** Type codes 890 to 899 tell something that is no money. */
  private static final int NON_MONETARY_FROM = 890;

  private static final int NON_MONETARY_TO = 899;

  private final BaiGroup group;
  private final BaiRecord identifier;
  private final CurrencyCode currency;
  private final Map<String, Long> summaries = new HashMap<>();
  private final List<BankEntry> entries = new ArrayList<>();
  private long total;
  private long totalWithoutSigns;

  BaiAccount(BaiGroup group, BaiRecord identifier) {
    this.group = group;
    this.identifier = identifier;
    String told = identifier.at(1);
    this.currency = told.isEmpty() ? group.currency() : BaiGroup.currency(identifier, told);
    summaries();
  }

  private void summaries() {
    int place = 2;
    while (place < identifier.fields().size()) {
      String type = identifier.at(place);
      String amount = identifier.at(place + 1);
      if (!amount.isEmpty()) {
        long minor = count(identifier, "amount", amount);
        if (type.matches("[0-9]{3}")) {
          summaries.put(type, minor);
        } else {
          throw identifier.expected("type code", "three digits before each amount");
        }
      }
      // The number of items stands between an amount and its funds type.
      place = BaiAmounts.afterFunds(identifier, place + 3);
    }
  }

  private long count(BaiRecord record, String field, String text) {
    Money amount =
        WrittenAmount.minor(text, currency)
            .orElseThrow(() ->
                record.expected(field, "an amount in digits without a point, such as 123456"));
    total = Math.addExact(total, amount.minor());
    totalWithoutSigns = Math.addExact(totalWithoutSigns, Math.absExact(amount.minor()));
    return amount.minor();
  }

  void add(BaiRecord detail) {
    String type = detail.at(0);
    if (!type.matches("[0-9]{3}")) {
      throw detail.expected("type code", "three digits");
    }
    int code = Integer.parseInt(type);
    String amount = detail.at(1);
    if (code >= NON_MONETARY_FROM && code <= NON_MONETARY_TO && amount.isEmpty()) {
      return;
    }
    long minor = count(detail, "amount", amount);
    int place = BaiAmounts.afterFunds(detail, 2);
    EntryText text = new EntryText();
    text.id(detail.at(place));
    text.id(detail.at(place + 1));
    if (detail.fields().size() > place + 2) {
      text.text(
          String.join(",", detail.fields().subList(place + 2, detail.fields().size())).strip());
    }
    entries.add(
        new BankEntry(
            detail.line(),
            new Money(signed(detail, code, minor), currency),
            group.day(),
            Optional.empty(),
            type,
            text.references(),
            text.digest()));
  }

  /** 100 to 399 are credits, 400 to 699 debits; 700 to 759 and 920 to 959 credits, 760 to 799 and 960 to 999 debits. */
  private static long signed(BaiRecord detail, int code, long minor) {
    boolean credit = within(code, 100, 399) || within(code, 700, 759) || within(code, 920, 959);
    boolean debit = within(code, 400, 699) || within(code, 760, 799) || within(code, 960, 999);
    if (!credit && !debit) {
      throw detail.expected("type code", "one of a credit (100 to 399) or a debit (400 to 699)");
    }
    return credit ? minor : Math.negateExact(minor);
  }

  private static boolean within(int code, int first, int last) {
    return code >= first && code <= last;
  }

  /** Proves the trailer's total; some banks add up amounts without their signs. */
  void end(BaiRecord trailer) {
    long told =
        WrittenAmount.minor(trailer.at(0), currency)
            .orElseThrow(() -> trailer.expected("control total", "an amount in digits"))
            .minor();
    if (told != total && told != totalWithoutSigns) {
      throw trailer.expected(
          "control total",
          "the sum of the account's amounts, which is "
              + new Money(total, currency)
              + "; the file is incomplete or was changed, so ask the bank for it again");
    }
    group.count(told);
  }

  private String number() {
    String number = AccountNumber.normal(identifier.at(0));
    if (number.isEmpty()
        || number.length() > AccountNumber.LONGEST
        || number.chars().anyMatch(Character::isISOControl)) {
      throw identifier.expected("account", "the account's number");
    }
    return number;
  }

  ToldStatement told() {
    Optional<ToldBalances> balances =
        summaries.containsKey(OPENING) && summaries.containsKey(CLOSING)
            ? Optional.of(balances(group.day()))
            : Optional.empty();
    return new ToldStatement(
        identifier.line(),
        "03 account",
        Optional.of(number()),
        group.madeAt(),
        group.isSameDay() ? Optional.empty() : balances,
        group.isSameDay() ? List.of() : entries,
        group.isSameDay() ? entries.stream().map(BankEntry::toPending).toList() : List.of());
  }

  private ToldBalances balances(LocalDate day) {
    return new ToldBalances(
        new Reference(day + " " + currency),
        currency,
        day,
        day,
        summaries.getOrDefault(OPENING, 0L),
        summaries.getOrDefault(CLOSING, 0L));
  }
}
