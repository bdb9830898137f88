package io.daybook.bench.posting;

import io.daybook.bench.lambda.WebhookEvent;
import io.daybook.bench.load.Shop;
import io.daybook.events.Origin;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Message;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shop's month as messages in the inbox, and empty books in memory to take them. */
public final class MonthOfMessages {
  /**
   * A message and what is needed to translate it without a book.
   *
   * @param message as the inbox has it
   * @param source its platform's language
   * @param origin its platform's account
   * @param event the signed webhook that brought it, as the door gets it
   */
  public record Prepared(Message message, String source, Origin origin, Bytes event) {}

  private final Shop shop = Shop.numbered(0);
  private final Clock clock;
  private final Path folder;
  private final List<Prepared> messages;

  /**
   * The month.
   *
   * @param folder for the hub's key
   */
  public MonthOfMessages(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    Instant now = clock.instant();
    List<Prepared> prepared = new ArrayList<>();
    for (Delivery delivery : shop.deliveries().sent()) {
      if (delivery.turn() == Delivery.Turn.FIRST) {
        prepared.add(prepare(delivery, now));
      }
    }
    this.messages = List.copyOf(prepared);
  }

  private Prepared prepare(Delivery delivery, Instant now) {
    Message message =
        new Message(
            shop.connection(delivery.source()),
            now,
            Message.Via.WEBHOOK,
            delivery.topic(),
            Bytes.of(delivery.bytes()));
    String account =
        switch (delivery.source()) {
          case SHOPIFY -> shop.month().setting().shopDomain();
          case STRIPE -> shop.month().setting().stripeAccount();
        };
    String source = delivery.source().path();
    return new Prepared(
        message,
        source,
        new Origin(source, account),
        Bytes.of(WebhookEvent.of(shop, delivery, now)));
  }

  /** Every message once, in the order in which they come. */
  public List<Prepared> messages() {
    return messages;
  }

  /** The shop. */
  public Shop shop() {
    return shop;
  }

  /** An empty hub in memory, with the shop connected. */
  public Deployment emptyHub() {
    Stores stores = new MemoryStores(clock);
    Deployment deployment =
        new Deployment(
            stores,
            KeyFile.open(folder),
            new FolderObjects(folder.resolve("statements")),
            new StreamImages(Tables.of("daybook-", 1), new FolderBodies(folder.resolve("bodies"))),
            clock);
    shop.connect(deployment);
    return deployment;
  }
}
