package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ItemCost;
import io.daybook.events.Origin;
import io.daybook.events.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Steps and messages that mean nothing, for tests of stores. */
public final class StoreSamples {
  /** A shop. */
  public static final Origin SHOP = new Origin("shopify", "blue-cup.myshopify.com");

  private static final CurrencyCode USD = new CurrencyCode("USD");

  private StoreSamples() {}

  /** An order's subject. */
  public static SubjectId order(String id) {
    return new SubjectId(SubjectId.Kind.ORDER, SHOP, id);
  }

  /** A step with an entry of an amount that counts on the day of its stamp. */
  public static Step step(SubjectId subject, int number, Instant recordedAt, long minor) {
    return step(
        subject, number, recordedAt, minor, LocalDate.ofInstant(recordedAt, ZoneOffset.UTC));
  }

  /** A step with an entry of an amount that counts on a day. */
  public static Step step(
      SubjectId subject, int number, Instant recordedAt, long minor, LocalDate day) {
    Money amount = new Money(minor, USD);
    Entry entry =
        new Entry(
            "payment/" + number,
            "Payment of order " + subject.id(),
            Instant.parse("2025-03-01T11:59:59.123456789Z"),
            day,
            day,
            List.of(
                Leg.debit(AccountCode.of(1010, "stripe"), amount),
                Leg.credit(AccountCode.of(1100), amount)));
    return new Step(subject, number, recordedAt, 1, List.of(cost(minor)), Optional.of(entry));
  }

  /** A step that only learnt something. */
  public static Step learnt(SubjectId subject, int number, Instant recordedAt) {
    return new Step(subject, number, recordedAt, 1, List.of(cost(number)), Optional.empty());
  }

  private static ItemCost cost(long minor) {
    return new ItemCost(
        SHOP,
        new Sku("CUP-BLUE"),
        Instant.parse("2025-01-01T00:00:00Z"),
        Optional.of(USD),
        BigDecimal.valueOf(minor, 2));
  }

  /** A webhook's message. */
  public static Message message(String connection, Instant receivedAt, String body) {
    return message(connection, receivedAt, Bytes.utf8(body));
  }

  /** A webhook's message. */
  public static Message message(String connection, Instant receivedAt, Bytes body) {
    return new Message(
        new ConnectionName(connection), receivedAt, Message.Via.WEBHOOK, "orders/create", body);
  }

  /** Bytes that no codec makes smaller. */
  public static Bytes noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
