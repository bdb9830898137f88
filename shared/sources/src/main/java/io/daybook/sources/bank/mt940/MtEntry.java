package io.daybook.sources.bank.mt940;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.EntryText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement line ({@code :61:}) and the information for the account owner ({@code :86:}) that follows it; some banks
 * repeat that field.
 */
final class MtEntry {
  /** Value date, entry date, mark, funds code, amount, type of transaction with its three letters, references. */
  private static final Pattern LINE =
      Pattern.compile(
          "([0-9]{6})([0-9]{4})? ?(R[CD]|E[CD]|[CD])([A-Z])? ?([0-9]{1,15}(?:[,.][0-9]*)?)"
              + "(?:([A-Z])(.{3}))?(.*)");

  private final MtField line;
  private final Matcher parts;
  private final List<MtField> information = new ArrayList<>();

  MtEntry(MtField line) {
    this.line = line;
    this.parts = LINE.matcher(line.first());
    if (!parts.matches()) {
      throw line.expected(
          "a line such as 2610311031C12,34NTRFREFERENCE: value date, entry date, C or D, amount");
    }
  }

  void add(MtField more) {
    information.add(more);
  }

  /** Whether the bank expects it and has not booked it ({@code EC}, {@code ED}). */
  boolean isExpected() {
    return parts.group(3).startsWith("E");
  }

  BankEntry read(CurrencyCode currency) {
    MtInformation told = MtInformation.of(information);
    EntryText text = new EntryText();
    references(text);
    told.gather(text);
    return new BankEntry(
        line.line(),
        amount(currency),
        day(),
        Optional.empty(),
        code(told),
        text.references(),
        text.digest());
  }

  /** {@code RC} takes back a credit, {@code RD} a debit. */
  private Money amount(CurrencyCode currency) {
    Money amount = MtValues.amount(line, parts.group(5), currency);
    return switch (parts.group(3)) {
      case "C", "RD", "EC" -> amount;
      default -> amount.negated();
    };
  }

  private LocalDate day() {
    LocalDate value = MtValues.day(line, parts.group(1));
    return Optional.ofNullable(parts.group(2))
        .flatMap(entry -> MtValues.dayNear(entry, value))
        .orElse(value);
  }

  /** The customer's reference, the bank's after {@code //}, and what stands on the next lines. */
  private void references(EntryText text) {
    String[] both = parts.group(8).split("//", 2);
    // Dutch banks write the other party's name after the reference, in the same field.
    String[] own = both[0].strip().split("\\s{2,}", 2);
    text.id(own[0]);
    if (own.length > 1) {
      text.party(own[1]);
    }
    if (both.length > 1) {
      text.id(both[1]);
    }
    line.lines().stream().skip(1).forEach(text::text);
  }

  private String code(MtInformation told) {
    String type = parts.group(6) == null ? "" : (parts.group(6) + parts.group(7)).replace(" ", "");
    return EntryText.code(
        told.businessCode().map(code -> type.isEmpty() ? code : type + "-" + code).orElse(type));
  }
}
