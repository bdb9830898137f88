package io.daybook.storage.dynamodb;

import io.daybook.storage.LargeBodies;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stores on a DynamoDB Local that runs on this machine: makes the tables, which the cloud gets from its stack. */
public final class LocalDynamoDb {
  private static final Duration MAX_CALL = Duration.ofSeconds(20);

  /** DynamoDB Local checks no signature, but wants one. */
  private static final AwsCredentialsProvider ANYBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("daybook", "daybook"));

  private LocalDynamoDb() {}

  /**
   * Opens the stores, making the tables that are not there.
   *
   * @param endpoint such as {@code http://127.0.0.1:8000}
   */
  public static DynamoDbStores open(URI endpoint, Tables tables, LargeBodies large, Clock clock) {
    return open(endpoint, tables, large, clock, UrlConnectionHttpClient.create());
  }

  /** The same with another HTTP client for the tables. */
  static DynamoDbStores open(
      URI endpoint, Tables tables, LargeBodies large, Clock clock, SdkHttpClient http) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYBODY)
            .httpClient(http)
            .overrideConfiguration(configuration -> configuration.apiCallTimeout(MAX_CALL))
            .build();
    TableCreation.ensure(client, tables);
    DynamoDbStreamsClient streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYBODY)
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(configuration -> configuration.apiCallTimeout(MAX_CALL))
            .build();
    return DynamoDbStores.withFeed(client, streams, tables, large, clock);
  }
}
