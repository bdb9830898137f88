package io.daybook.sources.bank;

import io.daybook.events.BankLine;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bank.csv.BankMapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files in tests. */
public final class Read {
  private Read() {}

  /** Statements of a file that must be read. */
  public static List<BankFile.Statement> statements(byte[] bytes, BankReading reading) {
    return switch (BankFiles.read("october", bytes, reading)) {
      case BankFile.Statements read -> read.statements();
      case BankFile.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  /** The same of a text. */
  public static List<BankFile.Statement> statements(String text) {
    return statements(text.getBytes(StandardCharsets.UTF_8), BankReading.all());
  }

  /** The only statement. */
  public static BankFile.Statement one(String text) {
    List<BankFile.Statement> all = statements(text);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " statements");
    }
    return all.getFirst();
  }

  /** Why a file is refused. */
  public static List<FileProblem> problems(byte[] bytes, BankReading reading) {
    return switch (BankFiles.read("october", bytes, reading)) {
      case BankFile.Statements read -> throw new AssertionError(read.toString());
      case BankFile.Refused refused -> refused.problems();
    };
  }

  /** The only problem of a text. */
  public static FileProblem problem(String text) {
    List<FileProblem> all = problems(text.getBytes(StandardCharsets.UTF_8), BankReading.all());
    if (all.size() != 1) {
      throw new AssertionError(all.toString());
    }
    return all.getFirst();
  }

  /** A mapping that must be right. */
  public static BankReading mapping(Map<String, String> settings) {
    return switch (BankMapping.parse(settings)) {
      case BankMapping.Parsed.Mapping parsed ->
          new BankReading(Optional.of(parsed.mapping()), Optional.empty(), Optional.empty());
      case BankMapping.Parsed.Wrong wrong -> throw new AssertionError(wrong.problems().toString());
    };
  }

  /** The ids of a statement's lines. */
  public static List<String> ids(BankFile.Statement statement) {
    return statement.lines().stream().map(BankLine::id).map(id -> id.value()).toList();
  }
}
