package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Refund;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.http.Limits;
import io.daybook.sources.Secret;
import io.daybook.sources.Translation;
import io.daybook.sources.shopify.ShopifySource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyRetrieverTest {
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-02T00:00:00.5Z");
  private static final String END = "'pageInfo':{'hasNextPage':false,'endCursor':'e'}";
  private static final String NOTHING = "{'data':{'inventoryItems':{" + END + ",'nodes':[]}}}";
  private static final String ITEM =
      "{'id':'gid://shopify/InventoryItem/7','sku':'CUP','updatedAt':'2026-10-01T10:00:00Z',"
          + "'unitCost':{'amount':'8.25','currencyCode':'USD'}}";
  private static final String NO_MONEY = "{'shopMoney':{'amount':'0.0','currencyCode':'USD'}}";

  private final List<Duration> pauses = new ArrayList<>();
  private ScriptedShop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new ScriptedShop();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Fetched fetch(String resource, Optional<String> cursor) {
    return retriever().fetch(shop.endpoint(), new Request(resource, FROM, TO, cursor));
  }

  private Fetched fetch(String resource) {
    return fetch(resource, Optional.empty());
  }

  private ShopifyRetriever retriever() {
    return retriever(Duration.ofSeconds(30));
  }

  private ShopifyRetriever retriever(Duration timeout) {
    return new ShopifyRetriever(
        new OkHttpClient(), new Limits(timeout, timeout, timeout), pauses::add, new Random(1));
  }

  private Fetched.Page page(String resource) {
    return (Fetched.Page) fetch(resource);
  }

  private static List<Fact> facts(PulledObject object) {
    Origin origin = Origin.parse("shopify:blue-cup.myshopify.com");
    return switch (new ShopifySource().translate(object.topic(), object.json().toArray(), origin)) {
      case Translation.Facts told -> told.facts();
      case Translation.Unknown unknown -> throw new AssertionError(unknown);
      case Translation.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  @Test
  void aSweepAsksForCostsBeforeOrdersAndForOrdersBeforeMoney() {
    assertThat(retriever().source()).isEqualTo("shopify");
    assertThat(retriever().resources())
        .containsExactly(
            "item-costs",
            "orders",
            "disputes",
            "balance-transactions",
            "payouts",
            "payout-transactions");
  }

  @Test
  @Tag("accounting-10")
  void aGiftCardThatPaysIsAskedWhetherAnybodyBoughtItAndTheReceiptIsTakenAway() {
    shop.answer(
            "{'data':{'orders':{"
                + END
                + ",'nodes':[{'id':'gid://shopify/Order/1','transactions':[{'gateway':'gift_card',"
                + "'receiptJson':'{\\'gift_card_id\\':77}'},{'gateway':'shopify_payments',"
                + "'receiptJson':'{\\'name\\':\\'Ada\\'}'}]}]}}}")
        .answer(
            "{'data':{'nodes':[{'id':'gid://shopify/GiftCard/77','order':null}],"
                + "'giftCards':{'nodes':[{'id':'gid://shopify/GiftCard/77'}]}}}");

    Fetched.Page page = page("orders");

    assertThat(shop.asked().get(1).variables().path("issued").asText())
        .isEqualTo("source:manual AND (id:77)");
    assertThat(new String(page.objects().getFirst().json().toArray(), UTF_8))
        .contains("\"giftCard\":{\"id\":\"gid://shopify/GiftCard/77\"", "\"issued\":true")
        .doesNotContain("receiptJson")
        .doesNotContain("Ada");
  }

  @Test
  void withoutTheScopeOrdersAreSweptAllTheSame() {
    shop.answer(
            "{'data':{'orders':{"
                + END
                + ",'nodes':[{'id':'gid://shopify/Order/1','transactions':[{'gateway':'gift_card',"
                + "'receiptJson':{'gift_card_id':77}}]}]}}}")
        .answer(
            "{'errors':[{'message':'Access denied','extensions':{'code':'ACCESS_DENIED'}}],"
                + "'data':{'nodes':[null]}}");

    assertThat(page("orders").objects()).hasSize(1);
  }

  @Test
  @Tag("failure-18")
  void aPageAsksForItsWindowInUtcWithTheTokenAndTheVersion() {
    shop.answer(
        "{'data':{'inventoryItems':{'pageInfo':{'hasNextPage':true,'endCursor':'abc'},'nodes':["
            + ITEM
            + "]}}}");

    Fetched.Page page = page("item-costs");

    assertThat(page.objects())
        .singleElement()
        .satisfies(object -> {
          assertThat(object.topic()).isEqualTo("pull/item-costs");
          assertThat(object.id()).isEqualTo("7");
          assertThat(new String(object.json().toArray(), UTF_8)).isEqualTo(ITEM.replace('\'', '"'));
        });
    ScriptedShop.Asked asked = shop.asked().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.path()).isEqualTo("/admin/api/2026-10/graphql.json");
    assertThat(asked.token()).containsExactly(ScriptedShop.TOKEN);
    assertThat(asked.query()).contains("inventoryItems(");
    assertThat(asked.variables().path("query").asText())
        .isEqualTo("updated_at:>='2026-10-01T00:00:00Z' AND updated_at:<'2026-10-02T00:00:01Z'");
    assertThat(asked.variables().has("after")).isFalse();
  }

  @Test
  void theCursorOfAPageBeginsTheNext() {
    shop.answer(
            "{'data':{'inventoryItems':{'pageInfo':{'hasNextPage':true,'endCursor':'ab:c='},'nodes':[]}}}")
        .answer(NOTHING);

    Optional<String> next = page("item-costs").next();
    Fetched last = fetch("item-costs", next);

    assertThat(last).isEqualTo(new Fetched.Page(List.of(), Optional.empty()));
    assertThat(shop.asked().get(1).variables().path("after").asText()).isEqualTo("ab:c=");
  }

  @Test
  void aPageThatGoesOnWithoutACursorIsRefused() {
    shop.answer(
        "{'data':{'inventoryItems':{'pageInfo':{'hasNextPage':true,'endCursor':null},'nodes':[]}}}");

    assertThat(fetch("item-costs")).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  @Tag("failure-39")
  void throttlingNamesHowLongThePointsTake() {
    shop.answer(
        "{'errors':[{'message':'Throttled','extensions':{'code':'THROTTLED'}}],'extensions':{'cost':{"
            + "'requestedQueryCost':552,'actualQueryCost':null,'throttleStatus':{'maximumAvailable':2000.0,"
            + "'currentlyAvailable':52,'restoreRate':100.0}}}}");

    assertThat(fetch("item-costs")).isEqualTo(new Fetched.Throttled(Duration.ofSeconds(5)));
  }

  @Test
  @Tag("failure-39")
  void tooManyRequestsNameTheirPause() {
    shop.answer(429, Map.of("Retry-After", "2.5"), "")
        .answer(429, Map.of("Retry-After", "soon"), "");

    assertThat(fetch("item-costs")).isEqualTo(new Fetched.Throttled(Duration.ofSeconds(3)));
    assertThat(fetch("item-costs")).isEqualTo(new Fetched.Throttled(Duration.ofSeconds(2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 402, 404, 301})
  void aRefusalIsNotTriedAgain(int status) {
    shop.answer(status, Map.of("Location", "http://127.0.0.1:1/"), "{\"errors\":\"no\"}");

    assertThat(fetch("item-costs")).isEqualTo(new Fetched.Refused(status, "HTTP " + status));
    assertThat(shop.asked()).hasSize(1);
  }

  @Test
  @Tag("failure-42")
  void anErrorInAnAnswerOf200IsARefusalWithoutTheToken() {
    shop.answer(
        "{'data':null,'errors':[{'message':'Access denied for orders with "
            + ScriptedShop.TOKEN
            + "','extensions':{'code':'ACCESS_DENIED'}}]}");

    assertThat(fetch("orders"))
        .isEqualTo(new Fetched.Refused(200, "ACCESS_DENIED: Access denied for orders with …"));
  }

  @Test
  @Tag("failure-42")
  void dataWithErrorsIsNoData() {
    shop.answer(
        "{'data':{'inventoryItems':{" + END + ",'nodes':[]}},'errors':[{'message':'half of it'}]}");

    assertThat(fetch("item-costs")).isEqualTo(new Fetched.Refused(200, "half of it"));
  }

  @Test
  void aFailingServerIsTriedAgainAfterAWhile() {
    shop.answer(502, Map.of(), "")
        .answer(
            "{'errors':[{'message':'Internal error','extensions':{'code':'INTERNAL_SERVER_ERROR'}}]}")
        .answer(NOTHING);

    assertThat(fetch("item-costs")).isInstanceOf(Fetched.Page.class);
    assertThat(pauses)
        .hasSize(2)
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofMillis(250), Duration.ofSeconds(1)));
  }

  @Test
  void aServerThatGoesOnFailingIsUnavailable() {
    for (int i = 0; i < 3; i++) {
      shop.answer(503, Map.of(), "");
    }

    assertThat(fetch("item-costs")).isEqualTo(new Fetched.Unavailable("HTTP 503, 3 times"));
  }

  @Test
  void noAnswerInTimeIsUnavailable() {
    Request request = new Request("item-costs", FROM, TO, Optional.empty());

    assertThat(retriever(Duration.ofMillis(100)).fetch(shop.endpoint(), request))
        .isInstanceOf(Fetched.Unavailable.class);
  }

  @Test
  void anAnswerThatIsNoJsonIsUnavailable() {
    for (int i = 0; i < 3; i++) {
      shop.answer(200, Map.of(), "<html>Please wait</html>");
    }

    assertThat(fetch("item-costs")).isInstanceOf(Fetched.Unavailable.class);
  }

  @Test
  void nobodyThereIsUnavailable() {
    Endpoint closed =
        new Endpoint(URI.create("http://127.0.0.1:1"), new Secret("t".getBytes(UTF_8)));

    assertThat(retriever().fetch(closed, new Request("orders", FROM, TO, Optional.empty())))
        .isInstanceOf(Fetched.Unavailable.class);
  }

  @Test
  void aTokenThatNoHeaderCanHoldIsRefusedUnsaid() {
    Endpoint odd =
        new Endpoint(URI.create("http://127.0.0.1:1"), new Secret("a\nb".getBytes(UTF_8)));

    assertThat(retriever().fetch(odd, new Request("orders", FROM, TO, Optional.empty())))
        .isEqualTo(new Fetched.Refused(0, "the address or the token cannot be used in a request"));
  }

  @Test
  void whatIsNotOursIsRefused() {
    assertThat(fetch("customers")).isInstanceOf(Fetched.Refused.class);
    assertThat(fetch("orders", Optional.of("nonsense"))).isInstanceOf(Fetched.Refused.class);
    assertThat(fetch("orders", Optional.of("9:x"))).isInstanceOf(Fetched.Refused.class);
    assertThat(shop.asked()).isEmpty();
  }

  @Test
  void aQueryTooDearIsAskedInSmallerPiecesFromThenOn() {
    String dear = "{'errors':[{'message':'too dear','extensions':{'code':'MAX_COST_EXCEEDED'}}]}";
    shop.answer(dear)
        .answer(dear)
        .answer(
            "{'data':{'inventoryItems':{'pageInfo':{'hasNextPage':true,'endCursor':'abc'},'nodes':[]}}}")
        .answer(NOTHING);

    Optional<String> next = page("item-costs").next();
    fetch("item-costs", next);

    assertThat(shop.asked())
        .extracting(asked -> asked.variables().path("first").asInt())
        .containsExactly(50, 20, 10, 10);
  }

  @Test
  void aQueryTooDearInItsSmallestPieceIsRefused() {
    Sizes.LADDER.forEach(size ->
        shop.answer("{'errors':[{'message':'dear','extensions':{'code':'MAX_COST_EXCEEDED'}}]}"));

    assertThat(fetch("orders")).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void aShopWithoutShopifyPaymentsHasNone() {
    shop.answer("{'data':{'shopifyPaymentsAccount':null}}");

    assertThat(fetch("balance-transactions"))
        .isEqualTo(new Fetched.Page(List.of(), Optional.empty()));
  }

  @Test
  void disputesAndPayoutsAreLookedForFurtherBack() {
    shop.answer("{'data':{'shopifyPaymentsAccount':null}}")
        .answer("{'data':{'shopifyPaymentsAccount':null}}");

    fetch("disputes");
    fetch("payouts");

    assertThat(shop.asked().get(0).variables().path("query").asText())
        .startsWith("initiated_at:>='2026-04-04");
    assertThat(shop.asked().get(1).variables().path("query").asText())
        .startsWith("issued_at:>='2026-09-17");
  }

  private static String line(int id) {
    return "{'id':'gid://shopify/LineItem/"
        + id
        + "','sku':null,'quantity':1,'isGiftCard':false,'requiresShipping':true,"
        + "'originalUnitPriceSet':"
        + NO_MONEY
        + ",'discountAllocations':[],'taxLines':[],'duties':[]}";
  }

  private static String connection(Optional<String> next, String... nodes) {
    String page =
        next.map(cursor -> "'pageInfo':{'hasNextPage':true,'endCursor':'" + cursor + "'}")
            .orElse(END);
    return "{" + page + ",'nodes':[" + String.join(",", nodes) + "]}";
  }

  private static String order(
      String lines, String agreements, String refunds, String fulfillments) {
    return "{'id':'gid://shopify/Order/5','name':'#5','test':false,'createdAt':'2026-10-01T10:00:00Z',"
        + "'processedAt':'2026-10-01T10:00:00Z','updatedAt':'2026-10-01T10:00:00Z','cancelledAt':null,"
        + "'taxesIncluded':false,'currencyCode':'USD','presentmentCurrencyCode':'USD','totalPriceSet':"
        + NO_MONEY
        + ",'totalTipReceivedSet':"
        + NO_MONEY
        + ",'shippingAddress':null,'billingAddress':null,'lineItems':"
        + lines
        + ",'shippingLines':"
        + connection(Optional.empty())
        + ",'agreements':"
        + agreements
        + ",'transactions':[],'refunds':["
        + refunds
        + "],'fulfillments':["
        + fulfillments
        + "]}";
  }

  @Test
  void listsWithinAnOrderAreReadToTheirEnd() {
    String parcelLine = "{'quantity':1,'lineItem':{'id':'gid://shopify/LineItem/1'}}";
    String refundLine =
        "{'quantity':1,'restockType':'RETURN','subtotalSet':"
            + NO_MONEY
            + ",'totalTaxSet':"
            + NO_MONEY
            + ",'lineItem':{'id':'gid://shopify/LineItem/1'}}";
    String none = connection(Optional.empty());
    String refund =
        "{'id':'gid://shopify/Refund/8','createdAt':'2026-10-01T10:00:00Z','processedAt':null,'duties':[],"
            + "'refundLineItems':"
            + connection(Optional.of("r1"), refundLine)
            + ",'refundShippingLines':"
            + none
            + ",'orderAdjustments':"
            + none
            + ",'transactions':"
            + none
            + "}";
    String parcel =
        "{'id':'gid://shopify/Fulfillment/4','status':'SUCCESS','createdAt':'2026-10-01T10:00:00Z',"
            + "'updatedAt':'2026-10-01T10:00:00Z','fulfillmentLineItems':"
            + connection(Optional.of("f1"), parcelLine)
            + "}";
    shop.answer(
            "{'data':{'orders':"
                + connection(
                    Optional.empty(),
                    order(connection(Optional.of("l1"), line(1)), none, refund, parcel))
                + "}}")
        .answer("{'data':{'order':{'lineItems':" + connection(Optional.of("l2"), line(2)) + "}}}")
        .answer("{'data':{'order':{'lineItems':" + connection(Optional.empty(), line(3)) + "}}}")
        .answer(
            "{'data':{'refund':{'refundLineItems':"
                + connection(Optional.empty(), refundLine)
                + "}}}")
        .answer(
            "{'data':{'fulfillment':{'fulfillmentLineItems':"
                + connection(Optional.empty(), parcelLine)
                + "}}}");

    List<Fact> facts = facts(page("orders").objects().getFirst());

    assertThat(facts)
        .filteredOn(OrderState.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(OrderState.class, state -> assertThat(state.lines()).hasSize(3));
    assertThat(facts)
        .filteredOn(Refund.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(Refund.class, one -> assertThat(one.lines()).hasSize(2));
    assertThat(facts)
        .filteredOn(Fulfilment.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(Fulfilment.class, one -> assertThat(one.lines()).hasSize(2));
    assertThat(shop.asked().get(1).variables().path("lineItemsAfter").asText()).isEqualTo("l1");
    assertThat(shop.asked().get(1).variables().path("agreements").asBoolean()).isFalse();
    assertThat(shop.asked().get(2).variables().path("lineItemsAfter").asText()).isEqualTo("l2");
    assertThat(shop.asked().get(3).variables().path("refundLineItemsAfter").asText())
        .isEqualTo("r1");
    assertThat(shop.asked().get(3).variables().has("sales")).isFalse();
    assertThat(shop.asked().get(4).variables().path("fulfillmentLineItemsAfter").asText())
        .isEqualTo("f1");
  }

  private static String edit(int id, Optional<String> next, int... lines) {
    String[] sales =
        IntStream.of(lines)
            .mapToObj(line ->
                "{'__typename':'ProductSale','actionType':'ORDER','quantity':1,'lineItem':{'id':"
                    + "'gid://shopify/LineItem/"
                    + line
                    + "'}}")
            .toArray(String[]::new);
    return "{'__typename':'OrderEditAgreement','id':'gid://shopify/OrderEditAgreement/"
        + id
        + "','happenedAt':"
        + "'2026-10-01T1"
        + id
        + ":00:00Z','reason':'ORDER_EDIT','sales':"
        + connection(next, sales)
        + "}";
  }

  @Test
  void anEditOfManyLinesIsReadWhole() {
    shop.answer(
            "{'data':{'orders':"
                + connection(
                    Optional.empty(),
                    order(
                        connection(Optional.empty(), line(1)),
                        connection(
                            Optional.empty(),
                            edit(1, Optional.empty(), 1),
                            edit(2, Optional.of("s1"), 1)),
                        "",
                        ""))
                + "}}")
        .answer(
            "{'data':{'order':{'agreements':"
                + connection(Optional.of("a1"), edit(1, Optional.empty(), 1))
                + "}}}")
        .answer(
            "{'data':{'order':{'agreements':"
                + connection(Optional.empty(), edit(2, Optional.empty(), 1, 2))
                + "}}}");

    List<Fact> facts = facts(page("orders").objects().getFirst());

    assertThat(facts)
        .filteredOn(OrderEdit.class::isInstance)
        .extracting(fact -> ((OrderEdit) fact).additions().size())
        .containsExactly(1, 2);
    assertThat(shop.asked().get(1).variables().path("agreementsAfter").isNull()).isTrue();
    assertThat(shop.asked().get(2).variables().path("agreementsAfter").asText()).isEqualTo("a1");
    assertThat(shop.asked().get(2).variables().path("sales").asInt()).isEqualTo(200);
  }

  private static String payout(String status) {
    return "{'id':'gid://shopify/ShopifyPaymentsPayout/77','status':'"
        + status
        + "','issuedAt':'2026-10-01T00:00:00Z','transactionType':'DEPOSIT','externalTraceId':null,"
        + "'net':{'amount':'1.00','currencyCode':'USD'}}";
  }

  private static String ledger(String type, int from, int to, Optional<String> next) {
    String money = "{'amount':'1.00','currencyCode':'USD'}";
    String nothing = "{'amount':'0.00','currencyCode':'USD'}";
    String nodes =
        IntStream.range(from, to)
            .mapToObj(id ->
                "{'id':'gid://shopify/ShopifyPaymentsBalanceTransaction/"
                    + id
                    + "','type':'"
                    + type
                    + "','test':false,'transactionDate':'2026-10-01T00:00:00Z','sourceType':null,'sourceId':null,"
                    + "'sourceOrderTransactionId':'9','amount':"
                    + money
                    + ",'fee':"
                    + nothing
                    + ",'net':"
                    + money
                    + ",'associatedPayout':{'id':null}}")
            .collect(Collectors.joining(","));
    return "{'data':{'shopifyPaymentsAccount':{'balanceTransactions':"
        + connection(next, nodes)
        + "}}}";
  }

  private static String payouts(Optional<String> next, String payout) {
    return "{'data':{'shopifyPaymentsAccount':{'payouts':" + connection(next, payout) + "}}}";
  }

  @Test
  void aPayoutIsListedWholeAndToldInChunks() {
    shop.answer(payouts(Optional.of("p1"), payout("PAID")))
        .answer(ledger("CHARGE", 0, 100, Optional.of("b1")))
        .answer(ledger("CHARGE", 100, 150, Optional.of("b2")))
        .answer(ledger("TRANSFER", 150, 151, Optional.empty()));

    Fetched.Page page = page("payout-transactions");

    assertThat(page.next()).contains("0:p1");
    List<PayoutManifest> chunks =
        page.objects().stream().map(object -> (PayoutManifest) facts(object).getFirst()).toList();
    assertThat(chunks).extracting(PayoutManifest::chunk).containsExactly(1, 2);
    assertThat(chunks).extracting(PayoutManifest::chunks).containsOnly(2);
    assertThat(chunks).extracting(PayoutManifest::version).containsOnly(150L);
    assertThat(chunks).extracting(chunk -> chunk.items().size()).containsExactly(100, 50);
    assertThat(shop.asked().get(1).variables().path("query").asText())
        .isEqualTo("payments_transfer_id:77");
    assertThat(shop.asked().get(1).query()).contains("hideTransfers: true");
  }

  @Test
  void aPayoutThatIsOnlyScheduledHasNoListYet() {
    shop.answer(payouts(Optional.of("p1"), payout("SCHEDULED")));

    assertThat(fetch("payout-transactions"))
        .isEqualTo(new Fetched.Page(List.of(), Optional.of("0:p1")));
  }

  @Test
  void anEmptyPayoutHasOneEmptyChunk() {
    shop.answer(payouts(Optional.empty(), payout("PAID")))
        .answer(ledger("CHARGE", 0, 0, Optional.empty()));

    assertThat(page("payout-transactions").objects())
        .singleElement()
        .satisfies(
            object -> assertThat(((PayoutManifest) facts(object).getFirst()).items()).isEmpty());
  }

  @Test
  @Tag("failure-39")
  void aThrottledListingWaitsForItsPointsAndGoesOn() {
    shop.answer(payouts(Optional.empty(), payout("PAID")))
        .answer(429, Map.of("Retry-After", "3"), "")
        .answer(ledger("CHARGE", 0, 1, Optional.empty()));

    assertThat(page("payout-transactions").objects()).hasSize(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  @Tag("failure-39")
  void aListingThatWouldWaitLongIsLeftForLater() {
    shop.answer(payouts(Optional.empty(), payout("PAID")))
        .answer(429, Map.of("Retry-After", "60"), "");

    assertThat(fetch("payout-transactions"))
        .isEqualTo(new Fetched.Throttled(Duration.ofSeconds(60)));
  }

  @Test
  void healthLooksForExactlyTheScopesThatTheAppAsksFor() {
    assertThat(ShopHealth.needed())
        .containsExactlyInAnyOrderElementsOf(io.daybook.sources.shopify.ShopifyPlatform.SCOPES);
  }
}
