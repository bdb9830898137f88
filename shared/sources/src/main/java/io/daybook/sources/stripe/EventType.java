package io.daybook.sources.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the types of Stripe's events mean to the books. */
final class EventType {
  /** The topic of a message whose type cannot be read: genuine all the same, and kept. */
  static final String UNREADABLE = "event";

  /**
   * Families that are understood and tell no money of their own: people, prices, intents, documents, settings. What moves
   * the balance in them ({@code transfer.}, {@code topup.}, {@code application_fee.}, {@code refund.}) is told by its
   * balance transaction.
   */
  private static final List<String> WITHOUT_MONEY =
      List.of(
          "account.",
          "application_fee.",
          "balance.",
          "balance_settings.",
          "billing.",
          "billing_portal.",
          "capability.",
          "cash_balance.",
          "checkout.session.",
          "coupon.",
          "credit_note.",
          "customer.",
          "customer_cash_balance_transaction.",
          "entitlements.",
          "file.",
          "financial_connections.",
          "identity.",
          "invoice.",
          "invoice_payment.",
          "invoiceitem.",
          "mandate.",
          "payment_intent.",
          "payment_link.",
          "payment_method.",
          "person.",
          "plan.",
          "price.",
          "product.",
          "promotion_code.",
          "quote.",
          "radar.",
          "refund.",
          "reporting.",
          "review.",
          "setup_intent.",
          "sigma.",
          "sku.",
          "source.",
          "subscription_schedule.",
          "tax.",
          "tax_rate.",
          "terminal.",
          "test_helpers.",
          "topup.",
          "transfer.");

  /** Events of a charge that took no payment, or tell of what a balance transaction tells. */
  private static final List<String> CHARGES_WITHOUT_MONEY =
      List.of(
          "charge.expired",
          "charge.failed",
          "charge.pending",
          "charge.refunded",
          "charge.refund.updated");

  /** Events whose object tells a fact. */
  private static final Set<String> WITH_MONEY =
      Set.of(
          "charge.succeeded",
          "charge.captured",
          "charge.updated",
          "charge.dispute.created",
          "charge.dispute.updated",
          "charge.dispute.closed",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated",
          "payout.created",
          "payout.updated",
          "payout.paid",
          "payout.failed",
          "payout.canceled",
          "payout.reconciliation_completed");

  private EventType() {}

  /** Whether an event of this type holds an object that tells a fact. */
  static boolean tellsMoney(String type) {
    return WITH_MONEY.contains(type);
  }

  /** Whether an event of this type is understood and concerns no fact of ours. */
  static boolean concernsNoMoney(String type) {
    return CHARGES_WITHOUT_MONEY.contains(type)
        || WITHOUT_MONEY.stream().anyMatch(type::startsWith);
  }

  /** The type in an event's envelope, as far as the bytes can be read: a message cut short has its type mostly. */
  static String topic(byte[] body) {
    return safe(topLevelType(body).orElse(UNREADABLE));
  }

  /** A word of Stripe's, if it looks like one; what does not is not repeated. */
  static String safe(String word) {
    return word.matches("[a-z0-9_.]{1,100}") ? word : UNREADABLE;
  }

  /** The last of the top level's members of that name, as JSON has it. */
  private static Optional<String> topLevelType(byte[] body) {
    Optional<String> type = Optional.empty();
    try (JsonReader json =
        new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), UTF_8))) {
      json.setStrictness(Strictness.STRICT);
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return type;
      }
      json.beginObject();
      while (json.hasNext()) {
        boolean isType = json.nextName().equals("type");
        if (isType && json.peek() == JsonToken.STRING) {
          type = Optional.of(json.nextString());
        } else {
          json.skipValue();
        }
      }
      return type;
    } catch (IOException e) {
      return type;
    }
  }
}
