package io.daybook.storage.deployment;

import io.daybook.storage.LargeBodies;
import io.daybook.storage.S3Bodies;
import io.daybook.storage.dynamodb.CloudDynamoDb;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.S3Objects;
import io.daybook.storage.secrets.KmsKey;
import io.daybook.storage.secrets.RememberedSecrets;
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
  private static final String INBOX = "DAYBOOK_INBOX_TABLE";
  private static final String LEDGER = "DAYBOOK_LEDGER_TABLE";
  private static final String STATE = "DAYBOOK_STATE_TABLE";
  private static final String BODIES = "DAYBOOK_BODIES_BUCKET";
  private static final String STATEMENTS = "DAYBOOK_STATEMENTS_BUCKET";
  private static final String KEY = "DAYBOOK_KEY_ID";
  private static final String PREFIX = "DAYBOOK_FUNCTION_PREFIX";
  private static final String OWN_NAME = "AWS_LAMBDA_FUNCTION_NAME";

  private CloudDeployment() {}

  static Deployment open(Map<String, String> environment) {
    Tables tables =
        new Tables(
            value(environment, INBOX), value(environment, LEDGER), value(environment, STATE));
    S3Client s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
    LargeBodies bodies = new S3Bodies(s3, value(environment, BODIES), "");
    Clock clock = Clock.systemUTC();
    KmsClient kms = KmsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    return new Deployment(
        CloudDynamoDb.open(tables, bodies, clock),
        new RememberedSecrets(new KmsKey(kms, value(environment, KEY)), clock),
        new S3Objects(s3, value(environment, STATEMENTS)),
        new StreamImages(tables, bodies),
        clock,
        new EmbeddedMetrics(System.out, value(environment, OWN_NAME), clock),
        new LambdaInvoker(
            LambdaClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            value(environment, PREFIX)));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment variable " + name + " is missing");
    }
    return value;
  }
}
