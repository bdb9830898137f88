package io.daybook.statements;

import static java.util.Comparator.comparing;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.ShownAccount;
import io.daybook.ledger.ShownAccounts;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a journal file says, in an order that depends on what was posted and never on when: by day, subject, occasion.
 * Neither {@code recordedAt} nor a step's number is part of it, for they differ between two runs over the same facts.
 *
 * @param title of the file, such as the book's name
 * @param currency the book's
 * @param transactions in order
 * @param shown how accounts are shown
 */
public record Journal(
    String title, CurrencyCode currency, List<Transaction> transactions, ShownAccounts shown) {
  private static final Comparator<Leg> DEBITS_FIRST =
      comparing((Leg leg) -> leg.minor() < 0 || (leg.minor() == 0 && leg.valueMinor() < 0))
          .thenComparing(Leg::account)
          .thenComparing(leg -> leg.own().map(OwnNumber::value).orElse(""))
          .thenComparing(Leg::currency)
          .thenComparing(leg -> leg.reference().map(Object::toString).orElse(""))
          .thenComparingLong(Leg::minor)
          .thenComparingLong(Leg::valueMinor);

  private static final Comparator<Transaction> ORDER =
      comparing(Transaction::day)
          .thenComparing(transaction -> transaction.subject().toString())
          .thenComparing(Transaction::occasion)
          .thenComparing(Transaction::debitsMinor, Comparator.reverseOrder())
          .thenComparing(Transaction::memo)
          .thenComparing(transaction -> transaction.legs().toString())
          .thenComparing(
              transaction -> transaction.dimensions().map(Dimensions::toString).orElse(""));

  /**
   * A balanced transaction.
   *
   * @param day on which it counts, in the book's time zone
   * @param subject whose log holds it
   * @param occasion what in the subject's life it is for
   * @param memo what a reader sees
   * @param legs debits first
   * @param dimensions where what it is about was sold, if that is known
   */
  public record Transaction(
      LocalDate day,
      SubjectId subject,
      String occasion,
      String memo,
      List<Leg> legs,
      Optional<Dimensions> dimensions) {
    /** Copies and sorts the legs. */
    public Transaction {
      legs = legs.stream().sorted(DEBITS_FIRST).toList();
    }

    /** What of its dimensions a reader sees: none of an entry that has none. */
    Map<Dimension, String> shownDimensions() {
      Map<Dimension, String> values = new EnumMap<>(Dimension.class);
      if (dimensions.isPresent()) {
        for (Dimension dimension : Dimension.values()) {
          String value = dimension.of(subject, dimensions);
          if (!value.isEmpty()) {
            values.put(dimension, value);
          }
        }
      }
      return values;
    }

    /** How much it moves; what is posted first is, but for freaks, larger than its correction. */
    private long debitsMinor() {
      return legs.stream()
          .mapToLong(Leg::valueMinor)
          .filter(value -> value > 0)
          .reduce(0, Math::addExact);
    }
  }

  /** Sorts the transactions; refuses a leg in the book's currency whose value is another amount. */
  public Journal {
    transactions = transactions.stream().sorted(ORDER).toList();
    for (Transaction transaction : transactions) {
      for (Leg leg : transaction.legs()) {
        if (leg.currency().equals(currency) && leg.minor() != leg.valueMinor()) {
          throw new IllegalArgumentException(
              transaction.subject()
                  + " "
                  + transaction.occasion()
                  + ": a leg of "
                  + leg.amount()
                  + " on "
                  + leg.account()
                  + " is worth "
                  + leg.valueMinor()
                  + " in the same currency");
        }
      }
    }
  }

  /** Every entry as it was posted, corrections apart from what they correct. Steps without an entry are passed over. */
  public static Journal asPosted(String title, CurrencyCode currency, List<Step> steps) {
    return asPosted(title, currency, steps, ShownAccounts.of(ChartPreset.US_GAAP));
  }

  /** The same, on the accounts under which a book is shown. */
  public static Journal asPosted(
      String title, CurrencyCode currency, List<Step> steps, ShownAccounts shown) {
    List<Transaction> transactions = new ArrayList<>();
    for (Step step : steps) {
      step.entry().ifPresent(entry -> transactions.add(transaction(step.subject(), entry)));
    }
    return new Journal(title, currency, transactions, shown);
  }

  /**
   * One transaction for each subject, day and occasion: the sum of its entries, which is a function of the facts alone
   * (DESIGN promise 3), however many entries led there. What sums to nothing is left out.
   */
  public static Journal netted(String title, CurrencyCode currency, List<Step> steps) {
    Journal posted = asPosted(title, currency, steps);
    return new Journal(title, currency, Netting.of(posted.transactions()), posted.shown());
  }

  private static Transaction transaction(SubjectId subject, Entry entry) {
    return new Transaction(
        entry.day(), subject, entry.occasion(), entry.memo(), entry.legs(), entry.dimensions());
  }

  /** The first day, if there is a transaction. */
  Optional<LocalDate> firstDay() {
    return transactions.stream().findFirst().map(Transaction::day);
  }

  /** A transaction as postings. */
  List<Posting> postings(Transaction transaction) {
    return Posting.all(transaction.legs(), currency, shown);
  }

  /** The dimensions of which any transaction has a value. */
  Set<Dimension> dimensions() {
    Set<Dimension> used = EnumSet.noneOf(Dimension.class);
    transactions.forEach(one -> used.addAll(one.shownDimensions().keySet()));
    return used;
  }

  /** Every account used, with the currencies in which a file moves it. */
  NavigableMap<ShownAccount, NavigableSet<CurrencyCode>> accounts() {
    NavigableMap<ShownAccount, NavigableSet<CurrencyCode>> accounts = new TreeMap<>();
    for (Transaction transaction : transactions) {
      for (Posting posting : postings(transaction)) {
        accounts
            .computeIfAbsent(posting.account(), account -> new TreeSet<>())
            .add(posting.amount().currency());
      }
    }
    return accounts;
  }

  /** The book's currency and every other one used. */
  NavigableSet<CurrencyCode> currencies() {
    NavigableSet<CurrencyCode> currencies = new TreeSet<>();
    currencies.add(currency);
    accounts().values().forEach(currencies::addAll);
    return currencies;
  }
}
