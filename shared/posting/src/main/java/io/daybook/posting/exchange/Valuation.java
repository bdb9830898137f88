package io.daybook.posting.exchange;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Exchanged;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.policy.ExchangePolicy;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Occasion;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.Required.RateNeeded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the foreign legs that a subject requires their value in the book's currency. A subject has one rate for a currency
 * for all its life, so that what it takes back it takes back at the rate at which it came (case 52, IFRIC 22): that of its
 * first day, unless a platform told by its own exchange what the money is worth.
 */
public final class Valuation {
  private static final Comparator<Occasion> ORDER =
      Comparator.comparing(Occasion::day).thenComparing(Occasion::at).thenComparing(Occasion::name);

  private final SubjectId subject;
  private final Facts facts;
  private final Rules rules;
  private final Rates rates;

  private Valuation(SubjectId subject, Facts facts, Rules rules) {
    this.subject = subject;
    this.facts = facts;
    this.rules = rules;
    this.rates = new Rates(RateTable.among(facts.all(ExchangeRate.class)));
  }

  /** The valuation of a subject, by what its own log knows. */
  public static Valuation of(SubjectId subject, Facts facts, Rules rules) {
    return new Valuation(subject, facts, rules);
  }

  /** The same with values; what no rate is known for is left out and reported. */
  public Required value(Required required) {
    Set<CurrencyCode> foreign = new HashSet<>();
    for (Occasion occasion : required.occasions()) {
      if (occasion.values() == Occasion.Values.AT_RATE) {
        occasion.legs().stream()
            .map(Leg::currency)
            .filter(currency -> !currency.equals(rules.currency()))
            .forEach(foreign::add);
      }
    }
    return foreign.isEmpty() ? required : value(required, foreign);
  }

  private Required value(Required required, Set<CurrencyCode> foreign) {
    Set<RateNeeded> needed = new HashSet<>(required.rates());
    List<Discrepancy> discrepancies = new ArrayList<>(required.discrepancies());
    Map<CurrencyCode, Conversion> conversions = new HashMap<>();
    for (CurrencyCode currency : foreign.stream().sorted().toList()) {
      List<Occasion> of = in(currency, required.occasions());
      Optional<Conversion> told = told(currency);
      RateNeeded rate = new RateNeeded(currency, day(of));
      if (told.isEmpty()) {
        needed.add(rate);
      }
      told.or(() -> rates.find(currency, rules.currency(), rate.day()).map(Rates.Found::conversion))
          .ifPresentOrElse(
              conversion -> conversions.put(currency, conversion),
              () -> discrepancies.add(unknown(rate, of)));
    }
    Values values = new Values(rules.currency(), conversions);
    List<Occasion> valued = new ArrayList<>();
    for (Occasion occasion : required.occasions().stream().sorted(ORDER).toList()) {
      values.of(occasion).ifPresent(valued::add);
    }
    return new Required(valued, discrepancies, required.due(), needed);
  }

  private static List<Occasion> in(CurrencyCode currency, List<Occasion> occasions) {
    return occasions.stream()
        .filter(occasion -> occasion.values() == Occasion.Values.AT_RATE)
        .filter(
            occasion -> occasion.legs().stream().anyMatch(leg -> leg.currency().equals(currency)))
        .sorted(ORDER)
        .toList();
  }

  /** An order's is the day on which it was placed, whatever of it is before the cut-over. */
  private LocalDate day(List<Occasion> of) {
    return facts
        .one(OrderState.class)
        .filter(order -> subject.kind() == SubjectId.Kind.ORDER)
        .map(order -> rules.day(order.placedAt()))
        .orElseGet(() -> of.getFirst().day());
  }

  /** What a platform's own exchange says that the currency is worth. */
  private Optional<Conversion> told(CurrencyCode currency) {
    return switch (subject.kind()) {
      case TRANSACTION -> facts.one(BalanceTransaction.class).flatMap(this::exchanged);
      case ORDER -> facts.one(OrderState.class).flatMap(order -> settled(order, currency));
      default -> Optional.empty();
    };
  }

  private Optional<Conversion> exchanged(BalanceTransaction moved) {
    return moved
        .exchanged()
        .filter(other -> other.currency().equals(rules.currency()))
        .map(Exchanged::minor)
        .filter(minor -> minor != 0 && Long.signum(minor) == Long.signum(moved.amountMinor()))
        .map(minor -> Conversion.ofAmounts(minor, moved.amountMinor()));
  }

  /** A sale is worth what was settled for it, if the policy says so (case 50). */
  private Optional<Conversion> settled(OrderState order, CurrencyCode currency) {
    if (rules.policy().exchange().settled() != ExchangePolicy.Settled.SETTLEMENT_VALUE
        || !currency.equals(order.currency())) {
      return Optional.empty();
    }
    Map<Reference, Long> paid = new HashMap<>();
    facts.all(OrderPayment.class).stream()
        .filter(payment -> payment.currency().equals(currency))
        .forEach(payment -> paid.merge(payment.reference(), payment.amountMinor(), Math::addExact));
    long paidMinor = 0;
    long settledMinor = 0;
    for (Settlement settlement : facts.all(Settlement.class)) {
      Optional<Long> minor = Optional.ofNullable(paid.get(settlement.payment()));
      if (settlement.currency().equals(rules.currency()) && minor.isPresent()) {
        paidMinor = Math.addExact(paidMinor, minor.get());
        settledMinor = Math.addExact(settledMinor, settlement.settledMinor());
      }
    }
    return paidMinor == 0 || settledMinor <= 0
        ? Optional.empty()
        : Optional.of(Conversion.ofAmounts(settledMinor, paidMinor));
  }

  private Discrepancy unknown(RateNeeded rate, List<Occasion> of) {
    long stake =
        of.getFirst().legs().stream()
            .filter(leg -> leg.currency().equals(rate.currency()) && leg.minor() > 0)
            .mapToLong(Leg::minor)
            .reduce(0, Math::addExact);
    return new Discrepancy(
        Discrepancy.Kind.RATE_UNKNOWN,
        subject.toString(),
        stake,
        Optional.of(rate.currency()),
        "it is in "
            + rate.currency()
            + ", the book in "
            + rules.currency()
            + ", and there is no rate of "
            + rate.day()
            + " or up to "
            + Rates.MAX_AGE_DAYS
            + " days before; nothing of it is posted until one is told");
  }
}
