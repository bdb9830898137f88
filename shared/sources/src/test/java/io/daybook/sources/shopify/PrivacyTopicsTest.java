package io.daybook.sources.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.platform.PersonalAsk;
import io.daybook.sources.platform.PersonalAsk.Person;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PrivacyTopicsTest {
  private static Optional<PersonalAsk> read(String topic, String body) {
    return new ShopifyPlatform().personalAsk(topic, body.getBytes(UTF_8));
  }

  @Test
  void aRequestNamesThePersonAndTheOrders() {
    String customer = "\"customer\":{\"id\":191167,\"email\":\"j@example.com\",\"phone\":null}";
    Set<String> names = Set.of("191167", "j@example.com");
    assertThat(
            read("customers/redact", "{\"shop_id\":1," + customer + ",\"orders_to_redact\":[7,8]}"))
        .contains(new PersonalAsk.Erase(new Person(names, Set.of("7", "8"))));
    assertThat(read("customers/data_request", "{" + customer + ",\"orders_requested\":[7]}"))
        .contains(new PersonalAsk.Show(new Person(names, Set.of("7"))));
    assertThat(read("shop/redact", "{\"shop_id\":1}")).contains(new PersonalAsk.EraseAll());
  }

  @Test
  void aRequestThatNamesNobodyIsNotTakenForDone() {
    for (String body : new String[] {"{}", "[]", "no JSON", "{\"customer\":{\"email\":\" \"}}"}) {
      assertThat(read("customers/redact", body)).as(body).isEmpty();
    }
    assertThat(read("orders/create", "{\"customer\":{\"id\":1}}")).isEmpty();
  }
}
