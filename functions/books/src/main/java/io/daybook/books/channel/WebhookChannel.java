package io.daybook.books.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.Book;
import io.daybook.notices.Channel;
import io.daybook.notices.Delivery;
import io.daybook.notices.Destination;
import io.daybook.notices.Letter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A POST of JSON to a program, signed: the header {@value #SIGNATURE} is {@code t=<seconds>,v1=<hex>}, where {@code v1} is
 * HMAC-SHA256 with the shared secret over the seconds, a full stop and the body. {@value #DELIVERY} is the letter's id,
 * under which the same letter may come once more.
 *
 * <p>What a host's name leads to is looked up once; every address must be in reach, and it is one of these very addresses
 * that is connected to, so that a name which leads elsewhere a moment later leads nowhere. Redirects are not followed, a
 * proxy is not used, the answer's body is not read.
 */
public final class WebhookChannel implements Channel {
  /** The header that carries the signature. */
  public static final String SIGNATURE = "Daybook-Signature";

  /** The header that carries the letter's id. */
  public static final String DELIVERY = "Daybook-Delivery";

  private static final ObjectMapper MAPPER = FactJson.mapper();
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ALTOGETHER = Duration.ofSeconds(10);

  /** Where the secret of an address is, deciphered only to sign. */
  @FunctionalInterface
  public interface Secrets {
    /** The secret that a book's notices to an address are signed with. */
    Optional<byte[]> of(Book book, URI address);
  }

  private record Body(
      String id, String book, Instant at, String subject, List<Letter.Told> notices) {}

  private final OkHttpClient client;
  private final Reach reach;
  private final Secrets secrets;
  private final Clock clock;

  /** A channel for hosts in reach. */
  public WebhookChannel(Reach reach, Secrets secrets, Clock clock) {
    this(new OkHttpClient(), Dns.SYSTEM, reach, secrets, clock);
  }

  WebhookChannel(OkHttpClient client, Dns names, Reach reach, Secrets secrets, Clock clock) {
    this.client =
        client
            .newBuilder()
            .dns(host -> inReach(host, names, reach))
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            // Nothing is kept open between runs that are minutes apart.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(CONNECT)
            .callTimeout(ALTOGETHER)
            .build();
    this.reach = reach;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public Delivery send(Destination place, Letter letter) {
    if (!(place instanceof Destination.Webhook(URI address))) {
      throw new IllegalArgumentException(place + " is no webhook");
    }
    Optional<HttpUrl> url = Optional.ofNullable(HttpUrl.get(address));
    if (url.isEmpty() || !url.get().isHttps()) {
      return new Delivery.Refused("it is no HTTPS address");
    }
    Optional<byte[]> secret = secrets.of(letter.book(), address);
    if (secret.isEmpty()) {
      return new Delivery.Refused("it has no secret to sign with");
    }
    if (isLiteral(url.get().host()) && !literalInReach(url.get().host())) {
      return new Delivery.Refused(NotInReach.REASON);
    }
    byte[] body = body(letter);
    Request request =
        new Request.Builder()
            .url(url.get())
            .header("User-Agent", "Daybook")
            .header(SIGNATURE, signature(secret.get(), body, clock.instant()))
            .header(DELIVERY, letter.id())
            .post(RequestBody.create(body, JSON))
            .build();
    return post(request);
  }

  private Delivery post(Request request) {
    try (Response answer = client.newCall(request).execute()) {
      if (answer.isSuccessful()) {
        return new Delivery.Sent();
      }
      boolean again = answer.code() >= 500 || answer.code() == 408 || answer.code() == 429;
      String reason = "it answered " + answer.code();
      return again ? new Delivery.Failed(reason) : new Delivery.Refused(reason);
    } catch (NotInReach forbidden) {
      return new Delivery.Refused(NotInReach.REASON);
    } catch (UnknownHostException unknown) {
      return new Delivery.Failed("its host's name is not known");
    } catch (SSLException untrusted) {
      return new Delivery.Failed("its certificate is not trusted");
    } catch (IOException noAnswer) {
      return new Delivery.Failed("it did not answer: " + noAnswer.getClass().getSimpleName());
    }
  }

  /** The addresses of a name, if every one is in reach: one that is not makes the name one that should not be asked. */
  private static List<InetAddress> inReach(String host, Dns names, Reach reach)
      throws UnknownHostException {
    List<InetAddress> addresses = names.lookup(host);
    if (reach == Reach.PUBLIC && !addresses.stream().allMatch(PublicAddress::is)) {
      throw new NotInReach();
    }
    return addresses;
  }

  /** OkHttp asks no {@link Dns} for a host that is an address. */
  private static boolean isLiteral(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  private boolean literalInReach(String host) {
    try {
      return reach == Reach.ANYWHERE || PublicAddress.is(InetAddress.getByName(host));
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  private static byte[] body(Letter letter) {
    try {
      return MAPPER.writeValueAsBytes(
          new Body(
              letter.id(), letter.book().name(), letter.at(), letter.subject(), letter.notices()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("letter " + letter.id() + " cannot be written", e);
    }
  }

  static String signature(byte[] secret, byte[] body, Instant at) {
    long seconds = at.getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
