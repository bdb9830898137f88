package io.daybook.sources.square;

import io.daybook.events.Gateway;
import io.daybook.events.OrderPayment;
import io.daybook.events.Tender;
import io.daybook.sources.json.Parked;
import java.util.Locale;
import java.util.Optional;

/**
 * With what is paid, or paid back, and who takes it.
 *
 * @param gateway {@code square} for what goes through Square's own balance
 * @param tender the account that takes it
 */
record Paying(Gateway gateway, Tender tender) {
  /** Cards, wallets, bank transfers and instalments that Square settles: payout entries are the authority. */
  static final Paying SQUARE = new Paying(new Gateway("square"), Tender.CARD);

  static final Paying CASH = new Paying(new Gateway("cash"), Tender.CASH);
  static final Paying GIFT_CARD = new Paying(OrderPayment.GIFT_CARD, Tender.GIFT_CARD);

  /** What an exchange gives back is spent on the new goods in the same moment: 2210 takes it in and out (case 77). */
  static final Paying EXCHANGE = new Paying(new Gateway("square_exchange"), Tender.STORE_CREDIT);

  /**
   * How a payment is made.
   *
   * @param type its source type, or the destination type of a refund
   * @param details the object that holds {@code card_details} and {@code external_details}
   * @return empty for a house account: nothing is paid yet, and the customer owes it
   */
  static Optional<Paying> of(String type, Told details) {
    return switch (type) {
      case "CARD", "SQUARE_GIFT_CARD", "GIFT_CARD" ->
          Optional.of(isGiftCard(type, details) ? GIFT_CARD : SQUARE);
      case "WALLET", "BANK_ACCOUNT", "BUY_NOW_PAY_LATER", "SQUARE_ACCOUNT", "THIRD_PARTY_CARD" ->
          Optional.of(SQUARE);
      case "CASH" -> Optional.of(CASH);
      case "EXTERNAL" -> Optional.of(external(details));
      case "HOUSE_ACCOUNT" -> Optional.empty();
      case String other -> throw Parked.word("square payment source", other);
    };
  }

  private static boolean isGiftCard(String type, Told details) {
    return !type.equals("CARD")
        || details
            .maybe("card_details")
            .flatMap(card -> card.maybe("card"))
            .flatMap(card -> card.maybeWord("card_brand"))
            .filter("SQUARE_GIFT_CARD"::equals)
            .isPresent();
  }

  /**
   * Taken outside of Square and only recorded there. Cheques and transfers meet their bank line; anything else is a
   * gateway without a feed, whose clearing account is unproven (rule A1).
   */
  private static Paying external(Told details) {
    String type =
        details
            .maybe("external_details")
            .flatMap(external -> external.maybeWord("type"))
            .orElse("OTHER");
    return switch (type) {
      case "CHECK", "BANK_TRANSFER" ->
          new Paying(new Gateway("square_" + type.toLowerCase(Locale.ROOT)), Tender.WIRE);
      case "OTHER_GIFT_CARD",
          "CRYPTO",
          "SQUARE_CASH",
          "SOCIAL",
          "EXTERNAL",
          "EMONEY",
          "CARD",
          "STORED_BALANCE",
          "FOOD_VOUCHER",
          "OTHER" ->
          new Paying(new Gateway("square_external_" + type.toLowerCase(Locale.ROOT)), Tender.CARD);
      case String other -> throw Parked.word("square type of external payment", other);
    };
  }
}
