package io.daybook.sources.stripe;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Exchanged;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.sources.json.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of Stripe's own ledger. */
final class BalanceTransactions {
  private BalanceTransactions() {}

  /**
   * A balance transaction.
   *
   * @param mode of the key that read it: the object itself does not say; its source may
   */
  static BalanceTransaction transaction(Told told, Origin origin, Mode mode) {
    Money money = money(told);
    Optional<Told> source = told.expanded("source");
    boolean isTest = mode == Mode.TEST || source.map(Told::isTest).orElse(Boolean.FALSE);
    CurrencyCode currency = told.currency();
    Instant at = told.time("created");
    return told.field()
        .make(
            "a net that is the amount less the fees",
            () ->
                new BalanceTransaction(
                    origin,
                    told.id(TransactionId::new),
                    money.movement(),
                    money.platformType(),
                    currency,
                    money.amountMinor(),
                    money.fees(),
                    told.minor("net"),
                    at,
                    told.link("source", Reference::new).map(Reference::value).orElse(""),
                    reference(told),
                    Optional.empty(),
                    isTest ? Mode.TEST : Mode.LIVE,
                    exchanged(told, currency)));
  }

  /**
   * What the customer paid, or the bank gets, where Stripe exchanged it: the source's amount, with the transaction's sign.
   * Only what an {@code exchange_rate} stands beside, for a source may also be counted in another currency by mistake.
   */
  private static Optional<Exchanged> exchanged(Told told, CurrencyCode currency) {
    return told.field()
        .maybe("exchange_rate")
        .flatMap(_ -> told.expanded("source"))
        .filter(source -> source.maybeText("currency").isPresent())
        .filter(source -> source.field().maybe("amount").isPresent())
        .filter(source -> !source.currency().equals(currency))
        .map(source ->
            new Exchanged(
                source.currency(),
                Math.abs(source.minor("amount")) * Long.signum(told.minor("amount"))));
  }

  /** What moved and why, before it is known whether it adds up. */
  private record Money(Movement movement, String platformType, long amountMinor, List<Fee> fees) {}

  private static Money money(Told told) {
    long amountMinor = told.minor("amount");
    String type = told.text("type");
    String category = told.maybeText("reporting_category").orElse("");
    String word = category.isEmpty() || category.equals(type) ? type : category + "/" + type;
    Movement movement = Movements.of(category, type, amountMinor);
    Optional<List<Fee>> fees = fees(told, movement);
    String pocket = told.maybeText("balance_type").orElse("payments");
    if (!pocket.equals("payments")) {
      return unknown(told, word + " on balance " + pocket);
    }
    if (fees.isEmpty()) {
      return unknown(told, word + " with a kind of fee that no table knows");
    }
    return movement == Movement.FEE
        ? fee(told, word, amountMinor, fees.get())
        : new Money(movement, word, amountMinor, fees.get());
  }

  /** All of it is unknown, fees included, so that what stands on 2900 is what the balance moved by. */
  private static Money unknown(Told told, String word) {
    return new Money(Movement.UNKNOWN, word, told.minor("net"), List.of());
  }

  /**
   * A fee that is a transaction of its own. If it is for a dispute, or a tax, its whole amount is a fee of that kind, for
   * the tag decides ({@code FAILURES.md} 30).
   */
  private static Money fee(Told told, String word, long amountMinor, List<Fee> fees) {
    Optional<Fee.Kind> kind = ownKind(told, word);
    if (kind.isEmpty()) {
      return new Money(Movement.FEE, word, amountMinor, fees);
    }
    List<Fee> all = new ArrayList<>();
    all.add(new Fee(kind.get(), Math.negateExact(amountMinor)));
    all.addAll(fees);
    return new Money(Movement.FEE, word, 0, all);
  }

  private static Optional<Fee.Kind> ownKind(Told told, String word) {
    if (word.equals("tax") || word.startsWith("tax/") || word.endsWith("tax_fee")) {
      return Optional.of(Fee.Kind.TAX);
    }
    boolean isForDispute =
        told.expanded("source")
            .flatMap(source -> source.maybeText("object"))
            .filter("dispute"::equals)
            .isPresent();
    return isForDispute ? Optional.of(Fee.Kind.DISPUTE) : Optional.empty();
  }

  /** The fees by their tags; empty if one has a tag that no table knows. They must sum to the fee. */
  private static Optional<List<Fee>> fees(Told told, Movement movement) {
    List<Fee> fees = new ArrayList<>();
    boolean isKnown = true;
    long sum = 0;
    for (Field detail : told.field().maybeList("fee_details")) {
      long minor = StripeDecimals.isoMinor(detail.at("amount"), told.currency());
      sum = Math.addExact(sum, minor);
      Optional<Fee.Kind> kind = kind(detail.at("type").text(), movement);
      kind.ifPresent(known -> fees.add(new Fee(known, minor)));
      isKnown &= kind.isPresent();
    }
    if (sum != told.minor("fee")) {
      throw told.field().at("fee").expected("the sum of fee_details");
    }
    return isKnown ? Optional.of(fees) : Optional.empty();
  }

  private static Optional<Fee.Kind> kind(String type, Movement movement) {
    return switch (type) {
      case "stripe_fee", "payment_method_passthrough_fee", "application_fee" ->
          Optional.of(
              movement == Movement.DISPUTE || movement == Movement.DISPUTE_REVERSAL
                  ? Fee.Kind.DISPUTE
                  : Fee.Kind.PROCESSING);
      case "tax" -> Optional.of(Fee.Kind.TAX);
      // withheld_tax among them: that is no fee's tax but a claim of the merchant's.
      case String other -> Optional.empty();
    };
  }

  /**
   * What the shop knows it by: the source's own id, but where a payment is taken back through a refund object (a part not
   * captured, a payment that failed) the payment's.
   */
  private static Optional<Reference> reference(Told told) {
    boolean isTakenBack =
        switch (told.maybeText("reporting_category").orElseGet(() -> told.text("type"))) {
          case "partial_capture_reversal",
              "charge_failure",
              "payment_failure_refund",
              "payment_reversal" ->
              true;
          case String other -> false;
        };
    return isTakenBack
        ? told.expanded("source")
            .flatMap(source -> source.link("charge", Reference::new))
            .or(() -> told.link("source", Reference::new))
        : told.link("source", Reference::new);
  }
}
