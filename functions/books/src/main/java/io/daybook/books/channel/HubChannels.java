package io.daybook.books.channel;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.notices.Channel;
import io.daybook.notices.Channels;
import io.daybook.notices.Destination;
import io.daybook.notices.WebhookSecrets;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.secrets.SecretBox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** The channels of a hub, in the cloud and on one machine. */
public final class HubChannels {
  /** The address that mail comes from; without it there is no mail. */
  static final String MAIL_FROM = "DAYBOOK_MAIL_FROM";

  /** The ARN of the topic; without it there is none. */
  static final String TOPIC = "DAYBOOK_NOTICES_TOPIC";

  /** {@code allow} lets webhooks of a hub on one machine lead to private addresses. The cloud does not read it. */
  public static final String PRIVATE_WEBHOOKS = "DAYBOOK_PRIVATE_WEBHOOKS";

  /** The file in a hub's folder. */
  public static final String FILE = "notices.log";

  /** Under this name webhook secrets are enciphered; nothing is stored under it. */
  private static final ConnectionName BOX = new ConnectionName("notices");

  private HubChannels() {}

  /** In the cloud, as the function's environment names them. */
  public static Channels cloud(Map<String, String> environment, Deployment deployment) {
    Optional<String> from = value(environment, MAIL_FROM);
    Optional<String> topic = value(environment, TOPIC);
    return new Channels(
        from.<Channel>map(address -> new MailChannel(ses(), address))
            .orElseGet(
                () -> Channel.missing("this hub sends no mail: " + MAIL_FROM + " is not set")),
        topic
            .<Channel>map(arn -> new TopicChannel(sns(), arn))
            .orElseGet(() -> Channel.missing("this hub has no topic: " + TOPIC + " is not set")),
        webhook(Reach.PUBLIC, deployment),
        Channel.missing("a hub in the cloud writes no file"),
        topic.<List<Destination>>map(_ -> List.of(new Destination.Topic())).orElseGet(List::of));
  }

  /**
   * On one machine: what would be mailed or published is written to {@value #FILE} as well, for there is no mail service.
   *
   * @param folder the hub's
   */
  public static Channels local(
      Path folder, Map<String, String> environment, Deployment deployment) {
    Channel file = new FileChannel(folder.resolve(FILE));
    Reach reach =
        value(environment, PRIVATE_WEBHOOKS).filter("allow"::equals).isPresent()
            ? Reach.ANYWHERE
            : Reach.PUBLIC;
    return new Channels(
        file, file, webhook(reach, deployment), file, List.of(new Destination.Log()));
  }

  /** The box in which a book's webhook secrets are sealed. */
  public static SecretBox box(Deployment deployment, Book book) {
    return deployment.secrets().of(book, BOX);
  }

  private static Channel webhook(Reach reach, Deployment deployment) {
    return new WebhookChannel(
        reach,
        (book, address) ->
            new WebhookSecrets(deployment.stores().state(book))
                .find(address)
                .map(sealed -> box(deployment, book).open(sealed)),
        deployment.clock());
  }

  private static SesV2Client ses() {
    return SesV2Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  private static SnsClient sns() {
    return SnsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
