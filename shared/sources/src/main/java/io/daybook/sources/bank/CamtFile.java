package io.daybook.sources.bank;

import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.Origin;
import io.daybook.sources.bank.CamtMessage.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CAMT message as facts. */
final class CamtFile {
  private CamtFile() {}

  /**
   * All of a message.
   *
   * @param only the account that the file must be about, if it is known
   */
  static BankFile.Statements read(byte[] bytes, Optional<Origin> only) {
    CamtMessage message = CamtMessage.read(XmlFile.open(bytes));
    Map<String, Map<String, CamtStatement>> accounts = new LinkedHashMap<>();
    Set<List<String>> seen = new HashSet<>();
    int pending = 0;
    for (CamtMessage.Part part : message.parts()) {
      String account = CamtStatement.account(part);
      String id = CamtStatement.id(part);
      requireAccount(part, account, only);
      if (!seen.add(List.of(account, id, CamtStatement.page(part)))) {
        throw part.header().at("Id").expected("each statement once in a file");
      }
      accounts
          .computeIfAbsent(account, key -> new LinkedHashMap<>())
          .computeIfAbsent(id, key -> new CamtStatement(message))
          .add(part);
      pending += part.pending();
    }
    List<BankFile.Statement> statements = new ArrayList<>();
    accounts.forEach((account, ofIt) ->
        statements.addAll(statements(message.kind(), account, ofIt.values(), only)));
    return new BankFile.Statements(statements, pending);
  }

  private static void requireAccount(CamtMessage.Part part, String account, Optional<Origin> only) {
    if (only.isPresent() && !BankFiles.normalAccount(only.get().account()).equals(account)) {
      throw part.header().at("Acct", "Id").expected("the account " + only.get().account());
    }
  }

  private static List<BankFile.Statement> statements(
      Kind kind, String account, Collection<CamtStatement> ofIt, Optional<Origin> only) {
    Origin origin = only.orElseGet(() -> new Origin(BankSource.NAME, account));
    List<CamtEntry> entries =
        ofIt.stream().flatMap(statement -> statement.entries().stream()).toList();
    List<BankLineId> ids = BankLineIds.of(entries);
    if (kind != Kind.STATEMENT) {
      requireOwnIds(kind, entries, ids);
    }
    Iterator<BankLineId> next = ids.iterator();
    List<BankFile.Statement> statements = new ArrayList<>();
    for (CamtStatement statement : ofIt) {
      List<BankLine> lines =
          statement.entries().stream().map(entry -> line(origin, entry, next.next())).toList();
      statements.add(new BankFile.Statement(origin, statement.toFact(origin), lines));
    }
    return statements;
  }

  /** What a report or a notification tells, the statement tells again; only the bank's own id makes the two meet. */
  private static void requireOwnIds(Kind kind, List<CamtEntry> entries, List<BankLineId> ids) {
    for (int i = 0; i < entries.size(); i++) {
      CamtEntry entry = entries.get(i);
      if (!BankLineIds.isBanksOwn(ids.get(i), entry)) {
        throw new Misread(
            entry.line(),
            "Ntry/AcctSvcrRef",
            "the bank's own reference of each entry, once a day, without which a "
                + kind.code()
                + " entry would count again when the statement (camt.053) tells it; import the statement");
      }
    }
  }

  private static BankLine line(Origin origin, CamtEntry entry, BankLineId id) {
    return new BankLine(
        origin,
        id,
        entry.amount().currency(),
        entry.amount().minor(),
        entry.bookedOn(),
        entry.code(),
        entry.references());
  }
}
