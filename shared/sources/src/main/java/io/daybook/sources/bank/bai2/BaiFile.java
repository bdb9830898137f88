package io.daybook.sources.bank.bai2;

import io.daybook.sources.bank.entry.ToldStatement;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A BAI2 file. */
public final class BaiFile {
  private final List<ToldStatement> statements = new ArrayList<>();
  private Optional<BaiGroup> group = Optional.empty();
  private Optional<BaiAccount> account = Optional.empty();
  private long total;

  private BaiFile() {}

  /** Whether a file begins as one of these does. */
  public static boolean isOne(String head) {
    return head.startsWith("01,");
  }

  /**
   * All of a file.
   *
   * @throws Misread if it is not what the format promises
   */
  public static List<ToldStatement> read(String text) {
    List<BaiRecord> records = BaiRecord.of(TextFile.lines(text));
    if (records.isEmpty() || !records.getFirst().code().equals("01")) {
      throw new Misread(1, "record code", "01, the header of a BAI2 file");
    }
    BaiRecord last = records.getLast();
    if (!last.code().equals("99")) {
      throw new Misread(
          last.line(),
          "record code",
          "99 at the end; the file is cut off, so ask the bank for it again");
    }
    BaiFile file = new BaiFile();
    records.subList(1, records.size()).forEach(file::take);
    return List.copyOf(file.statements);
  }

  private void take(BaiRecord record) {
    switch (record.code()) {
      case "02" -> {
        require(record, group.isEmpty());
        group = Optional.of(new BaiGroup(record));
      }
      case "03" -> {
        require(record, account.isEmpty());
        account = Optional.of(new BaiAccount(open(record, group), record));
      }
      case "16" -> open(record, account).add(record);
      case "49" -> {
        BaiAccount ended = open(record, account);
        ended.end(record);
        statements.add(ended.told());
        account = Optional.empty();
      }
      case "98" -> {
        require(record, account.isEmpty());
        total = Math.addExact(total, open(record, group).end(record));
        group = Optional.empty();
      }
      case "99" -> {
        require(record, group.isEmpty());
        requireTotal(record, total, "the sum of the file's groups");
      }
      default -> require(record, false);
    }
  }

  private static <T> T open(BaiRecord record, Optional<T> what) {
    return what.orElseThrow(() -> misplaced(record));
  }

  private static void require(BaiRecord record, boolean inPlace) {
    if (!inPlace) {
      throw misplaced(record);
    }
  }

  private static Misread misplaced(BaiRecord record) {
    return new Misread(
        record.line(),
        "record code",
        "records in the order 01, 02, 03, 16, 49, 98, 99; the file is incomplete or was changed");
  }

  static void requireTotal(BaiRecord trailer, long total, String what) {
    if (!trailer.at(0).matches("[+-]?[0-9]{1,18}") || Long.parseLong(trailer.at(0)) != total) {
      throw trailer.expected(
          "control total",
          what
              + ", which is "
              + total
              + "; the file is incomplete or was changed, so ask the bank for it again");
    }
  }
}
