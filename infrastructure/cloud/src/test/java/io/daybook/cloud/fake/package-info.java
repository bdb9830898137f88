/**
 * AWS as far as a deployment needs it: a server on loopback that speaks the protocols of S3, CloudFormation, Lambda, STS,
 * CloudWatch and DynamoDB, keeps what they would keep, and writes down every call by the permission that it needs.
 */
@NullMarked
package io.daybook.cloud.fake;

import org.jspecify.annotations.NullMarked;
