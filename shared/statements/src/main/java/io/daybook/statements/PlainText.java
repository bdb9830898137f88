package io.daybook.statements;

import io.daybook.ledger.Dimension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What hledger and Ledger write alike: transactions, and text that must not be read as syntax. */
final class PlainText {
  private static final String ID_MARKS = "._-/:#@+=~$&'()*!?<>";

  private PlainText() {}

  /** Every tag that the file uses. */
  static void declareTags(Journal journal, Appendable out) throws IOException {
    out.append("\ntag subject\ntag occasion\ntag reference\n");
    for (Dimension dimension : journal.dimensions()) {
      out.append("tag ").append(dimension.word()).append('\n');
    }
    out.append('\n');
  }

  /** A transaction: date, cleared mark, description, tags, postings in aligned columns. */
  static void write(Journal.Transaction transaction, List<Posting> postings, Appendable out)
      throws IOException {
    out.append('\n')
        .append(transaction.day().toString())
        .append(" * ")
        .append(description(transaction))
        .append('\n');
    out.append("    ; subject: ").append(id(transaction.subject().toString())).append('\n');
    out.append("    ; occasion: ").append(id(transaction.occasion())).append('\n');
    for (Map.Entry<Dimension, String> one : transaction.shownDimensions().entrySet()) {
      out.append("    ; ").append(one.getKey().word()).append(": ");
      out.append(id(one.getValue())).append('\n');
    }
    int widest =
        postings.stream()
            .mapToInt(p -> HierarchicalNames.name(p.account()).length())
            .max()
            .orElse(0);
    int longest = postings.stream().mapToInt(p -> p.amount().toString().length()).max().orElse(0);
    for (Posting posting : postings) {
      String account = HierarchicalNames.name(posting.account());
      String amount = posting.amount().toString();
      out.append("    ").append(account).append(" ".repeat(widest - account.length() + 2));
      out.append(" ".repeat(longest - amount.length())).append(posting.text());
      if (posting.reference().isPresent()) {
        out.append("  ; reference: ").append(id(posting.reference().get().value()));
      }
      out.append('\n');
    }
  }

  /**
   * The memo on one line. A semicolon would begin a comment and a bar would split payee and note; a bracket or mark at
   * the beginning would be a code or a status.
   */
  private static String description(Journal.Transaction transaction) {
    String text = line(transaction.memo()).replace(';', ',').replace('|', '/');
    if (text.isEmpty()) {
      return id(transaction.occasion());
    }
    return "(*!".indexOf(text.charAt(0)) < 0 ? text : "- " + text;
  }

  /** A text on one line: control characters and runs of blanks become one space. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Z}\\s]+", " ").strip();
  }

  /**
   * An id as a tag's value. A comma would end the value, brackets could be read as a date; such characters and blanks
   * are written as {@code %} and their UTF-8 in hexadecimal, as in an address, so that the id can be read back.
   */
  static String id(String text) {
    StringBuilder value = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || (c < 128 && ID_MARKS.indexOf(c) >= 0)) {
            value.appendCodePoint(c);
          } else {
            for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
              value
                  .append('%')
                  .append(Character.forDigit((b >> 4) & 15, 16))
                  .append(Character.forDigit(b & 15, 16));
            }
          }
        });
    return value.toString();
  }
}
