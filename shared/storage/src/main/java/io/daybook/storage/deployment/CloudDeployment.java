package io.daybook.storage.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.items.DeploymentVariables;
import io.daybook.storage.LargeBodies;
import io.daybook.storage.S3Bodies;
import io.daybook.storage.dynamodb.CloudDynamoDb;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.ObjectStore;
import io.daybook.storage.objects.S3Objects;
import io.daybook.storage.secrets.KmsKey;
import io.daybook.storage.secrets.RememberedSecrets;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A deployment in an AWS account, as its functions' environment names it. Region and credentials are Lambda's own
 * variables.
 */
final class CloudDeployment {
  private static final String PREFIX = "DAYBOOK_FUNCTION_PREFIX";
  private static final String OWN_NAME = "AWS_LAMBDA_FUNCTION_NAME";

  private CloudDeployment() {}

  static ObjectStore drops(Map<String, String> environment) {
    return new S3Objects(
        S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        DeploymentVariables.value(environment, DeploymentVariables.DROPS));
  }

  static Deployment open(Map<String, String> environment) {
    Tables tables =
        new Tables(
            DeploymentVariables.value(environment, DeploymentVariables.INBOX),
            DeploymentVariables.value(environment, DeploymentVariables.LEDGER),
            DeploymentVariables.value(environment, DeploymentVariables.STATE));
    S3Client s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
    LargeBodies bodies =
        new S3Bodies(s3, DeploymentVariables.value(environment, DeploymentVariables.BODIES), "");
    Clock clock = Clock.systemUTC();
    KmsClient kms = KmsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    return new Deployment(
        CloudDynamoDb.open(tables, bodies, clock),
        new RememberedSecrets(
            new KmsKey(kms, DeploymentVariables.value(environment, DeploymentVariables.KEY)),
            clock),
        new S3Objects(s3, DeploymentVariables.value(environment, DeploymentVariables.STATEMENTS)),
        new StreamImages(tables, bodies),
        clock,
        new EmbeddedMetrics(
            // The standard output is the function's log, and takes lines as they are.
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
            DeploymentVariables.value(environment, OWN_NAME),
            clock),
        new LambdaInvoker(
            LambdaClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            DeploymentVariables.value(environment, PREFIX)));
  }
}
