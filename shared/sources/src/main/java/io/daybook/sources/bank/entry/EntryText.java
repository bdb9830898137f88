package io.daybook.sources.bank.entry;

import io.daybook.events.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gathers what an entry says in words: what is an id by the format's own definition, what is free text, and what tells two
 * entries apart and is not looked at otherwise (names, account numbers of others).
 */
public final class EntryText {
  private static final int LONGEST_CODE = 100;
  private final ReferenceWords words = new ReferenceWords();
  private final List<String> texts = new ArrayList<>();

  /** An id, unless it is a word that stands for none. */
  public void id(String text) {
    String id = text.strip();
    if (!id.isEmpty() && !isNone(id)) {
      words.addId(id);
    }
    texts.add(id);
  }

  /** An id that the bank may give another value in the next telling: kept, and no part of what tells entries apart. */
  public void passingId(String text) {
    String id = text.strip();
    if (!id.isEmpty() && !isNone(id)) {
      words.addId(id);
    }
  }

  /** Free text. */
  public void text(String text) {
    words.addText(text);
    texts.add(text);
  }

  /** Who it was with: tells entries apart, and none of it is kept. */
  public void party(String text) {
    texts.add(text);
  }

  /** The ids found. */
  public List<Reference> references() {
    return words.references();
  }

  /** Tells this text from others. */
  public String digest() {
    return TextDigest.ofWords(texts);
  }

  /** A code short enough to be one, else none. */
  public static String code(String text) {
    return text.length() <= LONGEST_CODE ? text : "";
  }

  private static boolean isNone(String id) {
    return switch (id.toUpperCase(Locale.ROOT)) {
      case "NONREF", "NOTPROVIDED", "EREF", "KREF", "NOREF" -> true;
      default -> false;
    };
  }
}
