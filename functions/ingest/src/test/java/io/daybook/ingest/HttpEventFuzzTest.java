package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.sources.HookAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes come, they are an event or broken input. The seeds run with every test; {@code JAZZER_FUZZ=1} searches
 * for more.
 */
class HttpEventFuzzTest {
  private static final byte[] EVENT = Webhook.shopify("/hooks/shopify/a.b", "hush", "{\"id\":1}");

  @FuzzTest
  void anyBytesAreAnEventOrRefused(byte[] bytes) {
    HttpEvent event;
    try {
      event = HttpEvent.read(new ByteArrayInputStream(bytes));
    } catch (IOException refused) {
      return;
    }
    assertThat(HookAddress.parse(event.path())).isNotNull();
    assertThat(event.body()).isNotNull();
    assertThat(event.headers().get("x-shopify-topic")).isNotNull();
  }

  @Test
  void anEventCutAnywhereIsRefusedAndOneChangedAnywhereIsReadOrRefused() {
    for (int length = 0; length < EVENT.length; length++) {
      byte[] cut = Arrays.copyOf(EVENT, length);
      assertThatThrownBy(() -> HttpEvent.read(new ByteArrayInputStream(cut)))
          .as("cut at %d", length)
          .isInstanceOf(IOException.class);
    }
    Random random = new Random(20250301);
    for (int round = 0; round < 1_000; round++) {
      byte[] changed = EVENT.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      anyBytesAreAnEventOrRefused(changed);
    }
  }

  @Test
  void membersOfOtherTypesThanExpectedArePassedOver() throws IOException {
    HttpEvent event =
        HttpEvent.read(
            new ByteArrayInputStream(
                "{\"headers\":null,\"requestContext\":[],\"body\":{},\"rawPath\":7,\"isBase64Encoded\":\"yes\",\"x\":[[{}]]}"
                    .getBytes(UTF_8)));
    assertThat(event.path()).isEmpty();
    assertThat(event.method()).isEmpty();
    assertThat(event.body()).isEmpty();
  }

  @Test
  void aBodyThatIsNotEncodedIsTakenAsUtf8() throws IOException {
    HttpEvent event =
        HttpEvent.read(
            new ByteArrayInputStream(
                "{\"body\":\"käse\",\"isBase64Encoded\":false,\"headers\":{\"X-A\":\"b\",\"c\":[1]}}"
                    .getBytes(UTF_8)));
    assertThat(event.body()).isEqualTo("käse".getBytes(UTF_8));
    assertThat(event.headers().get("x-a")).contains("b");
  }
}
