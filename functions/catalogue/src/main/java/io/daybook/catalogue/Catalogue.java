package io.daybook.catalogue;

import io.daybook.catalogue.Access.OnDrops;
import io.daybook.catalogue.Access.OnFunction;
import io.daybook.catalogue.Access.OnKey;
import io.daybook.catalogue.Access.OnLargeBodies;
import io.daybook.catalogue.Access.OnMail;
import io.daybook.catalogue.Access.OnNotices;
import io.daybook.catalogue.Access.OnStatements;
import io.daybook.catalogue.Access.OnTable;
import io.daybook.catalogue.FunctionSpec.Start;
import io.daybook.catalogue.Trigger.Stream.Changes;
import java.time.Duration;
import java.util.List;

/** All functions. */
public final class Catalogue {
  private static final List<String> READ = List.of("GetItem", "Query");
  private static final List<String> READ_AND_WRITE =
      List.of("GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem");

  /** What posting and reconciling do to state: they count nothing in place. */
  private static final List<String> READ_AND_REPLACE =
      List.of("GetItem", "Query", "PutItem", "DeleteItem");

  /** Webhooks in: verified, kept, answered. */
  public static final FunctionSpec INGEST =
      new FunctionSpec(
          "ingest",
          "Verifies what platforms send, keeps it in the inbox, and answers.",
          "ingest",
          "io.daybook.ingest.IngestFunction",
          List.of(new Trigger.Http("POST", "/hooks/{source}/{connection}")),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.STATE, List.of("GetItem", "PutItem", "UpdateItem")),
              new OnLargeBodies(List.of("PutObject")),
              new OnKey(List.of("Decrypt"))),
          Duration.ofSeconds(5),
          512,
          Start.SNAPSHOT);

  /** The same without a signature: what a platform's own bus in the account hands over. */
  public static final FunctionSpec BRIDGE =
      new FunctionSpec(
          "bridge",
          "Keeps what platforms send over EventBridge in the inbox, as if it were a webhook.",
          "ingest",
          "io.daybook.ingest.BridgeFunction",
          List.of(new Trigger.PartnerEvent()),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.STATE, List.of("GetItem", "PutItem", "UpdateItem")),
              new OnLargeBodies(List.of("PutObject"))),
          Duration.ofSeconds(30),
          512,
          Start.PLAIN);

  /** Messages to entries. */
  public static final FunctionSpec POST =
      new FunctionSpec(
          "post",
          "Turns messages of the inbox into entries of the ledger.",
          "books",
          "io.daybook.books.PostFunction",
          List.of(
              new Trigger.Stream(
                  Table.INBOX,
                  Changes.NEW,
                  100,
                  Duration.ofSeconds(20),
                  10,
                  Duration.ofHours(12),
                  List.of())),
          List.of(
              new OnTable(Table.LEDGER, List.of("PutItem", "Query")),
              new OnTable(Table.STATE, READ_AND_REPLACE),
              new OnLargeBodies(List.of("GetObject"))),
          Duration.ofSeconds(60),
          1024,
          Start.PLAIN);

  /** What webhooks did not tell. */
  public static final FunctionSpec PULL =
      new FunctionSpec(
          "pull",
          "Asks the platforms what webhooks did not tell, and keeps it in the inbox.",
          "books",
          "io.daybook.books.PullFunction",
          List.of(new Trigger.Schedule(Duration.ofMinutes(15)), new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(Table.STATE, List.of("GetItem", "Query", "PutItem")),
              new OnLargeBodies(List.of("PutObject")),
              // Tokens that end, and keys that platforms publish, are kept anew.
              new OnKey(List.of("Decrypt", "Encrypt"))),
          // Less than the schedule's period, so that no two runs overlap and a backfill hardly
          // rests.
          Duration.ofMinutes(14),
          1024,
          Start.PLAIN);

  /** What streams may have dropped. */
  public static final FunctionSpec REPLAY =
      new FunctionSpec(
          "replay",
          "Posts again what the inbox kept of the last three days, for a stream wakes and never"
              + " remembers; posts nothing if all is well.",
          "books",
          "io.daybook.books.ReplayFunction",
          List.of(new Trigger.Schedule(Duration.ofHours(24)), new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, READ),
              new OnTable(Table.LEDGER, List.of("PutItem", "Query")),
              new OnTable(Table.STATE, READ_AND_REPLACE),
              new OnLargeBodies(List.of("GetObject")),
              new OnFunction("replay", List.of("InvokeFunction"))),
          Duration.ofMinutes(15),
          1024,
          Start.PLAIN);

  /** Proof, matches, exceptions. */
  public static final FunctionSpec RECONCILE =
      new FunctionSpec(
          "reconcile",
          "Proves payouts and balances, matches the bank, and keeps the exceptions list.",
          "books",
          "io.daybook.books.ReconcileFunction",
          List.of(
              new Trigger.Stream(
                  Table.LEDGER,
                  Changes.NEW,
                  100,
                  Duration.ofSeconds(5),
                  3,
                  Duration.ofHours(12),
                  List.of("payout", "bank-line", "bank-statement", "dispute")),
              new Trigger.Schedule(Duration.ofHours(24)),
              new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.LEDGER, List.of("PutItem", "Query")),
              new OnTable(Table.STATE, READ_AND_REPLACE),
              new OnLargeBodies(List.of("PutObject"))),
          Duration.ofMinutes(5),
          1024,
          Start.PLAIN);

  /** Bank files that were put into a bucket. */
  public static final FunctionSpec DROP =
      new FunctionSpec(
          "drop",
          "Imports bank files put under drop/BOOK/ACCOUNT/ and writes beside each what became of it.",
          "books",
          "io.daybook.books.bank.DropFunction",
          List.of(new Trigger.Dropped(Bucket.DROPS, "drop/")),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(Table.STATE, List.of("GetItem", "Query", "PutItem", "DeleteItem")),
              new OnLargeBodies(List.of("PutObject")),
              new OnDrops(List.of("GetObject", "PutObject"))),
          Duration.ofMinutes(5),
          1024,
          Start.PLAIN);

  /** Statements and journals out. */
  public static final FunctionSpec EXPORT =
      new FunctionSpec(
          "export",
          "Writes statements and journals into the statements' bucket.",
          "books",
          "io.daybook.books.ExportFunction",
          List.of(new Trigger.Schedule(Duration.ofHours(24)), new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("Query")),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(Table.STATE, READ),
              new OnStatements(List.of("PutObject"))),
          Duration.ofMinutes(5),
          1024,
          Start.PLAIN);

  /** What the law lets nobody keep. */
  public static final FunctionSpec ERASE =
      new FunctionSpec(
          "erase",
          "Does what people asked under privacy law: lists or erases the raw messages that name them,"
              + " and those whose time is up.",
          "books",
          "io.daybook.books.privacy.EraseFunction",
          List.of(new Trigger.Schedule(Duration.ofHours(24)), new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("GetItem", "Query", "PutItem", "UpdateItem")),
              new OnTable(Table.LEDGER, List.of("PutItem", "Query")),
              new OnTable(Table.STATE, READ_AND_REPLACE),
              new OnLargeBodies(List.of("GetObject", "PutObject"))),
          Duration.ofMinutes(15),
          1024,
          Start.PLAIN);

  /** Who changes a ledger is seen. */
  public static final FunctionSpec GUARD =
      new FunctionSpec(
          "guard",
          "Raises the alarm with the old image when somebody changes or removes what the ledger"
              + " holds.",
          "books",
          "io.daybook.books.GuardFunction",
          List.of(
              new Trigger.Stream(
                  Table.LEDGER,
                  Changes.ALTERED,
                  100,
                  Duration.ZERO,
                  10,
                  Duration.ofHours(12),
                  List.of())),
          List.of(new OnStatements(List.of("PutObject"))),
          Duration.ofSeconds(60),
          512,
          Start.PLAIN);

  /** People are told. */
  public static final FunctionSpec NOTIFY =
      new FunctionSpec(
          "notify",
          "Tells people what needs them: by mail, topic or webhook, each kind as they chose.",
          "books",
          "io.daybook.books.NotifyFunction",
          List.of(new Trigger.Schedule(Duration.ofMinutes(5)), new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("Query")),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(Table.STATE, READ_AND_WRITE),
              new OnKey(List.of("Decrypt")),
              new OnMail(List.of("SendEmail")),
              new OnNotices(List.of("Publish"))),
          Duration.ofMinutes(1),
          1024,
          Start.PLAIN);

  /** What people ask for at the portal and takes a platform's client or a reader of files. */
  public static final FunctionSpec ACT =
      new FunctionSpec(
          "act",
          "Does what people ask for at the portal: connects platforms, imports bank files and bills.",
          "books",
          "io.daybook.books.portal.ActFunction",
          List.of(new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(Table.STATE, READ_AND_REPLACE),
              new OnLargeBodies(List.of("PutObject")),
              new OnDrops(List.of("GetObject")),
              new OnKey(List.of("Decrypt", "Encrypt"))),
          Duration.ofMinutes(2),
          1024,
          Start.PLAIN);

  /** Pages for people; called by name, it makes a sign-in link. */
  public static final FunctionSpec PORTAL =
      new FunctionSpec(
          "portal",
          "Shows payouts, statements, exceptions and the state of the hub to those who signed in.",
          "portal",
          "io.daybook.portal.PortalFunction",
          List.of(
              new Trigger.Http("GET", "/{page+}"),
              new Trigger.Http("POST", "/{page+}"),
              new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, READ),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(Table.STATE, READ_AND_WRITE),
              new OnLargeBodies(List.of("GetObject")),
              new OnDrops(List.of("PutObject")),
              // Enciphers what a person types and cannot open it.
              new OnKey(List.of("Encrypt")),
              new OnFunction("replay", List.of("InvokeFunction")),
              new OnFunction("pull", List.of("InvokeFunction")),
              new OnFunction("act", List.of("InvokeFunction"))),
          Duration.ofSeconds(29),
          1024,
          Start.SNAPSHOT);

  private Catalogue() {}

  /**
   * A function by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FunctionSpec named(String name) {
    return all().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no function '" + name + "'"));
  }

  /** Every function. */
  public static List<FunctionSpec> all() {
    return List.of(
        INGEST, BRIDGE, POST, PULL, REPLAY, RECONCILE, DROP, EXPORT, ERASE, GUARD, NOTIFY, ACT,
        PORTAL);
  }
}
