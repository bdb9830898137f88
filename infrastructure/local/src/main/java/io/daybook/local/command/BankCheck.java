package io.daybook.local.command;

import io.daybook.events.BankStatement;
import io.daybook.ledger.Money;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bank.BankFile;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.csv.BankMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What files of banks hold, without a hub: a table for people, everything that was read for scripts. */
final class BankCheck {
  private static final int CANNOT = 2;

  /** A statement as scripts get it. */
  private record Held(
      String account, Map<String, Object> statement, List<Object> lines, List<Object> pending) {}

  private final Optional<BankMapping> mapping;
  private final StringBuilder words = new StringBuilder();
  private final List<Object> json = new ArrayList<>();
  private int refused;
  private int lines;

  BankCheck(Optional<BankMapping> mapping) {
    this.mapping = mapping;
  }

  Report of(List<Path> files) throws Complaint, IOException {
    for (Path file : files) {
      byte[] bytes = InputFile.read(file);
      switch (BankFiles.read(
          file.toString(), bytes, mapping.map(BankReading::all).orElseGet(BankReading::all))) {
        case BankFile.Statements read -> read(file, read);
        case BankFile.Refused wrong -> refused(file, wrong);
      }
    }
    words.append(
        files.size()
            + (files.size() == 1 ? " file" : " files")
            + ", "
            + refused
            + " of them refused, "
            + lines
            + " booked lines. Nothing was imported.");
    return new Report(words.toString(), json, refused == 0 ? 0 : CANNOT);
  }

  private void refused(Path file, BankFile.Refused wrong) {
    refused++;
    words.append(
        wrong.problems().stream()
                .map(FileProblem::toString)
                .collect(Collectors.joining(System.lineSeparator()))
            + System.lineSeparator());
    json.add(Map.of("file", file.toString(), "refused", wrong.problems()));
  }

  private void read(Path file, BankFile.Statements read) {
    words.append(file + ": " + read.format().words() + System.lineSeparator());
    List<Held> held = new ArrayList<>();
    for (BankFile.Statement one : read.statements()) {
      lines += one.lines().size();
      words.append("  " + line(one) + System.lineSeparator());
      held.add(
          new Held(
              one.account().account(),
              one.statement().map(BankCheck::balances).orElse(Map.of()),
              List.copyOf(one.lines()),
              List.copyOf(one.pending())));
    }
    json.add(Map.of("file", file.toString(), "format", read.format().words(), "statements", held));
  }

  private static String line(BankFile.Statement one) {
    return one.account().account()
        + "  "
        + one.statement().map(BankCheck::words).orElse("no balances at both ends")
        + "  "
        + one.lines().size()
        + " booked"
        + (one.pending().isEmpty() ? "" : ", " + one.pending().size() + " not booked yet");
  }

  private static String words(BankStatement told) {
    return told.from()
        + " to "
        + told.to()
        + "  "
        + new Money(told.openingMinor(), told.currency()).words()
        + " to "
        + new Money(told.closingMinor(), told.currency()).words()
        + (told.differenceMinor() == 0
            ? ""
            : "  does not add up by " + new Money(told.differenceMinor(), told.currency()).words());
  }

  private static Map<String, Object> balances(BankStatement told) {
    Map<String, Object> balances = new TreeMap<>();
    balances.put("id", told.id().value());
    balances.put("from", told.from().toString());
    balances.put("to", told.to().toString());
    balances.put("currency", told.currency().value());
    balances.put("openingMinor", told.openingMinor());
    balances.put("closingMinor", told.closingMinor());
    balances.put("differenceMinor", told.differenceMinor());
    return balances;
  }
}
