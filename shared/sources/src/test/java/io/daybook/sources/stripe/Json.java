package io.daybook.sources.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Stripe's objects for tests, written with single quotes. */
final class Json {
  private Json() {}

  static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }

  static String event(String type, String object) {
    return "{'id':'evt_1Q','object':'event','api_version':'2026-07-29.dahlia','created':1791900000,'livemode':true,"
        + "'type':'"
        + type
        + "','data':{'object':"
        + object
        + "}}";
  }

  static String charge(String more) {
    return "{'id':'ch_3Q','object':'charge','amount':12000,'amount_captured':10584,'currency':'usd','created':1791200000,"
        + "'livemode':true,'paid':true,'captured':true,'balance_transaction':'txn_3Q','billing_details':{'name':'J'}"
        + more
        + "}";
  }

  static String dispute(String status, String more) {
    return "{'id':'du_1Q','object':'dispute','amount':10584,'currency':'usd','created':1791300000,'livemode':true,"
        + "'charge':'ch_3Q','reason':'fraudulent','status':'"
        + status
        + "'"
        + more
        + "}";
  }

  static String payout(String status, String more) {
    return "{'id':'po_1Q','object':'payout','amount':500000,'currency':'usd','created':1791400000,'livemode':true,"
        + "'automatic':true,'statement_descriptor':'STRIPE1','arrival_date':1791500000,'status':'"
        + status
        + "'"
        + more
        + "}";
  }

  static String transaction(
      String category, String type, long amount, long fee, String feeDetails, String source) {
    return "{'id':'txn_3Q','object':'balance_transaction','amount':"
        + amount
        + ",'currency':'usd','created':1791200000,'fee':"
        + fee
        + ",'fee_details':["
        + feeDetails
        + "],'net':"
        + (amount - fee)
        + ",'reporting_category':'"
        + category
        + "','type':'"
        + type
        + "','source':"
        + source
        + "}";
  }

  static String feeDetail(String type, long amount) {
    return "{'amount':" + amount + ",'currency':'usd','type':'" + type + "','description':'d'}";
  }
}
