package io.daybook.books.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.daybook.notices.Delivery;
import io.daybook.notices.Destination;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookChannelTest {
  private static final byte[] SECRET = "a secret of some length".getBytes(StandardCharsets.UTF_8);

  private record Received(String signature, String delivery, String body) {}

  private final List<Received> received = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private HttpsServer server;
  private OkHttpClient trusting = new OkHttpClient();
  private int status = 204;

  @BeforeEach
  void listen() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("hooks.example")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    HandshakeCertificates ours =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    trusting =
        new OkHttpClient.Builder()
            .sslSocketFactory(ours.sslSocketFactory(), ours.trustManager())
            .build();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ours.sslContext()));
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(
        new Received(
            exchange.getRequestHeaders().getFirst(WebhookChannel.SIGNATURE),
            exchange.getRequestHeaders().getFirst(WebhookChannel.DELIVERY),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    if (status == 302) {
      exchange.getResponseHeaders().add("Location", "/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private Delivery send(Dns names, Reach reach, Optional<byte[]> secret, String address) {
    Dns watched =
        host -> {
          asked.add(host);
          return names.lookup(host);
        };
    return new WebhookChannel(
            trusting, watched, reach, (_, _) -> secret, Clock.fixed(Letters.AT, ZoneOffset.UTC))
        .send(
            new Destination.Webhook(URI.create(address)),
            Letters.of("[Daybook] It does not tie", "It does not tie"));
  }

  private Delivery sendLocally() {
    return send(
        Dns.SYSTEM,
        Reach.ANYWHERE,
        Optional.of(SECRET),
        "https://localhost:" + server.getAddress().getPort() + "/daybook");
  }

  @Test
  void aReceiverCanCheckTheSignatureOverTheBytesAndKnowsTheLetterAgain() throws Exception {
    assertThat(sendLocally()).isEqualTo(new Delivery.Sent());

    Received got = received.getFirst();
    assertThat(got.signature())
        .isEqualTo(
            WebhookChannel.signature(
                SECRET, got.body().getBytes(StandardCharsets.UTF_8), Letters.AT))
        .startsWith("t=" + Letters.AT.getEpochSecond() + ",v1=");
    assertThat(got.delivery()).isEqualTo("0123456789abcdef0123456789abcdef");
    JsonNode body = new ObjectMapper().readTree(got.body());
    assertThat(body.path("book").asText()).isEqualTo("blue-cup");
    assertThat(body.path("notices").get(0).path("kind").asText()).isEqualTo("payout-does-not-tie");
    assertThat(body.path("notices").get(0).path("amount").asText()).isEqualTo("-17.27 USD");
  }

  @Test
  void theSignatureIsTheOneThatTheDocumentationComputes() {
    // printf '1763650920.{}' | openssl dgst -sha256 -hmac secret
    assertThat(
            WebhookChannel.signature(
                "secret".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                Instant.ofEpochSecond(1763650920)))
        .isEqualTo(
            "t=1763650920,v1=e1df8c4c65dc43a35ce0b613ad1a60b9c7788039a0b1061169ec44c919950951");
  }

  @Test
  void aRedirectIsNotFollowedAndNoReasonRepeatsWhatWasAnswered() {
    status = 302;
    assertThat(sendLocally()).isEqualTo(new Delivery.Refused("it answered 302"));
    assertThat(received).hasSize(1);
    status = 410;
    assertThat(sendLocally()).isEqualTo(new Delivery.Refused("it answered 410"));
    status = 503;
    assertThat(sendLocally()).isEqualTo(new Delivery.Failed("it answered 503"));
    status = 429;
    assertThat(sendLocally()).isEqualTo(new Delivery.Failed("it answered 429"));
  }

  @Test
  void withoutASecretNothingIsSent() {
    assertThat(send(Dns.SYSTEM, Reach.ANYWHERE, Optional.empty(), "https://localhost/x"))
        .isEqualTo(new Delivery.Refused("it has no secret to sign with"));
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:%d/",
        "https://127.1:%d/",
        "https://2130706433:%d/",
        "https://0x7f000001:%d/",
        "https://0177.0.0.1:%d/",
        "https://0.0.0.0:%d/",
        "https://[::1]:%d/",
        "https://[::ffff:127.0.0.1]:%d/",
        "https://[::ffff:7f00:1]:%d/",
        "https://[fe80::1]:%d/",
        "https://[fd00:ec2::254]:%d/",
        "https://[64:ff9b::7f00:1]:%d/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/",
        "https://192.168.1.1/",
        "https://100.64.0.1/",
        "https://localhost:%d/"
      })
  void nothingOnThisMachineOrInAPrivateNetworkIsAsked(String address) {
    String url = address.formatted(server.getAddress().getPort());
    Delivery delivery;
    try {
      delivery = send(Dns.SYSTEM, Reach.PUBLIC, Optional.of(SECRET), url);
    } catch (IllegalArgumentException notEvenAnAddress) {
      return;
    }
    assertThat(received).isEmpty();
    assertThat(delivery).isInstanceOfAny(Delivery.Refused.class, Delivery.Failed.class);
  }

  @Test
  void aNameThatLeadsInsideIsRefusedEvenIfItLeadsOutsideAsWell() throws Exception {
    List<InetAddress> both =
        List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getLoopbackAddress());
    assertThat(
            send(
                _ -> both,
                Reach.PUBLIC,
                Optional.of(SECRET),
                "https://hooks.example:" + server.getAddress().getPort() + "/"))
        .isEqualTo(new Delivery.Refused(NotInReach.REASON));
    assertThat(received).isEmpty();
  }

  @Test
  void theAddressThatWasCheckedIsTheOneThatIsAsked() {
    // A name that leads elsewhere the second time it is looked up gets no second time.
    Delivery delivery =
        send(
            _ ->
                asked.size() == 1
                    ? List.of(InetAddress.getLoopbackAddress())
                    : List.of(InetAddress.getByName("169.254.169.254")),
            Reach.ANYWHERE,
            Optional.of(SECRET),
            "https://hooks.example:" + server.getAddress().getPort() + "/");

    assertThat(delivery).isEqualTo(new Delivery.Sent());
    assertThat(asked).hasSize(1);
  }
}
