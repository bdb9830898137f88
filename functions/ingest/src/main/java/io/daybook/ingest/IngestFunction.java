package io.daybook.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Counters;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreFailure;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import io.daybook.sources.Sources;
import io.daybook.sources.Verification;
import io.daybook.sources.shopify.ShopifySource;
import io.daybook.sources.stripe.StripeSource;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /hooks/{source}/{connection}}: verified over the raw bytes, durably kept, answered (DESIGN promise 1).
 *
 * <p>The connection's address is {@code book.name}. A message that is genuine is kept whatever it says; truncated JSON
 * that is correctly signed is kept and fails later, visibly.
 */
public final class IngestFunction implements RequestStreamHandler {
  /** Lambda takes no larger request. */
  public static final int MAX_BODY = 6 * 1024 * 1024;

  private static final Logger LOG = System.getLogger("io.daybook.ingest");

  private final Deployment deployment;
  private final Sources sources;
  private final ConnectionCache connections;

  /** As Lambda creates it: from its environment. */
  public IngestFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public IngestFunction(Deployment deployment) {
    this.deployment = deployment;
    this.sources = Sources.of(List.of(new ShopifySource(), new StripeSource()));
    this.connections = new ConnectionCache(deployment);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    answer(HttpEvent.read(input)).write(output);
  }

  private Answer answer(HttpEvent event) {
    Optional<HookAddress> address = HookAddress.parse(event.path());
    if (address.isEmpty()) {
      return Answer.NOT_FOUND;
    }
    if (!event.method().equals("POST")) {
      return Answer.NOT_ALLOWED;
    }
    if (event.body().length > MAX_BODY) {
      return Answer.TOO_LARGE;
    }
    try {
      return receive(address.get(), event);
    } catch (RuntimeException storeFailed) {
      LOG.log(Level.ERROR, "not kept: connection=" + address.get(), storeFailed);
      return Answer.NOT_KEPT;
    }
  }

  private Answer receive(HookAddress address, HttpEvent event) {
    Optional<Source> source = sources.find(address.source());
    Optional<Connection> connection =
        connections.find(address).filter(found -> found.source().equals(address.source()));
    if (source.isEmpty() || connection.isEmpty()) {
      return Answer.NOT_FOUND;
    }
    Instant now = deployment.clock().instant();
    return switch (verify(source.get(), address, event, now)) {
      case Verification.Genuine genuine -> keep(address, genuine.topic(), event.body(), now);
      case Verification.Refused refused -> refuse(address, refused);
    };
  }

  /** A refusal is believed only after the secrets were read anew: they may have been rotated since. */
  private Verification verify(Source source, HookAddress address, HttpEvent event, Instant now) {
    Verification first =
        source.verify(event.headers(), event.body(), connections.secrets(address), now);
    if (first instanceof Verification.Genuine) {
      return first;
    }
    List<Secret> fresh = connections.freshSecrets(address);
    return source.verify(event.headers(), event.body(), fresh, now);
  }

  private Answer keep(HookAddress address, String topic, byte[] body, Instant now) {
    Book book = address.book();
    Message message =
        new Message(address.connection(), now, Message.Via.WEBHOOK, topic, Bytes.of(body));
    InboxStore.Put put = deployment.stores().inbox(book).put(message);
    return switch (put) {
      case KEPT -> Answer.KEPT;
      case DUPLICATE -> {
        count(book, Counters.DUPLICATES);
        yield Answer.DUPLICATE;
      }
    };
  }

  private Answer refuse(HookAddress address, Verification.Refused refused) {
    LOG.log(Level.WARNING, "refused: connection=" + address + " reason=" + refused.reason());
    count(address.book(), Counters.REFUSED);
    return Answer.REFUSED;
  }

  /** A count is for people to look at: that it fails changes no answer. */
  private void count(Book book, String counter) {
    try {
      deployment.stores().state(book).count(counter);
    } catch (StoreFailure notCounted) {
      LOG.log(Level.WARNING, "not counted: " + counter + " of " + book, notCounted);
    }
  }
}
