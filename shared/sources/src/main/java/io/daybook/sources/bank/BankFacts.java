package io.daybook.sources.bank;

import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.BankStatement;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.BankLineIds;
import io.daybook.sources.bank.entry.ToldBalances;
import io.daybook.sources.bank.entry.ToldStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements of any format as facts. */
final class BankFacts {
  private final BankReading reading;
  private final Map<Origin, Iterator<BankLineId>> ids = new HashMap<>();
  private final Map<String, Integer> statementIds = new HashMap<>();

  private BankFacts(BankReading reading) {
    this.reading = reading;
  }

  /** The facts of each statement; the lines of one account get their ids together, whichever statement lists them. */
  static List<BankFile.Statement> of(List<ToldStatement> told, BankReading reading) {
    BankFacts facts = new BankFacts(reading);
    Map<Origin, List<BankEntry>> entries = new LinkedHashMap<>();
    told.forEach(one ->
        entries
            .computeIfAbsent(facts.account(one), key -> new ArrayList<>())
            .addAll(one.entries()));
    entries.forEach((account, all) -> facts.ids.put(account, BankLineIds.of(all).iterator()));
    return told.stream().map(facts::statement).toList();
  }

  private Origin account(ToldStatement told) {
    return reading
        .account()
        .or(() -> told.account().map(number -> new Origin(BankSource.NAME, number)))
        .orElse(BankReading.UNNAMED);
  }

  private BankFile.Statement statement(ToldStatement told) {
    Origin account = account(told);
    Iterator<BankLineId> next = ids.getOrDefault(account, List.<BankLineId>of().iterator());
    return new BankFile.Statement(
        told.account(),
        account,
        told.version(),
        told.balances().map(balances -> statement(account, told, balances)),
        told.entries().stream().map(entry -> line(account, next.next(), entry)).toList(),
        told.pending());
  }

  private static BankLine line(Origin account, BankLineId id, BankEntry entry) {
    return new BankLine(
        account,
        id,
        entry.amount().currency(),
        entry.amount().minor(),
        entry.bookedOn(),
        entry.code(),
        entry.references());
  }

  private BankStatement statement(Origin account, ToldStatement told, ToldBalances balances) {
    return new BankStatement(
        account,
        unique(account, balances.id()),
        told.version(),
        balances.currency(),
        balances.from(),
        balances.to(),
        balances.openingMinor(),
        balances.closingMinor(),
        linesMinor(told.entries(), balances.currency()));
  }

  /** Formats without an id of the statement may tell two of the same days. */
  private Reference unique(Origin account, Reference id) {
    int count = statementIds.merge(account + "/" + id, 1, Integer::sum);
    return count == 1 ? id : new Reference(id + " (" + count + ")");
  }

  private static long linesMinor(List<BankEntry> entries, CurrencyCode currency) {
    long sum = 0;
    for (BankEntry entry : entries) {
      if (entry.amount().currency().equals(currency)) {
        sum = Math.addExact(sum, entry.amount().minor());
      }
    }
    return sum;
  }

  /** The statements that a reading takes. */
  static List<ToldStatement> chosen(List<ToldStatement> told, BankReading reading) {
    return told.stream().filter(one -> reading.takes(one.account())).toList();
  }
}
