package io.daybook.simulation.shopify;

import static java.util.Objects.requireNonNull;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a query costs, in points: nothing for scalars and enumerations, one for an object, for an interface its dearest
 * type, and for a connection two and as many times its nodes' cost as it asks for.
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
    try {
      OperationDefinition asked = operation(document, operation);
      Map<String, FragmentDefinition> fragments = new HashMap<>();
      document
          .getDefinitionsOfType(FragmentDefinition.class)
          .forEach(fragment -> fragments.put(fragment.getName(), fragment));
      return new Points(
          dearest(
              ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                      schema, asked, fragments, coerced(asked, variables))
                  .getTopLevelFields()));
    } catch (GraphQLException e) {
      return new Invalid(
          List.of(GraphqlErrorBuilder.newError().message("%s", e.getMessage()).build()));
    }
  }

  private static OperationDefinition operation(Document document, Optional<String> name) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .filter(each -> name.isEmpty() || name.orElseThrow().equals(each.getName()))
        .findFirst()
        .orElseThrow(() -> new GraphQLException("No operation named \"" + name.orElse("") + "\""));
  }

  private CoercedVariables coerced(OperationDefinition asked, Map<String, Object> variables) {
    return ValuesResolver.coerceVariableValues(
        schema,
        asked.getVariableDefinitions(),
        RawVariables.of(variables),
        GraphQLContext.getDefault(),
        Locale.ROOT);
  }

  /** Fields that stand on one object; where it may be of several types, those of the dearest. */
  private int dearest(List<ExecutableNormalizedField> fields) {
    Map<String, Integer> byType = new HashMap<>();
    for (ExecutableNormalizedField field : fields) {
      int points = cost(field);
      field.getObjectTypeNames().forEach(type -> byType.merge(type, points, Math::addExact));
    }
    return byType.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private int cost(ExecutableNormalizedField field) {
    GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getType(schema));
    boolean object = type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType;
    if (!object || type.getName().equals("PageInfo")) {
      return 0;
    }
    int children = dearest(field.getChildren());
    if (type.getName().endsWith("Connection")) {
      return Math.addExact(2, Math.multiplyExact(size(field.getResolvedArguments()), children));
    }
    // An edge is free: its node is what counts.
    return type.getName().endsWith("Edge") ? children : Math.addExact(1, children);
  }

  private static int size(Map<String, Object> arguments) {
    Object first = arguments.get("first");
    Object last = arguments.get("last");
    return first instanceof Integer size
        ? size
        : last instanceof Integer size ? size : Paging.MAX_PAGE;
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
