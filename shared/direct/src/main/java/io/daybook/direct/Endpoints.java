package io.daybook.direct;

import io.daybook.items.DeploymentVariables;
import java.net.URI;
import java.util.Map;

/**
 * Where the region's services answer. {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code …_S3}, {@code …_KMS} or {@code
 * AWS_ENDPOINT_URL} in the environment say otherwise, as they do to AWS's own SDKs.
 */
public final class Endpoints {
  private final Map<String, String> environment;
  private final String region;

  private Endpoints(Map<String, String> environment, String region) {
    this.environment = environment;
    this.region = region;
  }

  /**
   * Those of the region that {@code AWS_REGION} names.
   *
   * @throws IllegalStateException if it names none
   */
  public static Endpoints of(Map<String, String> environment) {
    return new Endpoints(environment, DeploymentVariables.value(environment, "AWS_REGION"));
  }

  /** Such as {@code eu-central-1}. */
  public String region() {
    return region;
  }

  /** DynamoDB's. */
  public URI dynamoDb() {
    return service("dynamodb", "AWS_ENDPOINT_URL_DYNAMODB");
  }

  /** KMS's. */
  public URI kms() {
    return service("kms", "AWS_ENDPOINT_URL_KMS");
  }

  /** A bucket's, ending in {@code /}: a host of its own at AWS, a folder of the host elsewhere. */
  public URI bucket(String bucket) {
    String said = said("AWS_ENDPOINT_URL_S3");
    return said.isEmpty()
        ? URI.create("https://" + bucket + ".s3." + region + "." + domain() + "/")
        : URI.create(withSlash(said) + bucket + "/");
  }

  private URI service(String name, String variable) {
    String said = said(variable);
    return said.isEmpty()
        ? URI.create("https://" + name + "." + region + "." + domain() + "/")
        : URI.create(withSlash(said));
  }

  private String said(String variable) {
    String general = environment.getOrDefault("AWS_ENDPOINT_URL", "");
    return environment.getOrDefault(variable, general);
  }

  private static String withSlash(String address) {
    return address.endsWith("/") ? address : address + "/";
  }

  private String domain() {
    return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  }
}
