package io.daybook.sources.bank.mt940;

import io.daybook.sources.bank.entry.EntryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code :86:} says: a German or Dutch bank's numbered subfields, a Dutch or Swiss bank's {@code /CODE/} words, or free
 * text. Names and account numbers of the other party tell entries apart and are not kept.
 */
final class MtInformation {
  /** The longest line that SWIFT allows; a text that fills it goes on without a space. */
  private static final int FULL_LINE = 65;

  /** {@code 171?00…}, {@code 000>10…}; Polish banks write the subfields with {@code ^} or {@code ~}. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\s*([0-9]{3})?\\s*([?>^~])([0-9]{2}.*)", Pattern.DOTALL);

  private static final Pattern SEPA =
      Pattern.compile(
          "(?<![A-Z])(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP|RREF|BREF)\\+");
  private static final Pattern SLASHED = Pattern.compile("/([A-Z]{4}|BIC|ID|EREF)/");

  private final Optional<String> code;
  private final List<String> remittance = new ArrayList<>();
  private final List<String> parties = new ArrayList<>();

  private MtInformation(Optional<String> code) {
    this.code = code;
  }

  static MtInformation of(List<MtField> fields) {
    List<String> lines = fields.stream().flatMap(field -> field.lines().stream()).toList();
    Matcher numbered = NUMBERED.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (numbered.matches()) {
      return ofSubfields(numbered.group(1), numbered.group(2), lines);
    }
    MtInformation free = new MtInformation(Optional.empty());
    free.remittance.add(joined(lines));
    return free;
  }

  private static MtInformation ofSubfields(String code, String sign, List<String> lines) {
    MtInformation told = new MtInformation(Optional.ofNullable(code));
    String all = String.join("", lines);
    StringBuilder text = new StringBuilder();
    for (String part :
        all.substring(Math.max(0, all.indexOf(sign))).split(Pattern.quote(sign), -1)) {
      if (part.length() < 2 || !part.substring(0, 2).matches("[0-9]{2}")) {
        // The sign itself stood in a text.
        text.append(part.isEmpty() ? "" : sign + part);
        continue;
      }
      String value = part.substring(2);
      switch (Integer.parseInt(part.substring(0, 2))) {
        case 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63 -> text.append(value);
        case 0, 10, 34 -> {
          // The kind of booking in words, the bank's own counter, why a debit came back.
        }
        default -> told.parties.add(value);
      }
    }
    told.remittance.add(text.toString());
    return told;
  }

  private static String joined(List<String> lines) {
    StringBuilder all = new StringBuilder();
    for (String line : lines) {
      all.append(line);
      if (line.length() < FULL_LINE) {
        all.append(' ');
      }
    }
    return all.toString();
  }

  /** The three digits of the kind of transaction, where the bank gives them. */
  Optional<String> businessCode() {
    return code;
  }

  void gather(EntryText text) {
    parties.forEach(text::party);
    for (String told : remittance) {
      parts(told, text);
    }
  }

  private static void parts(String told, EntryText text) {
    Matcher sepa = SEPA.matcher(told);
    Matcher slashed = SLASHED.matcher(told);
    if (sepa.find()) {
      coded(told, sepa, text);
    } else if (told.strip().startsWith("/") && slashed.find()) {
      coded(told, slashed, text);
    } else {
      text.text(told);
    }
  }

  private static void coded(String told, Matcher codes, EntryText text) {
    text.text(told.substring(0, codes.start()));
    boolean more = true;
    while (more) {
      String code = codes.group(1);
      int from = codes.end();
      more = codes.find();
      one(code, told.substring(from, more ? codes.start() : told.length()).strip(), text);
    }
  }

  private static void one(String code, String value, EntryText text) {
    switch (code) {
      case "EREF", "KREF", "MREF", "CRED", "DEBT", "RREF", "BREF", "MARF", "CSID", "PREF", "TRCD" ->
          text.id(value);
      case "ABWA", "ABWE", "IBAN", "BIC", "NAME", "BENM", "ORDP", "ADDR", "ULTD", "ULTB", "ULTC" ->
          text.party(value);
      default -> text.text(value);
    }
  }
}
