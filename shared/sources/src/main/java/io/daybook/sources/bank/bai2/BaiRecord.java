package io.daybook.sources.bank.bai2;

import io.daybook.sources.reading.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A record with what its continuations (88) add.
 *
 * @param code its first field: {@code 01}, {@code 02}, {@code 03}, {@code 16}, {@code 49}, {@code 98} or {@code 99}
 * @param line of the file, from 1
 * @param fields after the code; the last one of a 16 may be text with commas
 */
record BaiRecord(String code, int line, List<String> fields) {
  private static final String CONTINUATION = "88";
  private static final Set<String> CODES = Set.of("01", "02", "03", "16", "49", "98", "99");

  BaiRecord {
    fields = List.copyOf(fields);
  }

  /** The records of a file; empty lines count for nothing. */
  static List<BaiRecord> of(List<String> lines) {
    List<BaiRecord> records = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        continue;
      }
      List<String> fields = new ArrayList<>(List.of(ended(line).split(",", -1)));
      String code = fields.removeFirst().strip();
      if (code.equals(CONTINUATION) && !records.isEmpty()) {
        BaiRecord open = records.removeLast();
        List<String> all = new ArrayList<>(open.fields);
        all.addAll(fields);
        records.add(new BaiRecord(open.code, open.line, all));
      } else if (CODES.contains(code)) {
        records.add(new BaiRecord(code, i + 1, fields));
      } else {
        throw new Misread(i + 1, "record code", "01, 02, 03, 16, 49, 88, 98 or 99");
      }
    }
    return records;
  }

  /** A slash ends a record; a text may hold others. */
  private static String ended(String line) {
    return line.endsWith("/") ? line.substring(0, line.length() - 1) : line;
  }

  /** A field by its place after the code, from 0; empty if the record is shorter. */
  String at(int place) {
    return place < fields.size() ? fields.get(place).strip() : "";
  }

  Misread expected(String field, String what) {
    return new Misread(line, code + " " + field, what);
  }
}
