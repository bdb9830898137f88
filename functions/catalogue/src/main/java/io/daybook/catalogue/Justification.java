package io.daybook.catalogue;

import io.daybook.catalogue.Access.OnDrops;
import io.daybook.catalogue.Access.OnFunction;
import io.daybook.catalogue.Access.OnKey;
import io.daybook.catalogue.Access.OnLargeBodies;
import io.daybook.catalogue.Access.OnMail;
import io.daybook.catalogue.Access.OnNotices;
import io.daybook.catalogue.Access.OnStatements;
import io.daybook.catalogue.Access.OnTable;
import java.util.ArrayList;
import java.util.List;

/**
 * One action that a role allows, and the call that needs it. An action that no call is known for is refused, so that none
 * gets into a role unexplained.
 *
 * @param access on what
 * @param action the IAM action without its service
 * @param title the reason as a statement's id: letters only
 * @param reason the call that needs it
 */
public record Justification(Access access, String action, String title, String reason) {
  /**
   * Every action of a function, in the catalogue's order.
   *
   * @throws IllegalArgumentException if a call is not known
   */
  public static List<Justification> of(FunctionSpec function) {
    List<Justification> all = new ArrayList<>();
    for (Access access : function.touches()) {
      for (String action : actions(access)) {
        all.add(of(access, action));
      }
    }
    return List.copyOf(all);
  }

  /** The actions of an access. */
  public static List<String> actions(Access access) {
    return switch (access) {
      case OnTable(_, List<String> actions) -> actions;
      case OnStatements(List<String> actions) -> actions;
      case OnLargeBodies(List<String> actions) -> actions;
      case OnDrops(List<String> actions) -> actions;
      case OnKey(List<String> actions) -> actions;
      case OnFunction(_, List<String> actions) -> actions;
      case OnMail(List<String> actions) -> actions;
      case OnNotices(List<String> actions) -> actions;
    };
  }

  private static Justification of(Access access, String action) {
    return switch (access) {
      case OnTable(Table table, _) -> onTable(access, table, action);
      case OnStatements _ -> onStatements(access, action);
      case OnLargeBodies _ -> onBodies(access, action);
      case OnDrops _ -> onDrops(access, action);
      case OnKey _ -> onKey(access, action);
      case OnFunction(String function, _) -> onFunction(access, function, action);
      case OnMail _ -> onMail(access, action);
      case OnNotices _ -> onNotices(access, action);
    };
  }

  private static Justification onTable(Access access, Table table, String action) {
    return switch (table) {
      case INBOX -> onInbox(access, action);
      case LEDGER -> onLedger(access, action);
      case STATE -> onState(access, action);
    };
  }

  private static Justification onInbox(Access access, String action) {
    return switch (action) {
      case "PutItem" -> new Justification(access, action, "KeepMessage", "keeps a message, once");
      case "GetItem" ->
          new Justification(access, action, "ReadMessage", "reads a message by its id");
      case "Query" ->
          new Justification(
              access, action, "ReadDayOfMessages", "reads or counts a day's messages");
      case "UpdateItem" ->
          new Justification(
              access, action, "EraseMessage", "empties a message that the law lets nobody keep");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onLedger(Access access, String action) {
    return switch (action) {
      case "PutItem" ->
          new Justification(
              access, action, "AppendStep", "appends a step to a subject's log, once");
      case "Query" ->
          new Justification(
              access,
              action,
              "ReadLogs",
              "reads a subject's log, and a day's entries by the index");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onState(Access access, String action) {
    return switch (action) {
      case "GetItem" ->
          new Justification(
              access, action, "ReadStateItem", "reads one item, such as a connection");
      case "Query" ->
          new Justification(
              access, action, "ListState", "lists items of a kind, and books, days, connections");
      case "PutItem" ->
          new Justification(
              access,
              action,
              "WriteState",
              "writes an item at a version, alone or in a transaction; lists a book or day first seen");
      case "UpdateItem" -> new Justification(access, action, "CountInState", "counts up a counter");
      case "DeleteItem" ->
          new Justification(access, action, "WithdrawState", "withdraws an item that is settled");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onStatements(Access access, String action) {
    return switch (action) {
      case "PutObject" ->
          new Justification(access, action, "WriteStatement", "writes a statement, whole");
      case "GetObject" ->
          new Justification(access, action, "ReadStatement", "hands out a statement");
      case "ListBucket" ->
          new Justification(access, action, "ListStatements", "lists the statements of a book");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onBodies(Access access, String action) {
    return switch (action) {
      case "PutObject" ->
          new Justification(
              access,
              action,
              "KeepLargeBody",
              "keeps a body too large for an item, or an empty one in its place");
      case "GetObject" ->
          new Justification(access, action, "ReadLargeBody", "reads a body too large for an item");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onDrops(Access access, String action) {
    return switch (action) {
      case "GetObject" ->
          new Justification(
              access, action, "ReadDroppedFile", "reads a file that was put there or uploaded");
      case "PutObject" ->
          new Justification(
              access,
              action,
              "PutBesideDrops",
              "writes beside a file what became of it, or lays an uploaded one there");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onKey(Access access, String action) {
    return switch (action) {
      case "Decrypt" ->
          new Justification(access, action, "OpenConnectionSecret", "opens a connection's secret");
      case "Encrypt" ->
          new Justification(access, action, "SealConnectionSecret", "seals a connection's secret");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onFunction(Access access, String function, String action) {
    return switch (action) {
      case "InvokeFunction" ->
          new Justification(
              access, action, "Call" + capital(function), "has " + function + " run, soon");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onMail(Access access, String action) {
    return switch (action) {
      case "SendEmail" -> new Justification(access, action, "SendNotice", "sends a notice by mail");
      default -> throw unknown(access, action);
    };
  }

  private static Justification onNotices(Access access, String action) {
    return switch (action) {
      case "Publish" ->
          new Justification(access, action, "PublishNotice", "publishes a notice to subscribers");
      default -> throw unknown(access, action);
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static IllegalArgumentException unknown(Access access, String action) {
    return new IllegalArgumentException(
        action + " on " + access + " has no call that needs it; say which in Justification");
  }
}
