package io.daybook.sources.bank.entry;

import io.daybook.events.BankLineId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the booked entries of one account in one file their identity ({@code FAILURES.md} 44).
 *
 * <p>The bank's own reference, with the booking day, where no other entry of that day has it. Else the day, the amount,
 * a digest of ids and text, and which of several equal ones of the day it is. Either way an entry's identity depends on
 * the entries of its own day only, so that a daily, a weekly and a monthly file give the same ids. What is assumed: a
 * statement lists each of its days wholly, and equal lines are interchangeable.
 */
public final class BankLineIds {
  private final Map<String, Integer> sameReference = new HashMap<>();
  private final Map<String, Integer> equalSoFar = new HashMap<>();

  private BankLineIds() {}

  /** The ids of entries, in their order. */
  public static List<BankLineId> of(List<BankEntry> entries) {
    BankLineIds ids = new BankLineIds();
    entries.forEach(entry ->
        entry
            .bankReference()
            .ifPresent(
                ref -> ids.sameReference.merge(own(entry.bookedOn(), ref), 1, Integer::sum)));
    List<BankLineId> given = new ArrayList<>();
    entries.forEach(entry -> given.add(ids.id(entry)));
    return given;
  }

  /** Whether the bank's own reference identifies the entry. */
  public static boolean isBanksOwn(BankLineId id, BankEntry entry) {
    return entry
        .bankReference()
        .map(ref -> own(entry.bookedOn(), ref).equals(id.value()))
        .orElse(false);
  }

  private BankLineId id(BankEntry entry) {
    return entry
        .bankReference()
        .map(ref -> own(entry.bookedOn(), ref))
        .filter(own -> sameReference.getOrDefault(own, 0) == 1)
        .map(BankLineId::new)
        .orElseGet(() -> derived(entry));
  }

  private BankLineId derived(BankEntry entry) {
    String like =
        entry.bookedOn()
            + ":"
            + entry.amount().minor()
            + entry.amount().currency()
            + ":"
            + entry.digest();
    return new BankLineId(like + ":" + equalSoFar.merge(like, 1, Integer::sum));
  }

  private static String own(LocalDate day, String reference) {
    return day + ":" + reference;
  }
}
