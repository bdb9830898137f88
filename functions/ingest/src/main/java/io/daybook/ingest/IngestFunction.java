package io.daybook.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.daybook.direct.Deadline;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Counters;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreFailure;
import io.daybook.sources.HookAddress;
import io.daybook.sources.Verification;
import io.daybook.sources.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
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

  /**
   * How long a message may take. Shopify waits five seconds ({@code PLATFORMS.md} 2.1), of which some are spent before
   * this function is woken; what is not kept by then is better asked for again than lost in a timeout.
   */
  static final Duration PATIENCE = Duration.ofMillis(3_500);

  private final IngestStores stores;
  private final IngestLog log;
  private final ConnectionCache connections;

  /** As Lambda creates it: from its environment. */
  public IngestFunction() {
    this(CloudDoor.open(System.getenv()));
  }

  private IngestFunction(CloudDoor door) {
    this(door.stores(), door.log());
    door.prime(connections);
  }

  /** On stores of one's own. */
  public IngestFunction(IngestStores stores, IngestLog log) {
    this.stores = stores;
    this.log = log;
    this.connections = new ConnectionCache(stores);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    handle(input, output);
  }

  Answer handle(InputStream input, OutputStream output) throws IOException {
    Answer answer = Answer.UNREADABLE;
    Optional<String> challenge = Optional.empty();
    try {
      HttpEvent event = HttpEvent.read(input);
      challenge = event.method().equals("GET") ? challenge(event) : challenge;
      answer = challenge.isPresent() ? Answer.CHALLENGED : answer(event);
    } catch (IOException noEvent) {
      // Answered as what it is.
    }
    log.answered(answer);
    if (challenge.isPresent()) {
      answer.write(output, "challenge", challenge.get());
    } else {
      answer.write(output);
    }
    return answer;
  }

  /** What a platform wants to hear before it sends anything to a connection of ours. */
  private Optional<String> challenge(HttpEvent event) {
    Optional<HookAddress> address = HookAddress.parse(event.path());
    Optional<Verifier> verifier = address.flatMap(hook -> Verifiers.of(hook.source()));
    Optional<String> word = verifier.flatMap(known -> known.challenge(event.headers()));
    if (word.isEmpty()) {
      return word;
    }
    try {
      HookAddress hook = address.orElseThrow();
      return connections.find(hook, Deadline.in(PATIENCE, stores.clock())).isOf(hook.source())
          ? word
          : Optional.empty();
    } catch (RuntimeException storeFailed) {
      log.notKept(address.orElseThrow(), storeFailed);
      return Optional.empty();
    }
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
      return receive(address.get(), event, Deadline.in(PATIENCE, stores.clock()));
    } catch (RuntimeException storeFailed) {
      log.notKept(address.get(), storeFailed);
      return Answer.NOT_KEPT;
    }
  }

  private Answer receive(HookAddress address, HttpEvent event, Deadline deadline) {
    Optional<Verifier> verifier = Verifiers.of(address.source());
    if (verifier.isEmpty()) {
      return Answer.NOT_FOUND;
    }
    ConnectionCache.Known known = connections.find(address, deadline);
    if (!known.isOf(address.source())) {
      return Answer.NOT_FOUND;
    }
    Instant now = stores.clock().instant();
    Verification first = verify(verifier.get(), known, event, now);
    // No switch over the two: the JVM writes a class for each such switch, on a cold start too.
    if (first instanceof Verification.Refused refused) {
      return refused.reason() == Verification.Reason.WRONG_SIGNATURE
          ? again(address, verifier.get(), known, event, deadline)
          : refuse(address, refused, deadline);
    }
    return keep(address, (Verification.Genuine) first, event, now, deadline);
  }

  /** A refusal is believed only after the secrets were read anew, now and then: they may have been rotated since. */
  private Answer again(
      HookAddress address,
      Verifier verifier,
      ConnectionCache.Known before,
      HttpEvent event,
      Deadline deadline) {
    Verification.Refused refused = new Verification.Refused(Verification.Reason.WRONG_SIGNATURE);
    Optional<ConnectionCache.Known> anew = connections.anew(address, before, deadline);
    if (anew.isEmpty() || !anew.get().isOf(address.source())) {
      return refuse(address, refused, deadline);
    }
    Instant now = stores.clock().instant();
    return switch (verify(verifier, anew.get(), event, now)) {
      case Verification.Genuine genuine -> keep(address, genuine, event, now, deadline);
      case Verification.Refused still -> refuse(address, still, deadline);
    };
  }

  private static Verification verify(
      Verifier verifier, ConnectionCache.Known known, HttpEvent event, Instant now) {
    return verifier.verify(
        known.address(event), event.headers(), event.body(), known.secrets(), now);
  }

  private Answer keep(
      HookAddress address,
      Verification.Genuine genuine,
      HttpEvent event,
      Instant now,
      Deadline deadline) {
    Book book = address.book();
    Message message =
        new Message(
            address.connection(),
            now,
            Message.Via.WEBHOOK,
            genuine.topic(),
            Bytes.of(event.body()));
    InboxStore.Put put = stores.keep(book, message, deadline);
    if (put == InboxStore.Put.KEPT) {
      return Answer.KEPT;
    }
    count(book, Counters.DUPLICATES, deadline);
    return Answer.DUPLICATE;
  }

  private Answer refuse(HookAddress address, Verification.Refused refused, Deadline deadline) {
    log.refused(address, refused.reason());
    count(address.book(), Counters.REFUSED, deadline);
    return Answer.REFUSED;
  }

  /** A count is for people to look at: that it fails changes no answer. */
  private void count(Book book, String counter, Deadline deadline) {
    try {
      stores.count(book, counter, deadline);
    } catch (StoreFailure notCounted) {
      log.notCounted(book, counter, notCounted);
    }
  }
}
