package io.daybook.catalogue;

import io.daybook.catalogue.Access.OnKey;
import io.daybook.catalogue.Access.OnLargeBodies;
import io.daybook.catalogue.Access.OnStatements;
import io.daybook.catalogue.Access.OnTable;
import java.time.Duration;
import java.util.List;

/** All functions. */
public final class Catalogue {
  /** Webhooks in: verified, kept, answered. */
  public static final FunctionSpec INGEST =
      new FunctionSpec(
          "ingest",
          "ingest",
          "io.daybook.ingest.IngestFunction",
          List.of(new Trigger.Http("POST", "/hooks/{source}/{connection}")),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.STATE, List.of("GetItem", "PutItem", "UpdateItem")),
              new OnLargeBodies(List.of("PutObject")),
              new OnKey(List.of("Decrypt"))),
          Duration.ofSeconds(5));

  /** Messages to entries. */
  public static final FunctionSpec POST =
      new FunctionSpec(
          "post",
          "books",
          "io.daybook.books.PostFunction",
          List.of(
              new Trigger.Stream(
                  Table.INBOX, 100, Duration.ofSeconds(2), 10, Duration.ofHours(12), List.of())),
          List.of(
              new OnTable(Table.INBOX, List.of("GetItem", "Query")),
              new OnTable(Table.LEDGER, List.of("PutItem", "Query")),
              new OnTable(
                  Table.STATE, List.of("GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem")),
              new OnLargeBodies(List.of("GetObject"))),
          Duration.ofSeconds(60));

  /** What webhooks did not tell. */
  public static final FunctionSpec PULL =
      new FunctionSpec(
          "pull",
          "books",
          "io.daybook.books.PullFunction",
          List.of(new Trigger.Schedule(Duration.ofMinutes(15)), new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(
                  Table.STATE, List.of("GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem")),
              new OnLargeBodies(List.of("PutObject")),
              new OnKey(List.of("Decrypt"))),
          Duration.ofMinutes(5));

  /** Proof, matches, exceptions. */
  public static final FunctionSpec RECONCILE =
      new FunctionSpec(
          "reconcile",
          "books",
          "io.daybook.books.ReconcileFunction",
          List.of(
              new Trigger.Stream(
                  Table.LEDGER,
                  100,
                  Duration.ofSeconds(30),
                  3,
                  Duration.ofHours(12),
                  List.of("/payout/", "/bank-line/", "/bank-statement/", "/dispute/")),
              new Trigger.Schedule(Duration.ofHours(24)),
              new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("PutItem")),
              new OnTable(Table.LEDGER, List.of("PutItem", "Query")),
              new OnTable(
                  Table.STATE, List.of("GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"))),
          Duration.ofMinutes(5));

  /** Statements and journals out. */
  public static final FunctionSpec EXPORT =
      new FunctionSpec(
          "export",
          "books",
          "io.daybook.books.ExportFunction",
          List.of(new Trigger.Schedule(Duration.ofHours(24)), new Trigger.Invoked()),
          List.of(
              new OnTable(Table.INBOX, List.of("Query")),
              new OnTable(Table.LEDGER, List.of("Query")),
              new OnTable(Table.STATE, List.of("GetItem", "Query")),
              new OnStatements(List.of("PutObject"))),
          Duration.ofMinutes(5));

  private Catalogue() {}

  /** Every function. */
  public static List<FunctionSpec> all() {
    return List.of(INGEST, POST, PULL, RECONCILE, EXPORT);
  }
}
