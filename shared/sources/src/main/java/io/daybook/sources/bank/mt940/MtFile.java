package io.daybook.sources.bank.mt940;

import io.daybook.events.Reference;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.bank.entry.ToldBalances;
import io.daybook.sources.bank.entry.ToldStatement;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.TextFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of MT940 statements or MT942 reports. */
public final class MtFile {
  private static final Pattern A_FIELD =
      Pattern.compile("(?m)^(?:\\{4:)?\\s*:(?:20|25|25P|28|28C|60F|60M|61|62F|62M|64|34F|13D):");

  private MtFile() {}

  /** Whether a file begins as one of these does. */
  public static boolean isOne(String head) {
    return head.startsWith("{1:") || A_FIELD.matcher(head).find();
  }

  /**
   * All of a file.
   *
   * @throws Misread if it is not what the format promises
   */
  public static List<ToldStatement> read(String text) {
    List<List<MtField>> messages = MtFields.of(TextFile.lines(text));
    if (messages.isEmpty()) {
      throw new Misread(1, "the file", "a statement with fields such as :20:, :25: and :61:");
    }
    List<ToldStatement> statements = new ArrayList<>();
    List<MtMessage> pages = new ArrayList<>();
    for (List<MtField> fields : messages) {
      MtMessage page = new MtMessage(fields);
      boolean follows =
          !pages.isEmpty()
              && pages.getLast().isContinued()
              && page.goesOn()
              && page.account().equals(pages.getLast().account());
      if (!follows && !pages.isEmpty()) {
        statements.add(told(pages));
        pages.clear();
      }
      pages.add(page);
    }
    statements.add(told(pages));
    return List.copyOf(statements);
  }

  private static ToldStatement told(List<MtMessage> pages) {
    MtMessage first = pages.getFirst();
    String account = first.account();
    List<BankEntry> booked = pages.stream().flatMap(page -> page.booked().stream()).toList();
    List<PendingLine> pending = pages.stream().flatMap(page -> page.pending().stream()).toList();
    MtField named = first.accountField();
    if (first.isInterim()) {
      return new ToldStatement(
          named.line(),
          ":25:",
          Optional.of(account),
          first.madeAt(),
          Optional.empty(),
          booked,
          pending);
    }
    ToldBalances balances = balances(first, pages.getLast(), booked);
    boolean whole = !first.goesOn() && !pages.getLast().isContinued();
    return new ToldStatement(
        named.line(),
        ":25:",
        Optional.of(account),
        balances.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
        whole ? Optional.of(balances) : Optional.empty(),
        booked,
        pending);
  }

  /**
   * Banks date an opening balance the day before or the first day: it is the day before unless something was booked on it.
   * An entry may be booked outside the balances' days; the statement covers it all the same.
   */
  private static ToldBalances balances(MtMessage first, MtMessage last, List<BankEntry> booked) {
    MtValues.Balance opening = first.opening();
    MtValues.Balance closing = last.closing();
    List<LocalDate> days = booked.stream().map(BankEntry::bookedOn).toList();
    boolean dayBefore = opening.day().isBefore(closing.day()) && !days.contains(opening.day());
    LocalDate begins = dayBefore ? opening.day().plusDays(1) : opening.day();
    LocalDate from =
        Stream.concat(days.stream(), Stream.of(begins, closing.day()))
            .min(LocalDate::compareTo)
            .orElse(begins);
    LocalDate to =
        Stream.concat(days.stream(), Stream.of(closing.day()))
            .max(LocalDate::compareTo)
            .orElse(closing.day());
    if (!closing.amount().currency().equals(opening.amount().currency())) {
      throw new Misread(last.accountField().line(), ":62F:", "the currency of the opening balance");
    }
    return new ToldBalances(
        new Reference((from + ".." + to + " " + first.number()).strip()),
        opening.amount().currency(),
        from,
        to,
        opening.amount().minor(),
        closing.amount().minor());
  }
}
