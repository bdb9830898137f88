package io.daybook.sources.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A place in a JSON message that knows its path. Every reading that fails throws {@link FieldProblem}.
 *
 * <p>Example: {@code order.at("total_price_set").at("shop_money").money("amount", "currency_code")}.
 */
public final class Field {
  /** No platform sends an amount or rate longer than this; longer ones would only cost time. */
  private static final int MOST_DIGITS = 40;

  /** Leaves room for what is put before or after an id to make a key of it. */
  private static final int LONGEST_ID = 150;

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private final JsonNode node;
  private final String path;

  Field(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** The root of a message that was read elsewhere. */
  public static Field root(JsonNode node) {
    return new Field(node, "");
  }

  /** Where it is, such as {@code refunds[0].id}; {@code $} for the message itself. */
  public String path() {
    return path.isEmpty() ? "$" : path;
  }

  /** The JSON itself. */
  public JsonNode node() {
    return node;
  }

  /** A problem with this field, to be thrown. */
  public FieldProblem expected(String what) {
    return new FieldProblem(path(), what);
  }

  /** A field that must be there and not null. */
  public Field at(String name) {
    return maybe(name).orElseThrow(() -> new FieldProblem(child(name), "a value"));
  }

  /** A field that may be missing or null. */
  public Optional<Field> maybe(String name) {
    requireObject();
    JsonNode value = node.get(name);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new Field(value, child(name)));
  }

  /** The elements of this array. */
  public List<Field> list() {
    if (!node.isArray()) {
      throw expected("a list");
    }
    List<Field> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new Field(node.get(i), path + "[" + i + "]"));
    }
    return elements;
  }

  /** The elements of an array that must be there. */
  public List<Field> list(String name) {
    return at(name).list();
  }

  /** The elements of an array that may be missing or null: then none. */
  public List<Field> maybeList(String name) {
    return maybe(name).map(Field::list).orElse(List.of());
  }

  /** A text, which may be empty. */
  public String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  /** An id: a text that is not blank and holds no control character, or a whole number as its digits. */
  public String id() {
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue().toString();
    }
    String text = text();
    if (text.isBlank()
        || text.length() > LONGEST_ID
        || text.chars().anyMatch(Character::isISOControl)) {
      throw expected("an id of at most " + LONGEST_ID + " characters");
    }
    return text;
  }

  /** True or false. */
  public boolean flag() {
    if (!node.isBoolean()) {
      throw expected("true or false");
    }
    return node.booleanValue();
  }

  /** A whole number. */
  public long integer() {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw expected("a whole number");
    }
    return node.longValue();
  }

  /** A whole number that fits an int. */
  public int count() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw expected("a whole number");
    }
    return node.intValue();
  }

  /** An exact decimal, written as a number or as a text such as {@code "10.00"}. */
  public BigDecimal decimal() {
    BigDecimal value = node.isTextual() ? parsed(node.textValue()) : number();
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw expected("a decimal of at most " + MOST_DIGITS + " digits");
    }
    return value;
  }

  /** A time with its offset, ISO 8601, of the years 1970 to 9999. */
  public Instant instant() {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text());
      if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
        throw expected("a time of the years " + FIRST_YEAR + " to " + LAST_YEAR);
      }
      return time.toInstant();
    } catch (DateTimeException e) {
      throw expected("a time such as 2026-10-05T14:03:00Z");
    }
  }

  /** An ISO 4217 code in capitals. */
  public CurrencyCode currency() {
    return parse(CurrencyCode::new, "a currency such as USD");
  }

  /** A decimal in major units as minor units with the currency's ISO 4217 decimals. */
  public long minor(CurrencyCode currency) {
    try {
      return Money.ofMajor(decimal(), currency).minor();
    } catch (ArithmeticException e) {
      throw expected("an amount with at most " + Decimals.iso(currency) + " decimals");
    }
  }

  /** An object of an amount in major units and its currency. */
  public Money money(String amountName, String currencyName) {
    CurrencyCode currency = at(currencyName).currency();
    return new Money(at(amountName).minor(currency), currency);
  }

  /** A typed id or code of this field's {@link #id}; what the type refuses is a problem of this field. */
  public <T> T parse(Function<String, T> parser, String expected) {
    String text = id();
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new FieldProblem(path(), expected);
    }
  }

  /** A value made of several fields of this object; what it refuses is a problem of this object. */
  public <T> T make(String expected, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new FieldProblem(path(), expected);
    }
  }

  private void requireObject() {
    if (!node.isObject()) {
      throw expected("an object");
    }
  }

  private BigDecimal number() {
    if (!node.isNumber()) {
      throw expected("a decimal");
    }
    return node.decimalValue();
  }

  private BigDecimal parsed(String text) {
    if (!text.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?")) {
      throw expected("a decimal");
    }
    return new BigDecimal(text);
  }

  private String child(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  @Override
  public String toString() {
    return path();
  }
}
