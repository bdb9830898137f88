package io.daybook.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.events.Origin;

/**
 * What a log is about: a kind, whose, and which, such as {@code order/shopify:blue-cup.myshopify.com/450789469}.
 *
 * @param kind what it is
 * @param origin whose id it is
 * @param id the platform's id
 */
public record SubjectId(Kind kind, Origin origin, String id) {
  /** The kinds of subjects. */
  public enum Kind {
    /** A sale: order, payments as the shop tells them, parcels, refunds, lost disputes. */
    ORDER("order"),
    /** A line of a processor's ledger. */
    TRANSACTION("transaction"),
    /** A payout and its manifest. */
    PAYOUT("payout"),
    /** A dispute; posts nothing itself. */
    DISPUTE("dispute"),
    /** A bank line. */
    BANK_LINE("bank-line"),
    /** A bank statement; posts nothing. */
    BANK_STATEMENT("bank-statement"),
    /** What an item costs, by date; posts nothing. */
    ITEM("item"),
    /** Opening balances. */
    OPENING("opening"),
    /** Money that nobody claimed. */
    UNCLAIMED("unclaimed"),
    /** A month: fenced, closed, opened again; posts nothing. */
    PERIOD("period"),
    /** An entry that a person made. */
    MANUAL("manual"),
    /** The one reversal of an entry. */
    REVERSAL("reversal"),
    /** What people did on a day; posts nothing. */
    AUDIT("audit"),
    /** A shipping label and its adjustments. */
    LABEL("label"),
    /** A top-up of a postage wallet. */
    WALLET("wallet"),
    /** A claim for a lost parcel. */
    CLAIM("claim"),
    /** What a carrier collected on delivery. */
    REMITTANCE("remittance"),
    /** A carrier's or supplier's bill. */
    BILL("bill"),
    /** Goods received. */
    RECEIPT("receipt"),
    /** An adjustment of stock. */
    STOCK("stock"),
    /** An affiliate's commission. */
    COMMISSION("commission"),
    /** A movement of a cash drawer. */
    CASH("cash"),
    /** A processor's loan. */
    LOAN("loan"),
    /** A tax return. */
    TAX_RETURN("tax-return"),
    /** A month-end estimate that reverses itself. */
    ACCRUAL("accrual"),
    /** Card money that lapsed. */
    BREAKAGE("breakage"),
    /** Credit that a shop gave beside any order. */
    STORE_CREDIT("store-credit"),
    /** A pair of currencies in a month: its rates; posts nothing. */
    RATE("rate"),
    /** What two currencies, or two values of one, left open under a reference. */
    EXCHANGE("exchange");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As keys write it. */
    public String code() {
      return code;
    }

    static Kind parse(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of subject is called '" + code + "'");
    }
  }

  /** The inverse of {@link #toString}. */
  @JsonCreator
  public static SubjectId parse(String text) {
    String[] parts = text.split("/", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "subject is '" + text + "', expected kind/platform:account/id");
    }
    return new SubjectId(Kind.parse(parts[0]), Origin.parse(parts[1]), parts[2]);
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.code + "/" + origin + "/" + id;
  }
}
