package io.daybook.storage.dynamodb;

import io.daybook.storage.LargeBodies;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores as a function opens them, once, before its first event: what is not looked for need not be waited for. */
public final class CloudDynamoDb {
  /** One try; DynamoDB answers within milliseconds or is not going to. */
  private static final Duration MAX_TRY = Duration.ofSeconds(2);

  /** A call with all its retries; below what platforms wait for an answer to a webhook. */
  private static final Duration MAX_CALL = Duration.ofSeconds(8);

  /** Keys in the environment, or, with SnapStart, an address to ask: Lambda gives one of the two. */
  private static final AwsCredentialsProvider OF_THE_ROLE =
      AwsCredentialsProviderChain.of(
          EnvironmentVariableCredentialsProvider.create(), ContainerCredentialsProvider.create());

  private CloudDynamoDb() {}

  /** The stores in the region and with the role of the function that runs. */
  public static DynamoDbStores open(Tables tables, LargeBodies large, Clock clock) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .credentialsProvider(OF_THE_ROLE)
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(configuration ->
                configuration
                    .retryStrategy(RetryMode.STANDARD)
                    .apiCallAttemptTimeout(MAX_TRY)
                    .apiCallTimeout(MAX_CALL))
            .build();
    return DynamoDbStores.cloud(client, tables, large, clock);
  }
}
