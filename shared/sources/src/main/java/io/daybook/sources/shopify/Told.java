package io.daybook.sources.shopify;

import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An object as Shopify tells it, read under names that are right in either dialect. */
record Told(Field field, Dialect dialect) {
  private static final Name SHOP_MONEY = Name.of("shop_money");
  private static final Name CURRENCY_CODE = Name.of("currency_code");

  /** A field that must be there. */
  Field at(Name name) {
    return field.at(name.in(dialect));
  }

  /** A field that may be missing or null. */
  Optional<Field> maybe(Name name) {
    return field.maybe(name.in(dialect));
  }

  /** The object's own id, without what GraphQL puts before it. */
  String id() {
    return id(field.at("id"));
  }

  /** A list that must be there, even if empty: an array, or a connection that is complete. */
  List<Told> list(Name name) {
    return elements(at(name)).stream().map(one -> new Told(one, dialect)).toList();
  }

  /** The same, of a list that may be missing. */
  List<Told> maybeList(Name name) {
    return maybe(name).isPresent() ? list(name) : List.of();
  }

  /** An enumeration's value in lower case, as webhooks write them. */
  String word(Name name) {
    return at(name).text().toLowerCase(Locale.ROOT);
  }

  /** An amount in the shop's currency, of a field that holds it in the shop's and in the customer's. */
  Money shopMoney(Name name) {
    return shopMoney(at(name));
  }

  /** The same, of a field that may be missing. */
  Optional<Money> maybeShopMoney(Name name) {
    return maybe(name).map(this::shopMoney);
  }

  private Money shopMoney(Field set) {
    return set.at(SHOP_MONEY.in(dialect)).money("amount", CURRENCY_CODE.in(dialect));
  }

  /** The last part of {@code gid://shopify/Order/123}, or the id itself. */
  static String id(Field field) {
    String id = field.id();
    if (!id.startsWith("gid://")) {
      return id;
    }
    int query = id.indexOf('?');
    String path = query < 0 ? id : id.substring(0, query);
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (last.isBlank()) {
      throw field.expected("an id such as gid://shopify/Order/123");
    }
    return last;
  }

  private static List<Field> elements(Field list) {
    if (list.node().isArray()) {
      return list.list();
    }
    boolean cut =
        list.maybe("pageInfo")
            .flatMap(page -> page.maybe("hasNextPage"))
            .map(Field::flag)
            .orElse(Boolean.FALSE);
    if (cut) {
      throw list.expected("a complete list, all pages of it");
    }
    return list.list("nodes");
  }
}
