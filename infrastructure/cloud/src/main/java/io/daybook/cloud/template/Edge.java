package io.daybook.cloud.template;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** CloudFront under a name of one's own: webhooks to {@code ingest}, everything else to {@code portal}; nothing is cached. */
final class Edge {
  private static final int HSTS_DAYS = 365;

  private final OwnDomain domain;
  private final Distribution distribution;

  Edge(Construct scope, OwnDomain domain, String ingest, String portal, Bucket logs) {
    this.domain = domain;
    ResponseHeadersPolicy headers = headers(scope);
    this.distribution =
        Distribution.Builder.create(scope, "Edge")
            .comment("Daybook at " + domain.name())
            .domainNames(List.of(domain.name()))
            .certificate(
                Certificate.fromCertificateArn(scope, "Certificate", domain.certificateArn()))
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .httpVersion(HttpVersion.HTTP2_AND_3)
            // Platforms send from North America and Europe.
            .priceClass(PriceClass.PRICE_CLASS_100)
            .enableLogging(true)
            .logBucket(logs)
            .logFilePrefix("edge/")
            .defaultBehavior(behaviour(portal, headers, ViewerProtocolPolicy.REDIRECT_TO_HTTPS))
            .additionalBehaviors(
                Map.of("/hooks/*", behaviour(ingest, headers, ViewerProtocolPolicy.HTTPS_ONLY)))
            .build();
    Nag.except(
        distribution,
        "CFR1",
        "Platforms send from wherever they like; a block by country loses webhooks.");
    Nag.except(
        distribution,
        "CFR2",
        "A firewall costs $0.60 per million requests and $6 a month, and what it would let through is verified by"
            + " signature anyway. Who wants one attaches it here.");
  }

  String name() {
    return domain.name();
  }

  /** Where the domain's CNAME or alias must point. */
  String target() {
    return distribution.getDistributionDomainName();
  }

  /** Host stays the function's own, which Lambda tells its functions apart by. */
  private static BehaviorOptions behaviour(
      String host, ResponseHeadersPolicy headers, ViewerProtocolPolicy protocol) {
    return BehaviorOptions.builder()
        .origin(
            HttpOrigin.Builder.create(host)
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .readTimeout(Duration.seconds(30))
                .build())
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .responseHeadersPolicy(headers)
        .viewerProtocolPolicy(protocol)
        .build();
  }

  private static ResponseHeadersPolicy headers(Construct scope) {
    return ResponseHeadersPolicy.Builder.create(scope, "EdgeHeaders")
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .strictTransportSecurity(
                    ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(Duration.days(HSTS_DAYS))
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .frameOptions(
                    ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.DENY)
                        .override(true)
                        .build())
                .referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.SAME_ORIGIN)
                        .override(true)
                        .build())
                .build())
        .build();
  }
}
