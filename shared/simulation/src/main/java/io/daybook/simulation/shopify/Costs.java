package io.daybook.simulation.shopify;

import static java.util.Objects.requireNonNull;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a query costs, in points: nothing for scalars and enumerations, one for an object, and for a connection two and
 * as many times its nodes' cost as it asks for.
 */
final class Costs {
  /** What came of counting. */
  sealed interface Asked {}

  /** The points that the query may cost at most. */
  record Points(int points) implements Asked {}

  /** The query does not fit the schema. */
  record Invalid(List<GraphQLError> errors) implements Asked {
    Invalid {
      errors = List.copyOf(errors);
    }
  }

  private final GraphQLSchema schema;

  Costs(GraphQLSchema schema) {
    this.schema = schema;
  }

  Asked of(String query, Map<String, Object> variables, Optional<String> operation) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput().query(query).variables(variables).build();
    ParseAndValidateResult parsed = ParseAndValidate.parseAndValidate(schema, input);
    if (parsed.isFailure()) {
      return new Invalid(parsed.getErrors());
    }
    Document document = requireNonNull(parsed.getDocument(), "a valid query has a document");
    QueryComplexityCalculator.Builder counted =
        QueryComplexityCalculator.newCalculator()
            .schema(schema)
            .document(document)
            .variables(coerced(document, variables, operation))
            .fieldComplexityCalculator(Costs::cost);
    operation.ifPresent(counted::operationName);
    return new Points(counted.build().calculate());
  }

  private CoercedVariables coerced(
      Document document, Map<String, Object> variables, Optional<String> operation) {
    OperationDefinition asked =
        document.getDefinitionsOfType(OperationDefinition.class).stream()
            .filter(each -> operation.isEmpty() || operation.orElseThrow().equals(each.getName()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such operation"));
    return ValuesResolver.coerceVariableValues(
        schema,
        asked.getVariableDefinitions(),
        RawVariables.of(variables),
        GraphQLContext.getDefault(),
        Locale.ROOT);
  }

  private static int cost(FieldComplexityEnvironment field, int children) {
    GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
    boolean object = type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType;
    if (!object || type.getName().equals("PageInfo")) {
      return 0;
    }
    if (isConnection(type)) {
      return 2 + size(field.getArguments()) * children;
    }
    // An edge is free: its node is what counts.
    return type.getName().endsWith("Edge") ? children : 1 + children;
  }

  private static int size(Map<String, Object> arguments) {
    Object first = arguments.get("first");
    Object last = arguments.get("last");
    return first instanceof Integer size
        ? size
        : last instanceof Integer size ? size : Paging.MAX_PAGE;
  }

  private static boolean isConnection(GraphQLUnmodifiedType type) {
    return type.getName().endsWith("Connection");
  }

  /** The points of an answer: one an object. */
  static int actual(Optional<?> data) {
    return switch (data.<Object>map(value -> value).orElse(0)) {
      case Map<?, ?> object -> 1 + actual(object.values());
      case List<?> list -> actual(list);
      case Object scalar -> 0;
    };
  }

  private static int actual(Collection<?> values) {
    return values.stream().mapToInt(value -> actual(Optional.ofNullable(value))).sum();
  }
}
