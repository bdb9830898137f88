package io.daybook.sources.bank.mt940;

import io.daybook.sources.reading.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a file into messages and these into fields; leaves out the network's blocks and what banks write between messages. */
final class MtFields {
  private static final Pattern TAG = Pattern.compile(":([0-9]{2}[A-Z]?|NS):(.*)", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("\\{[1-5]:.*", Pattern.DOTALL);
  private static final String TEXT_BLOCK = "{4:";

  /** The fields of MT940, MT941 and MT942. {@code 28} and {@code 25P} are old and new forms; {@code NS} is Polish banks' own. */
  private static final Set<String> KNOWN =
      Set.of(
          "20", "21", "25", "25P", "28", "28C", "13", "13D", "34F", "60F", "60M", "61", "62F",
          "62M", "64", "65", "86", "90C", "90D", "NS");

  private final List<List<MtField>> messages = new ArrayList<>();
  private List<MtField> message = new ArrayList<>();
  private List<String> open = new ArrayList<>();
  private String tag = "";
  private int tagLine;

  private MtFields() {}

  /** The messages of a file, each with its fields in order. */
  static List<List<MtField>> of(List<String> lines) {
    MtFields fields = new MtFields();
    for (int i = 0; i < lines.size(); i++) {
      fields.line(i + 1, lines.get(i));
    }
    fields.endMessage();
    return fields.messages;
  }

  private void line(int number, String raw) {
    // Some banks send the control characters that frame a message on the wire.
    String line = raw.strip().replaceAll("^\\p{Cntrl}+|\\p{Cntrl}+$", "");
    if (BLOCK.matcher(line).matches()) {
      endMessage();
      int text = line.indexOf(TEXT_BLOCK);
      if (text >= 0 && line.length() > text + TEXT_BLOCK.length()) {
        line(number, line.substring(text + TEXT_BLOCK.length()));
      }
      return;
    }
    if (line.equals("-") || line.startsWith("-}")) {
      endMessage();
      if (line.startsWith("-}{")) {
        line(number, line.substring(2));
      }
      return;
    }
    Matcher tagged = TAG.matcher(line);
    if (tagged.matches() && KNOWN.contains(tagged.group(1))) {
      endField();
      begin(tagged.group(1), number, tagged.group(2));
    } else if (tagged.matches() && !tag.equals("86") && !tag.isEmpty()) {
      throw new Misread(number, ":" + tagged.group(1) + ":", "a field of an MT940 or MT942");
    } else if (!tag.isEmpty()) {
      open.add(line);
    }
  }

  private void begin(String name, int number, String text) {
    if (name.equals("20") && message.stream().anyMatch(field -> field.is("25", "25P"))) {
      endMessage();
    }
    tag = name;
    tagLine = number;
    open = new ArrayList<>(List.of(text));
  }

  private void endField() {
    if (!tag.isEmpty()) {
      message.add(new MtField(tag, tagLine, open));
    }
    tag = "";
    open = new ArrayList<>();
  }

  private void endMessage() {
    endField();
    if (!message.isEmpty()) {
      messages.add(message);
    }
    message = new ArrayList<>();
  }
}
