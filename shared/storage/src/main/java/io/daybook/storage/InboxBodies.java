package io.daybook.storage;

import io.daybook.items.BodyCodec;
import io.daybook.items.BodyKey;
import io.daybook.ledger.Book;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StoreFailure;
import io.daybook.ledger.Stores;
import java.io.FileNotFoundException;

/**
 * Large bodies of a form of storage that keeps them in its inbox: what an event only points at is read from there. Putting
 * keeps nothing, for the message itself was kept before.
 */
public final class InboxBodies implements LargeBodies {
  private final Stores stores;

  /** The bodies of the messages in stores. */
  public InboxBodies(Stores stores) {
    this.stores = stores;
  }

  @Override
  public void put(String key, byte[] body) {}

  @Override
  public byte[] get(String key) {
    BodyKey place = BodyKey.parse(key);
    Book book = place.book();
    MessageId id = place.id();
    Message message =
        stores
            .inbox(book)
            .get(id)
            .orElseThrow(
                () -> new StoreFailure("cannot read body " + key, new FileNotFoundException(key)));
    return BodyCodec.MESSAGE.encode(message.body().toArray());
  }
}
