package io.daybook.sources.bank;

import io.daybook.events.BankLine;
import io.daybook.events.BankStatement;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bank.entry.PendingLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a bank's file turned out to be. */
public sealed interface BankFile {
  /**
   * Statements, in the file's order.
   *
   * @param format what the file is
   * @param statements one for each statement of each account
   */
  record Statements(BankFormat format, List<Statement> statements) implements BankFile {
    /** Copies the list. */
    public Statements {
      statements = List.copyOf(statements);
    }

    /** Every fact of the file: each statement, then its lines. What is not booked is none. */
    public List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      for (Statement one : statements) {
        one.statement().ifPresent(facts::add);
        facts.addAll(one.lines());
      }
      return List.copyOf(facts);
    }

    /** How many entries the bank has not booked yet. */
    public int pendingEntries() {
      return statements.stream().mapToInt(one -> one.pending().size()).sum();
    }
  }

  /**
   * One account's statement.
   *
   * @param number the account's number as the file tells it, normal; absent if the format has none
   * @param account whose it is
   * @param version when the bank made it, milliseconds since 1970; 0 if it does not say
   * @param statement what it says about itself; absent if it does not give booked balances at both ends
   * @param lines its booked lines, in the bank's order
   * @param pending what is not booked yet
   */
  record Statement(
      Optional<String> number,
      Origin account,
      long version,
      Optional<BankStatement> statement,
      List<BankLine> lines,
      List<PendingLine> pending) {
    /** Copies the lists. */
    public Statement {
      lines = List.copyOf(lines);
      pending = List.copyOf(pending);
    }
  }

  /**
   * Nothing was taken from it.
   *
   * @param problems everything that is known to be wrong, at least one
   */
  record Refused(List<FileProblem> problems) implements BankFile {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }

    /** The only problem. */
    public Refused(FileProblem problem) {
      this(List.of(problem));
    }

    /** The first problem. */
    public FileProblem problem() {
      return problems.getFirst();
    }
  }
}
