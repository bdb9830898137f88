package io.daybook.books.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.notices.Delivery;
import io.daybook.notices.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

final class MailAndTopicTest {
  private static final Destination OPS = new Destination.Mail("ops@example.com");

  /** A mail service that remembers, or fails as told. */
  private static final class Mails implements SesV2Client {
    private final List<SendEmailRequest> sent = new ArrayList<>();
    private Supplier<SendEmailResponse> answer = () -> SendEmailResponse.builder().build();

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
      sent.add(request);
      return answer.get();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  /** A topic that remembers, or fails as told. */
  private static final class Publishings implements SnsClient {
    private final List<PublishRequest> sent = new ArrayList<>();
    private Supplier<PublishResponse> answer = () -> PublishResponse.builder().build();

    @Override
    public PublishResponse publish(PublishRequest request) {
      sent.add(request);
      return answer.get();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private final Mails mails = new Mails();
  private final Publishings topic = new Publishings();
  private final MailChannel mail = new MailChannel(mails, "books@example.com");
  private final TopicChannel publishing =
      new TopicChannel(topic, "arn:aws:sns:eu-west-1:1:notices");

  @Test
  void aMailIsPlainTextFromTheHubToOneAddress() {
    assertThat(mail.send(OPS, Letters.of("[Daybook] Größe ±1", "It does not tie")))
        .isEqualTo(new Delivery.Sent());

    assertThat(mails.sent)
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.fromEmailAddress()).isEqualTo("books@example.com");
          assertThat(sent.destination().toAddresses()).containsExactly("ops@example.com");
          assertThat(sent.destination().ccAddresses()).isEmpty();
          assertThat(sent.content().simple().subject().data()).isEqualTo("[Daybook] Größe ±1");
          assertThat(sent.content().simple().body().text().data()).contains("It does not tie");
          assertThat(sent.content().simple().body().html()).isNull();
        });
  }

  @Test
  void aSubjectCannotCarryAHeader() {
    var _ = mail.send(OPS, Letters.of("One\r\nBcc: everybody@example.com\n\nbody\u2028x", "x"));
    assertThat(mails.sent.getFirst().content().simple().subject().data())
        .isEqualTo("One Bcc: everybody@example.com body x");

    var _ =
        publishing.send(new Destination.Topic(), Letters.of("Ä\r\nX: y " + "z".repeat(250), "x"));
    assertThat(topic.sent.getFirst().subject()).startsWith("? X: y zzz").hasSizeLessThan(100);
  }

  @Test
  void whatSesWillNeverTakeIsRefusedAndTheRestIsWorthAnotherTry() {
    mails.answer =
        () -> {
          throw MessageRejectedException.builder()
              .message("Email address ops@example.com is not verified")
              .awsErrorDetails(AwsErrorDetails.builder().errorCode("MessageRejected").build())
              .build();
        };
    assertThat(mail.send(OPS, Letters.of("a", "b")))
        .isEqualTo(new Delivery.Refused("SES refuses it: MessageRejected"));

    mails.answer =
        () -> {
          throw TooManyRequestsException.builder()
              .awsErrorDetails(AwsErrorDetails.builder().errorCode("TooManyRequests").build())
              .build();
        };
    assertThat(mail.send(OPS, Letters.of("a", "b")))
        .isEqualTo(new Delivery.Failed("SES answered TooManyRequests"));

    mails.answer =
        () -> {
          throw SdkClientException.create("unable to connect");
        };
    assertThat(mail.send(OPS, Letters.of("a", "b")))
        .isEqualTo(new Delivery.Failed("SES did not answer: SdkClientException"));
  }

  @Test
  void aTopicThatIsGoneIsRefused() {
    topic.answer =
        () -> {
          throw NotFoundException.builder().message("Topic does not exist").build();
        };
    assertThat(publishing.send(new Destination.Topic(), Letters.of("a", "b")))
        .isEqualTo(new Delivery.Refused("SNS refuses it: NotFoundException"));
  }
}
