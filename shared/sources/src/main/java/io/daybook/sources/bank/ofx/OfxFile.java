package io.daybook.sources.bank.ofx;

import io.daybook.sources.bank.entry.ToldStatement;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.TextFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OFX or QFX file. */
public final class OfxFile {
  private static final Pattern CHARSET = Pattern.compile("(?m)^\\s*CHARSET:\\s*([A-Za-z0-9_-]+)");
  private static final Pattern ENCODING = Pattern.compile("(?m)^\\s*ENCODING:\\s*([A-Za-z0-9_-]+)");
  private static final Pattern ROOT = Pattern.compile("<OFX\\s*>", Pattern.CASE_INSENSITIVE);

  private OfxFile() {}

  /** Whether a file begins as one of these does. */
  public static boolean isOne(String head) {
    return head.startsWith("OFXHEADER") || head.contains("<?OFX") || ROOT.matcher(head).find();
  }

  /**
   * All of a file.
   *
   * @throws Misread if it is not what the format promises
   */
  public static List<ToldStatement> read(byte[] bytes) {
    OfxElement ofx = OfxMarkup.read(text(bytes));
    long server =
        ofx.everywhere("DTSERVER").stream()
            .findFirst()
            .filter(told -> !told.text().isEmpty())
            .map(OfxValues::millis)
            .orElse(0L);
    List<ToldStatement> statements = new ArrayList<>();
    for (String kind : List.of("STMTRS", "CCSTMTRS")) {
      ofx.everywhere(kind).forEach(told -> statements.add(new OfxStatement(told, server).told()));
    }
    if (statements.isEmpty()) {
      throw none(ofx);
    }
    return List.copyOf(statements);
  }

  private static Misread none(OfxElement ofx) {
    List<OfxElement> investments = ofx.everywhere("INVSTMTRS");
    if (!investments.isEmpty()) {
      return investments
          .getFirst()
          .expected("a bank or credit card statement; investments are not imported");
    }
    for (OfxElement status : ofx.everywhere("STATUS")) {
      String code = status.value("CODE").orElse("0");
      if (!code.equals("0") && code.matches("[0-9]{1,6}")) {
        return status.expected(
            "a statement; the bank answered with its error " + code + ", so download it again");
      }
    }
    return new Misread(
        ofx.line(),
        "OFX",
        "a statement (STMTRS or CCSTMTRS); this file has none, so download it again with transactions");
  }

  /** The header names the charset in words of its own; where it does not help, the bytes tell. */
  private static String text(byte[] bytes) {
    String found = TextFile.text(bytes);
    String head = found.substring(0, Math.min(found.length(), 2_000));
    Matcher encoding = ENCODING.matcher(head);
    boolean ascii = encoding.find() && encoding.group(1).equalsIgnoreCase("USASCII");
    Matcher charset = CHARSET.matcher(head);
    if (!ascii || !charset.find()) {
      return found;
    }
    // Many write UTF-8 whatever the header says: it is followed only where the bytes are no UTF-8.
    boolean utf8 = TextFile.text(bytes, StandardCharsets.UTF_8).equals(found);
    return utf8
        ? found
        : named(charset.group(1)).map(set -> TextFile.text(bytes, set)).orElse(found);
  }

  private static Optional<Charset> named(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "1252" -> Optional.of(Charset.forName("windows-1252"));
      case "8859-1", "ISO-8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
      default -> Optional.empty();
    };
  }
}
