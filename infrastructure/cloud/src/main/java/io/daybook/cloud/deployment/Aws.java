package io.daybook.cloud.deployment;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The services that a deployment talks to, in one region. Closing it closes their connections. */
public final class Aws implements AutoCloseable {
  /** A try may be answered eight times with "too fast" before the command gives up. */
  private static final int TRIES = 8;

  private static final Duration ONE_TRY = Duration.ofMinutes(10);

  private final Region region;
  private final SdkHttpClient http;
  private final StsClient sts;
  private final S3Client s3;
  private final CloudFormationClient stacks;
  private final LambdaClient lambda;
  private final CloudWatchClient metrics;
  private final DynamoDbClient tables;

  /**
   * How to reach AWS.
   *
   * @param credentials whose rights are used
   * @param endpoint another server that speaks AWS's protocols, for tests; empty for AWS
   * @param retries when and how often a call is tried again
   * @param observers see every call
   */
  public record Access(
      Region region,
      AwsCredentialsProvider credentials,
      Optional<URI> endpoint,
      RetryStrategy retries,
      List<ExecutionInterceptor> observers) {
    /** Copies the list. */
    public Access {
      observers = List.copyOf(observers);
    }

    /** As the environment says: AWS_PROFILE, AWS_ACCESS_KEY_ID, SSO, the instance's role. */
    public static Access ofEnvironment(Region region) {
      return new Access(
          region,
          DefaultCredentialsProvider.builder().build(),
          Optional.empty(),
          AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(TRIES).build(),
          List.of());
    }
  }

  private Aws(Access access) {
    region = access.region();
    http = UrlConnectionHttpClient.create();
    sts = ready(StsClient.builder(), access).build();
    s3 = ready(S3Client.builder(), access).forcePathStyle(access.endpoint().isPresent()).build();
    stacks = ready(CloudFormationClient.builder(), access).build();
    lambda = ready(LambdaClient.builder(), access).build();
    metrics = ready(CloudWatchClient.builder(), access).build();
    tables = ready(DynamoDbClient.builder(), access).build();
  }

  /** Opens it; no call is made yet. */
  public static Aws open(Access access) {
    return new Aws(access);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B ready(
      B builder, Access access) {
    ClientOverrideConfiguration.Builder override =
        ClientOverrideConfiguration.builder()
            .retryStrategy(access.retries())
            .apiCallAttemptTimeout(ONE_TRY);
    access.observers().forEach(override::addExecutionInterceptor);
    builder
        .region(access.region())
        .credentialsProvider(access.credentials())
        .overrideConfiguration(override.build())
        .httpClient(http);
    access.endpoint().ifPresent(builder::endpointOverride);
    return builder;
  }

  Region region() {
    return region;
  }

  StsClient sts() {
    return sts;
  }

  S3Client s3() {
    return s3;
  }

  CloudFormationClient stacks() {
    return stacks;
  }

  LambdaClient lambda() {
    return lambda;
  }

  CloudWatchClient metrics() {
    return metrics;
  }

  DynamoDbClient tables() {
    return tables;
  }

  @Override
  public void close() {
    sts.close();
    s3.close();
    stacks.close();
    lambda.close();
    metrics.close();
    tables.close();
    http.close();
  }
}
