package io.daybook.sources.bank.camt;

import io.daybook.events.BankLineId;
import io.daybook.sources.bank.camt.CamtMessage.Kind;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.BankLineIds;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.bank.entry.ToldStatement;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CAMT message: statements (053), reports (052) or notifications (054). */
public final class CamtFile {
  private CamtFile() {}

  /**
   * All of a message.
   *
   * @throws Misread if it is not what the format promises
   */
  public static List<ToldStatement> read(byte[] bytes) {
    CamtMessage message = CamtMessage.read(XmlFile.open(bytes));
    Map<String, Map<String, CamtStatement>> accounts = new LinkedHashMap<>();
    Set<List<String>> seen = new HashSet<>();
    for (CamtMessage.Part part : message.parts()) {
      String account = CamtStatement.account(part);
      String id = CamtStatement.id(part);
      if (!seen.add(List.of(account, id, CamtStatement.page(part)))) {
        throw part.header().at("Id").expected("each statement once in a file");
      }
      accounts
          .computeIfAbsent(account, key -> new LinkedHashMap<>())
          .computeIfAbsent(id, key -> new CamtStatement(message))
          .add(part);
    }
    List<ToldStatement> statements = new ArrayList<>();
    accounts.forEach(
        (account, ofIt) -> statements.addAll(told(message.kind(), account, ofIt.values())));
    return List.copyOf(statements);
  }

  /**
   * What a report or a notification tells, the statement tells again. Only the bank's own id makes the two meet; an entry
   * without one is shown until the statement comes ({@code docs/decisions/0032}).
   */
  private static List<ToldStatement> told(
      Kind kind, String account, Collection<CamtStatement> ofIt) {
    Set<BankEntry> meets = kind == Kind.STATEMENT ? Set.of() : withOwnIds(ofIt);
    List<ToldStatement> told = new ArrayList<>();
    for (CamtStatement statement : ofIt) {
      List<BankEntry> booked = new ArrayList<>();
      List<PendingLine> pending = new ArrayList<>(statement.pending());
      for (BankEntry entry : statement.entries()) {
        if (kind == Kind.STATEMENT || meets.contains(entry)) {
          booked.add(entry);
        } else {
          pending.add(entry.toPending());
        }
      }
      told.add(
          new ToldStatement(
              statement.accountElement().line(),
              statement.accountElement().path(),
              Optional.of(account),
              statement.version(),
              booked.size() == statement.entries().size() ? statement.balances() : Optional.empty(),
              booked,
              pending));
    }
    return told;
  }

  private static Set<BankEntry> withOwnIds(Collection<CamtStatement> ofIt) {
    List<BankEntry> entries =
        ofIt.stream().flatMap(statement -> statement.entries().stream()).toList();
    List<BankLineId> ids = BankLineIds.of(entries);
    Set<BankEntry> own = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      if (BankLineIds.isBanksOwn(ids.get(i), entries.get(i))) {
        own.add(entries.get(i));
      }
    }
    return own;
  }
}
