package io.daybook.books.channel;

import io.daybook.notices.Channel;
import io.daybook.notices.Delivery;
import io.daybook.notices.Destination;
import io.daybook.notices.Letter;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/**
 * The hub's topic.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>: a subject is ASCII, of one line
 *     and of fewer than 100 characters
 */
final class TopicChannel implements Channel {
  private static final int MAX_SUBJECT = 99;

  private final SnsClient sns;
  private final String topic;

  TopicChannel(SnsClient sns, String topic) {
    this.sns = sns;
    this.topic = topic;
  }

  @Override
  public Delivery send(Destination place, Letter letter) {
    try {
      var _ =
          sns.publish(request ->
              request
                  .topicArn(topic)
                  .subject(OneLine.ascii(letter.subject(), MAX_SUBJECT))
                  .message(letter.text()));
      return new Delivery.Sent();
    } catch (InvalidParameterException | NotFoundException | AuthorizationErrorException refused) {
      return new Delivery.Refused("SNS refuses it: " + refused.getClass().getSimpleName());
    } catch (AwsServiceException failed) {
      return new Delivery.Failed("SNS answered " + failed.statusCode());
    } catch (SdkException noAnswer) {
      return new Delivery.Failed("SNS did not answer: " + noAnswer.getClass().getSimpleName());
    }
  }
}
