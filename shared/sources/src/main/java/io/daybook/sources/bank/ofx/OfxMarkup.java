package io.daybook.sources.bank.ofx;

import io.daybook.sources.reading.Misread;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Reads OFX's markup, SGML or XML: an element that has a value may lack its closing tag, and so may one that has none.
 * Which it was shows when an element around it is closed: what stood in one that is never closed belongs beside it.
 */
final class OfxMarkup {
  /** OFX nests about ten deep; elements without value or closing tag add to that until the next closing tag. */
  private static final int DEEPEST = 200;

  private final String text;
  private final OfxElement root = new OfxElement("", 0);
  private final Deque<OfxElement> open = new ArrayDeque<>();
  private int place;
  private int line = 1;

  private OfxMarkup(String text) {
    this.text = text;
    open.addLast(root);
  }

  /** The element {@code OFX} of a file. */
  static OfxElement read(String text) {
    OfxMarkup markup = new OfxMarkup(text);
    markup.readAll();
    return markup
        .root
        .child("OFX")
        .orElseThrow(() -> new Misread(1, "the file", "OFX, which has an element OFX"));
  }

  private void readAll() {
    while (true) {
      int tag = text.indexOf('<', place);
      String before = tag < 0 ? text.substring(place) : text.substring(place, tag);
      value(before);
      lines(before);
      if (tag < 0) {
        break;
      }
      place = tag;
      tag();
    }
    if (open.size() > 1) {
      throw new Misread(
          line, open.getLast().name(), "the closing tags to </OFX>; the file is cut off");
    }
  }

  private void tag() {
    if (text.startsWith("<!--", place)) {
      skipTo("-->");
    } else if (text.startsWith("<![CDATA[", place)) {
      int end = end("]]>");
      open.getLast()
          .text(open.getLast().text() + text.substring(place + "<![CDATA[".length(), end));
      skipTo("]]>");
    } else if (text.startsWith("<!", place)) {
      throw new Misread(line, "DOCTYPE", "no document type and no entities");
    } else if (text.startsWith("<?", place)) {
      skipTo("?>");
    } else {
      int end = end(">");
      String name = text.substring(place + 1, end).strip();
      int at = line;
      skipTo(">");
      element(name, at);
    }
  }

  private void element(String tag, int at) {
    if (tag.startsWith("/")) {
      close(name(tag.substring(1)));
      return;
    }
    boolean empty = tag.endsWith("/");
    OfxElement element = new OfxElement(name(empty ? tag.substring(0, tag.length() - 1) : tag), at);
    open.getLast().children().add(element);
    if (!empty) {
      open.addLast(element);
      if (open.size() > DEEPEST) {
        throw new Misread(at, element.name(), "elements nested at most " + DEEPEST + " deep");
      }
    }
  }

  /** Without attributes, which OFX does not have and some writers add. */
  private static String name(String tag) {
    String[] words = tag.strip().split("\\s", 2);
    return words[0].toUpperCase(Locale.ROOT);
  }

  private void close(String name) {
    if (name.isEmpty() || open.stream().noneMatch(one -> one.name().equals(name))) {
      // The element had a value and was taken as closed by the next tag.
      return;
    }
    while (!open.getLast().name().equals(name)) {
      OfxElement unclosed = open.removeLast();
      List<OfxElement> inner = List.copyOf(unclosed.children());
      unclosed.children().clear();
      open.getLast().children().addAll(inner);
    }
    open.removeLast();
  }

  /** A value ends its element: the next tag is beside it, or closes it. */
  private void value(String raw) {
    String value = decoded(raw.strip());
    if (value.isEmpty() || open.size() == 1) {
      return;
    }
    OfxElement element = open.getLast();
    element.text(value);
    if (element.children().isEmpty() && !closesNext(element.name())) {
      open.removeLast();
    }
  }

  private boolean closesNext(String name) {
    int tag = text.indexOf('<', place);
    return tag >= 0
        && (text.regionMatches(true, tag, "</" + name + ">", 0, name.length() + 3)
            || text.startsWith("<![CDATA[", tag));
  }

  private int end(String sign) {
    int end = text.indexOf(sign, place);
    if (end < 0) {
      throw new Misread(line, open.getLast().name(), "a tag that ends; the file is cut off");
    }
    return end;
  }

  private void skipTo(String sign) {
    int end = end(sign) + sign.length();
    lines(text.substring(place, end));
    place = end;
  }

  private void lines(String passed) {
    for (int i = 0; i < passed.length(); i++) {
      char sign = passed.charAt(i);
      boolean pair = sign == '\r' && i + 1 < passed.length() && passed.charAt(i + 1) == '\n';
      if (sign == '\n' || (sign == '\r' && !pair)) {
        line++;
      }
    }
  }

  private static String decoded(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&nbsp;", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&");
  }
}
