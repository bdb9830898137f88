package io.daybook.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.acts.AuditTrail;
import io.daybook.books.privacy.Erasure;
import io.daybook.books.privacy.Requests;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.simulation.hostile.Crash;
import io.daybook.simulation.hostile.CrashingStores;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErasureTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final ConnectionName SHOP = new ConnectionName("shop");
  private static final String PERSON =
      "{\"id\":191167,\"email\":\"Jane.Doe@example.com\",\"phone\":\"555-625-1199\"}";
  private static final String REDACT =
      "{\"shop_id\":1,\"customer\":" + PERSON + ",\"orders_to_redact\":[299938]}";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T08:00:00Z"));
  private MemoryStores stores = new MemoryStores(clock);

  @BeforeEach
  void begin() {
    stores = new MemoryStores(clock);
    StateStore state = stores.state(BOOK);
    Rules _ =
        new RulesVersions(state)
            .amend(
                new Rules(
                    0,
                    new CurrencyCode("USD"),
                    ZoneId.of("America/New_York"),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Policy.standard()),
                rules -> rules);
    for (String name : List.of("shop", "shop-again", "other")) {
      new Connections(state, on(stores).deployment.secrets())
          .save(
              new Connection(
                  new ConnectionName(name),
                  "shopify",
                  new Origin("shopify", name.startsWith("shop") ? "x" : "y"),
                  Optional.empty(),
                  clock.instant(),
                  List.of(),
                  Optional.empty()));
    }
  }

  private TestDeployment on(Stores on) {
    return new TestDeployment(folder, on, clock);
  }

  private InboxStore inbox() {
    return stores.inbox(BOOK);
  }

  /** Keeps a message and has it taken, as the stream would. */
  private Message told(String connection, Message.Via via, String topic, String body) {
    clock.advance(Duration.ofMinutes(1));
    Message message =
        new Message(new ConnectionName(connection), clock.instant(), via, topic, Bytes.utf8(body));
    inbox().put(message);
    post();
    return message;
  }

  private Message webhook(String body) {
    return told("shop", Message.Via.WEBHOOK, "products/update", body);
  }

  /** Everything that lies in the inbox is posted, as the night's replay does. */
  private void post() {
    Replay.Replayed _ = new Replay(on(stores).deployment, BOOK).from(Optional.empty(), _ -> {});
  }

  private Erasure.Done erase() {
    return new Erasure(on(stores).deployment, BOOK).run(() -> true);
  }

  private List<String> audit() {
    post();
    return new AuditTrail(on(stores).deployment, BOOK)
        .lines().stream().map(AuditTrail.Line::toString).toList();
  }

  private List<Message> left(String connection) {
    List<Message> left = new ArrayList<>();
    ConnectionName name = new ConnectionName(connection);
    inbox().days(name).forEach(day -> left.addAll(inbox().day(name, day)));
    return left;
  }

  @Test
  void whoAsksToBeForgottenIsInNoMessageAnyMoreAndTheAuditTrailSaysSo() {
    List<Message> theirs =
        List.of(
            webhook("{\"customer\":{\"id\":191167}}"),
            webhook("{\"customer\":{\"admin_graphql_api_id\":\"gid://shopify/Customer/191167\"}}"),
            webhook("{\"contact_email\":\" jane.doe@EXAMPLE.com\"}"),
            webhook("{\"shipping_address\":{\"phone\":\"(555) 625 1199\"}}"),
            webhook("{\"order_id\":299938}"),
            webhook("no JSON, but jane.doe@example.com"),
            told("shop-again", Message.Via.WEBHOOK, "orders/strange", "{\"x\":[\"191167\"]}"));
    Message others = webhook("{\"customer\":{\"id\":191168,\"email\":\"joe@example.com\"}}");
    Message swept =
        told("shop", Message.Via.PULL, "pull/strange", "{\"objects\":[{\"id\":299938}]}");
    Message elsewhere =
        told("other", Message.Via.WEBHOOK, "products/update", theirs.getFirst().body().toString());
    assertThat(new Setbacks(stores.state(BOOK)).all()).isNotEmpty();
    int before = inbox().count(SHOP, LocalDate.of(2026, 11, 2));

    Message request = told("shop", Message.Via.WEBHOOK, "customers/redact", REDACT);
    assertThat(erase()).isEqualTo(new Erasure.Done(1, 7, 0, false));

    assertThat(left("shop")).containsExactlyInAnyOrder(others, swept);
    assertThat(left("shop-again")).isEmpty();
    assertThat(left("other")).containsExactly(elsewhere);
    assertThat(inbox().get(request.id())).as("it names the person itself").isEmpty();
    assertThat(inbox().count(SHOP, LocalDate.of(2026, 11, 2))).isEqualTo(before + 1);
    assertThat(new Setbacks(stores.state(BOOK)).all())
        .noneMatch(setback -> setback.message().startsWith("shop-again"));
    assertThat(audit())
        .anyMatch(line -> line.contains("erased 7 messages: shop"))
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("jane"));
    assertThat(new PersonalAsks(stores.state(BOOK)).open()).isEmpty();
    assertThat(erase()).isEqualTo(new Erasure.Done(0, 0, 0, false));
  }

  @Test
  void itComesToTheSameWhereverTheProcessDies() {
    Message others = webhook("{\"customer\":{\"id\":5}}");
    for (int i = 0; i < 5; i++) {
      Message _ = webhook("{\"customer\":{\"id\":191167},\"n\":" + i + "}");
    }
    Message request = told("shop", Message.Via.WEBHOOK, "customers/redact", REDACT);
    CrashingStores crashing = new CrashingStores(stores, 7, 12);
    for (int run = 0; run < 40; run++) {
      try {
        Erasure.Done _ = new Erasure(on(crashing).deployment, BOOK).run(() -> true);
      } catch (Crash died) {
        // Lambda or the next night tries again.
      }
      if (inbox().get(others.id()).isEmpty()) {
        throw new AssertionError("another's message was erased, run " + run);
      }
    }
    assertThat(crashing.crashes()).isPositive();
    assertThat(left("shop")).containsExactly(others);
    assertThat(inbox().get(request.id())).isEmpty();
    assertThat(new PersonalAsks(stores.state(BOOK)).open()).isEmpty();
    assertThat(audit()).anyMatch(line -> line.contains("erased"));
  }

  @Test
  void whatTimeDoesNotSufficeForTheNextRunDoes() {
    Message _ = webhook("{\"customer\":{\"id\":191167}}");
    clock.advance(Duration.ofDays(1));
    Message second = webhook("{\"customer\":{\"id\":191167}}");
    Message _ = told("shop", Message.Via.WEBHOOK, "customers/redact", REDACT);
    int[] asked = {0};
    Erasure.Done part = new Erasure(on(stores).deployment, BOOK).run(() -> asked[0]++ < 1);
    assertThat(part).isEqualTo(new Erasure.Done(0, 1, 0, true));
    assertThat(left("shop")).contains(second);
    assertThat(erase().requests()).isEqualTo(1);
    assertThat(left("shop")).isEmpty();
    assertThat(audit()).anyMatch(line -> line.contains("the rest follows"));
  }

  @Test
  void whoAsksWhatIsKeptHasItListedAndTheRequestGoesBeforeThirtyDaysAreOver() {
    Message theirs = webhook("{\"email\":\"jane.doe@example.com\"}");
    Message request =
        told(
            "shop",
            Message.Via.WEBHOOK,
            "customers/data_request",
            "{\"shop_id\":1,\"customer\":" + PERSON + ",\"orders_requested\":[1]}");
    assertThat(erase().requests()).isEqualTo(1);
    Requests requests = new Requests(on(stores).deployment, BOOK);
    assertThat(requests.open())
        .singleElement()
        .satisfies(open -> assertThat(requests.messages(open)).containsExactly(theirs));
    assertThat(audit())
        .anyMatch(line -> line.contains("kept of the person: 1 message: " + theirs.id()));

    clock.advance(Duration.ofDays(27));
    assertThat(erase().requests()).isZero();
    assertThat(inbox().get(request.id())).isPresent();
    clock.advance(Duration.ofDays(2));
    assertThat(erase().requests()).isZero();
    assertThat(inbox().get(request.id())).isEmpty();
    assertThat(inbox().get(theirs.id())).as("seeing is not erasing").isPresent();
    assertThat(requests.open()).isEmpty();
  }

  @Test
  void aShopThatIsGoneTakesEverybodyWithIt() {
    Message _ = webhook("{\"customer\":{\"id\":5}}");
    Message elsewhere = told("other", Message.Via.WEBHOOK, "products/update", "{\"id\":1}");
    Message _ = told("shop", Message.Via.WEBHOOK, "shop/redact", "{\"shop_id\":1}");
    assertThat(erase()).isEqualTo(new Erasure.Done(1, 1, 0, false));
    assertThat(left("shop")).isEmpty();
    assertThat(left("other")).containsExactly(elsewhere);
  }

  @Test
  void aRequestThatNamesNobodyStaysOpen() {
    Message request = told("shop", Message.Via.WEBHOOK, "customers/redact", "{\"customer\":{}}");
    assertThat(erase().requests()).isZero();
    assertThat(inbox().get(request.id())).isPresent();
    assertThat(new PersonalAsks(stores.state(BOOK)).open()).hasSize(1);
  }

  @Test
  void rawMessagesGoAfterFortyDaysButForThoseThatSomebodyMustSeeToAndPeoplesActs() {
    Message old = webhook("{\"id\":1}");
    Message parked = told("shop", Message.Via.WEBHOOK, "orders/strange", "{\"id\":1}");
    Message act = told("people", Message.Via.PERSON, "facts", "{\"facts\":[]}");
    clock.advance(Duration.ofDays(39));
    Message young = webhook("{\"id\":2}");
    assertThat(erase().aged()).isZero();
    clock.advance(Duration.ofDays(2));
    assertThat(erase().aged()).isEqualTo(1);
    assertThat(inbox().get(old.id())).isEmpty();
    assertThat(left("shop")).containsExactlyInAnyOrder(parked, young);
    assertThat(inbox().get(act.id())).isPresent();
    assertThat(erase().aged()).isZero();
  }
}
