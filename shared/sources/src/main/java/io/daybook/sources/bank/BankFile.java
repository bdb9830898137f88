package io.daybook.sources.bank;

import io.daybook.events.BankLine;
import io.daybook.events.BankStatement;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.FileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a bank's file turned out to be. */
public sealed interface BankFile {
  /**
   * Statements, in the file's order.
   *
   * @param statements one for each statement of each account
   * @param pendingEntries how many entries were left out because the bank has not booked them yet
   */
  record Statements(List<Statement> statements, int pendingEntries) implements BankFile {
    /** Copies the list. */
    public Statements {
      statements = List.copyOf(statements);
    }

    /** Every fact of the file: each statement, then its lines. */
    public List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      for (Statement one : statements) {
        one.statement().ifPresent(facts::add);
        facts.addAll(one.lines());
      }
      return List.copyOf(facts);
    }
  }

  /**
   * One account's statement.
   *
   * @param account whose it is
   * @param statement what it says about itself; absent if it does not give booked balances at both ends
   * @param lines its booked lines, in the bank's order
   */
  record Statement(Origin account, Optional<BankStatement> statement, List<BankLine> lines) {
    /** Copies the list. */
    public Statement {
      lines = List.copyOf(lines);
    }
  }

  /** Nothing was taken from it. */
  record Refused(FileProblem problem) implements BankFile {}
}
