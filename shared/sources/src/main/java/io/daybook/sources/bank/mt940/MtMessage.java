package io.daybook.sources.bank.mt940;

import io.daybook.events.CurrencyCode;
import io.daybook.sources.bank.entry.AccountNumber;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.reading.Misread;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One message: a statement, a page of one, or an interim report. */
final class MtMessage {
  private static final Pattern OWN_CURRENCY = Pattern.compile("(.*[0-9])\\s*([A-Z]{3})");
  private static final Pattern MADE_AT = Pattern.compile("([0-9]{6})([0-9]{2})([0-9]{2}).*");
  private static final Pattern CURRENCY = Pattern.compile("([A-Z]{3}).*");

  private final List<MtField> fields;
  private final List<MtEntry> entries = new ArrayList<>();

  MtMessage(List<MtField> fields) {
    this.fields = fields;
    boolean inEntry = false;
    for (MtField field : fields) {
      if (field.is("61")) {
        entries.add(new MtEntry(field));
        inEntry = true;
      } else if (field.is("86") && inEntry) {
        entries.getLast().add(field);
      } else {
        // After the balances, it is about the statement and not about an entry.
        inEntry = false;
      }
    }
  }

  private Optional<MtField> find(String... tags) {
    return fields.stream().filter(field -> field.is(tags)).findFirst();
  }

  private Optional<MtField> last(String... tags) {
    return fields.reversed().stream().filter(field -> field.is(tags)).findFirst();
  }

  /** Where the account is named; without one, the message is not a statement. */
  MtField accountField() {
    return find("25", "25P").orElseThrow(() -> missing(":25:", "the account's number"));
  }

  private Misread missing(String tag, String what) {
    return new Misread(
        fields.getFirst().line(),
        tag,
        what + ", which every statement has; the file may be cut off or only a part of one");
  }

  /** The account, without the currency that some banks write after it. */
  String account() {
    String told = accountField().first();
    Matcher own = OWN_CURRENCY.matcher(told);
    boolean withCurrency = own.matches() && own.group(2).equals(currency().value());
    String number = AccountNumber.normal(withCurrency ? own.group(1) : told).replace(".", "");
    if (number.isEmpty()
        || number.length() > AccountNumber.LONGEST
        || number.chars().anyMatch(Character::isISOControl)) {
      throw accountField().expected("the account's number");
    }
    return number;
  }

  /** An interim report (MT942) has a floor limit or a time instead of balances. */
  boolean isInterim() {
    boolean marked = find("34F", "13", "13D", "90C", "90D").isPresent();
    return marked && find("60F", "60M").isEmpty() && find("62F", "62M").isEmpty();
  }

  MtValues.Balance opening() {
    return MtValues.balance(
        find("60F", "60M").orElseThrow(() -> missing(":60F:", "the opening balance")));
  }

  MtValues.Balance closing() {
    return MtValues.balance(
        last("62F", "62M").orElseThrow(() -> missing(":62F:", "the closing balance")));
  }

  /** Whether it begins with the balance of a page before it. */
  boolean goesOn() {
    return find("60F", "60M").filter(field -> field.is("60M")).isPresent();
  }

  /** Whether another page follows. */
  boolean isContinued() {
    return last("62F", "62M").filter(field -> field.is("62M")).isPresent();
  }

  CurrencyCode currency() {
    if (!isInterim()) {
      return opening().amount().currency();
    }
    MtField limit = find("34F").orElseThrow(() -> missing(":34F:", "the limit with its currency"));
    Matcher told = CURRENCY.matcher(limit.first());
    if (!told.matches()) {
      throw limit.expected("a currency and an amount such as EUR0,");
    }
    return MtValues.currency(limit, told.group(1));
  }

  /** The number of the statement, without that of the page. */
  String number() {
    return find("28", "28C")
        .map(field -> field.first().split("/", 2)[0].strip())
        .filter(number -> number.length() <= AccountNumber.LONGEST)
        .filter(number -> number.chars().noneMatch(Character::isISOControl))
        .orElse("");
  }

  /** When an interim report was made, milliseconds since 1970; the bank's clock counts as UTC, for it only ranks. */
  long madeAt() {
    Optional<MtField> field = find("13", "13D");
    if (field.isEmpty()) {
      return pending().stream()
          .flatMap(line -> line.expectedOn().stream())
          .max(LocalDate::compareTo)
          .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
          .orElse(0L);
    }
    Matcher told = MADE_AT.matcher(field.get().first());
    if (!told.matches()) {
      throw field.get().expected("a day and a time such as 2610311430");
    }
    int hour = Integer.parseInt(told.group(2));
    int minute = Integer.parseInt(told.group(3));
    if (hour > 23 || minute > 59) {
      throw field.get().expected("a time such as 1430");
    }
    return MtValues.day(field.get(), told.group(1))
        .atTime(LocalTime.of(hour, minute))
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  List<BankEntry> booked() {
    return isInterim()
        ? List.of()
        : entries.stream()
            .filter(entry -> !entry.isExpected())
            .map(entry -> entry.read(currency()))
            .toList();
  }

  List<PendingLine> pending() {
    return entries.stream()
        .filter(entry -> isInterim() || entry.isExpected())
        .map(entry -> entry.read(currency()).toPending())
        .toList();
  }
}
