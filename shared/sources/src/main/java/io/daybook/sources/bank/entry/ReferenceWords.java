package io.daybook.sources.bank.entry;

import io.daybook.events.Reference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a bank line that look like ids: at least six characters, a digit among them ({@code docs/decisions/0003}).
 * Left out are IBANs and mail addresses, which are somebody's, and everything beyond the first 200 words.
 */
public final class ReferenceWords {
  private static final int SHORTEST = 6;
  private static final int SHORTEST_NAME = 5;
  private static final Pattern NAME = Pattern.compile("\\p{L}{" + SHORTEST_NAME + ",}");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_.-]+");
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
  private static final Pattern IBAN = Pattern.compile("[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]{11,30}");
  private static final int LONGEST = 100;
  private static final int MOST = 200;

  private final Set<Reference> found = new LinkedHashSet<>();

  /**
   * An element that is an id by its definition: kept whole as well, whatever signs it is written with, unless people put
   * what may be a name in it ({@code MILLER/RENT/2026}).
   */
  public void addId(String text) {
    boolean whole =
        text.chars().noneMatch(Character::isWhitespace)
            && words(text).noneMatch(word -> isIban(word) || NAME.matcher(word).matches());
    if (whole) {
      add(text);
    }
    addText(text);
  }

  /** Free text, of which only the words are looked at: a whole like {@code /NAME/…/REMI/…} may hold a name. */
  public void addText(String text) {
    for (String part : SPACE.split(text, -1)) {
      if (part.indexOf('@') < 0) {
        words(part).forEach(this::add);
      }
    }
  }

  private static Stream<String> words(String text) {
    return BETWEEN.splitAsStream(text);
  }

  /** What was found, in the order of the text. */
  public List<Reference> references() {
    return new ArrayList<>(found);
  }

  private void add(String text) {
    String word = EDGES.matcher(text).replaceAll("");
    boolean likeId =
        word.length() >= SHORTEST
            && word.length() <= LONGEST
            && word.chars().anyMatch(c -> c >= '0' && c <= '9')
            && word.chars().noneMatch(c -> c == '@' || Character.isISOControl(c));
    if (likeId && !isIban(word) && found.size() < MOST) {
      found.add(new Reference(word));
    }
  }

  /** ISO 13616: the check digits make the rearranged number 1 modulo 97. */
  public static boolean isIban(String word) {
    if (!IBAN.matcher(word).matches()) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    (word.substring(4) + word.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }
}
