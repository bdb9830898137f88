package io.daybook.simulation.shopify;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import java.util.Locale;

/** A scalar of Shopify's own that travels as text: times, decimals, large numbers, addresses. */
final class TextScalar implements Coercing<String, String> {
  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return value.toString();
  }

  @Override
  public String parseValue(Object value, GraphQLContext context, Locale locale) {
    return value.toString();
  }

  @Override
  public String parseLiteral(
      Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (value instanceof StringValue text) {
      return String.valueOf(text.getValue());
    }
    throw new CoercingParseLiteralException("expected text");
  }
}
