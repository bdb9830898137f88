package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Metric;
import io.daybook.events.Fact;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.reconciliation.Findings;
import io.daybook.reconciliation.Reconciled;
import io.daybook.reconciliation.Reconciler;
import io.daybook.sources.Sources;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reconciles the books named by the event ({@code {"book": …}}), those in which a stream event says that something
 * changed, or all. What it finds is kept as messages like any other; what it lists goes onto the exceptions list.
 */
public final class ReconcileFunction implements RequestStreamHandler {
  /** How long a run may go without claiming anything; one that was killed blocks the book no longer. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final Logger LOG = System.getLogger("io.daybook.reconcile");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The answer.
   *
   * @param books reconciled
   * @param busy being reconciled by another run
   * @param told how many facts were found
   * @param kept the messages that tell them
   * @param unproven books whose balances do not add up to zero; looked at by the schedule's run only
   */
  private record Answer(
      List<String> books, List<String> busy, int told, List<String> kept, List<String> unproven) {}

  private final Deployment deployment;
  private final Sources sources = new Platforms().sources();

  /** As Lambda creates it: from its environment. */
  public ReconcileFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public ReconcileFunction(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] event = input.readAllBytes();
    Answer answer =
        new Answer(new ArrayList<>(), new ArrayList<>(), 0, new ArrayList<>(), new ArrayList<>());
    for (Book book : books(event)) {
      answer = reconcile(book, context, answer);
    }
    if (isScheduled(MAPPER.readTree(event))) {
      prove(answer);
    }
    MAPPER.writeValue(output, answer);
  }

  private static boolean isScheduled(JsonNode event) {
    return !event.path("book").isTextual() && !event.has("Records");
  }

  /** Σ entries = totals, Σ all accounts = 0 (DESIGN promise 8). */
  private void prove(Answer answer) {
    for (Book book : deployment.stores().books()) {
      LedgerStore ledger = deployment.stores().ledger(book);
      if (!Balances.unsealed(ledger, deployment.clock()).prove().holds()) {
        LOG.log(Level.ERROR, "the balances of book " + book + " do not add up to zero");
        answer.unproven().add(book.name());
      }
    }
    deployment.telemetry().record(Metric.UNPROVEN_BOOKS.title(), answer.unproven().size());
  }

  private Collection<Book> books(byte[] event) throws IOException {
    JsonNode json = MAPPER.readTree(event);
    if (json.path("book").isTextual()) {
      return List.of(new Book(json.path("book").asText()));
    }
    if (isScheduled(json)) {
      return deployment.stores().books();
    }
    Set<Book> changed = new LinkedHashSet<>();
    for (StreamRecord change : deployment.images().fromEvent(event)) {
      if (change instanceof StreamRecord.Stored(ChangeFeed.Change stored, _)) {
        changed.add(stored.book());
      }
    }
    return changed;
  }

  private Answer reconcile(Book book, Context context, Answer before) {
    StateStore state = deployment.stores().state(book);
    Optional<Rules> rules = new RulesVersions(state).current();
    if (rules.isEmpty()) {
      return before;
    }
    LedgerStore ledger = deployment.stores().ledger(book);
    Reconciler reconciler =
        new Reconciler(
            ledger,
            state,
            Balances.unsealed(ledger, deployment.clock()),
            deployment.clock(),
            LEASE);
    LocalDate today = rules.get().day(deployment.clock().instant());
    return switch (reconciler.run(rules.get().on(today), context.getAwsRequestId())) {
      case Reconciled.Done(Findings findings) -> {
        yield tell(book, findings, today, before);
      }
      case Reconciled.Busy _, Reconciled.Overtaken _ -> {
        before.busy().add(book.name());
        yield before;
      }
    };
  }

  private Answer tell(Book book, Findings findings, LocalDate today, Answer before) {
    Bookkeeper keeper = new Bookkeeper(deployment, sources, book);
    findings.touch().forEach(keeper::lookAgain);
    keeper.lookAgainAtCosts();
    keeper.lookAgainWhenDue(today);
    List<Fact> news =
        findings.facts().stream().filter(fact -> !keeper.knows(List.of(fact))).toList();
    before.books().add(book.name());
    for (int start = 0; start < news.size(); start += PulledObjects.MAX) {
      List<Fact> part = news.subList(start, Math.min(start + PulledObjects.MAX, news.size()));
      Message message =
          new Message(
              Desks.RECONCILE,
              deployment.clock().instant(),
              Message.Via.RECONCILE,
              CanonicalSource.FACTS,
              Bytes.of(CanonicalSource.write(part)));
      InboxStore.Put _ = deployment.stores().inbox(book).put(message);
      before.kept().add(message.id().toString());
    }
    return new Answer(
        before.books(),
        before.busy(),
        before.told() + news.size(),
        before.kept(),
        before.unproven());
  }
}
