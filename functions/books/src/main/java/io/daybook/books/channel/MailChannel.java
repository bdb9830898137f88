package io.daybook.books.channel;

import io.daybook.notices.Channel;
import io.daybook.notices.Delivery;
import io.daybook.notices.Destination;
import io.daybook.notices.Letter;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Plain-text mail by SES v2 from the hub's own sender. SES makes the headers of the fields given here; the subject is one
 * line and the address is one address before they get here, and both are checked once more.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 */
final class MailChannel implements Channel {
  private static final String UTF_8 = "UTF-8";

  /** RFC 5322 2.1.1: a line holds at most 998 characters; people see some 70. */
  private static final int MAX_SUBJECT = 200;

  private final SesV2Client ses;
  private final String from;

  MailChannel(SesV2Client ses, String from) {
    this.ses = ses;
    this.from = from;
  }

  @Override
  public Delivery send(Destination place, Letter letter) {
    if (!(place instanceof Destination.Mail(String address))) {
      throw new IllegalArgumentException(place + " is no mailbox");
    }
    try {
      var _ = ses.sendEmail(request(address, letter));
      return new Delivery.Sent();
    } catch (MessageRejectedException
        | MailFromDomainNotVerifiedException
        | BadRequestException refused) {
      return new Delivery.Refused("SES refuses it: " + code(refused));
    } catch (AwsServiceException failed) {
      return new Delivery.Failed("SES answered " + code(failed));
    } catch (SdkException noAnswer) {
      return new Delivery.Failed("SES did not answer: " + noAnswer.getClass().getSimpleName());
    }
  }

  private SendEmailRequest request(String address, Letter letter) {
    String subject = OneLine.of(letter.subject(), MAX_SUBJECT);
    return SendEmailRequest.builder()
        .fromEmailAddress(from)
        .destination(to -> to.toAddresses(address))
        .content(content ->
            content.simple(mail ->
                mail.subject(text -> text.data(subject).charset(UTF_8))
                    .body(body -> body.text(text -> text.data(letter.text()).charset(UTF_8)))))
        .build();
  }

  /** The service's word for it; its message may repeat addresses. */
  private static String code(AwsServiceException failed) {
    return failed.awsErrorDetails() == null
        ? Integer.toString(failed.statusCode())
        : failed.awsErrorDetails().errorCode();
  }
}
