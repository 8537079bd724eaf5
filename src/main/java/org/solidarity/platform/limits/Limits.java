package org.solidarity.platform.limits;

import java.time.Duration;
import org.solidarity.platform.Refused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of a request and of a caller, each a property below {@code crm.limits}.
 *
 * @param body size of a request's body
 * @param jsonNesting objects and lists in each other in a body
 * @param documentCharacters characters of a document
 * @param documentTokens tokens of a document
 * @param depth fields in each other; what lies below {@code __schema} and {@code __type}
 * is counted apart
 * @param introspectionDepth fields in each other below {@code __schema} and
 * {@code __type}
 * @param fields fields of an operation, fragments expanded
 * @param aliases aliases of an operation, fragments expanded
 * @param rootFields fields of a query at the root
 * @param mutations fields of a mutation at the root
 * @param directives directives of an operation, fragments expanded
 * @param listSize values in one list of an argument or a variable
 * @param pageSize rows of one page of a connection
 * @param nodeIds ids that {@code nodes} looks up at once
 * @param filterDepth filters in each other below a filter
 * @param filterConditions conditions of a filter
 * @param filterValues values of all conditions of a filter
 * @param cost points of an operation
 * @param nodes nodes that an operation can ask for
 * @param aggregateCost points of a field that is computed over many rows
 * @param mutationCost points of a mutation
 * @param assumedListSize how many objects a list counts for that is not a connection
 * @param points points that a caller can save up
 * @param pointsPerSecond points that a caller gets back each second
 * @param requestsPerSecond requests of a caller in a second
 * @param callers callers that are remembered
 * @param operationTime from the start of an operation to its end
 * @param statementTime from the start of an SQL statement to its end
 * @param errors errors in an answer
 * @param documentCache characters of all documents that are kept, parsed and validated
 * @param persistedQueries characters of all documents that callers have left under their
 * hash
 */
@ConfigurationProperties("crm.limits")
public record Limits(@DefaultValue("256KB") DataSize body, @DefaultValue("64") int jsonNesting,
		@DefaultValue("20000") int documentCharacters, @DefaultValue("2000") int documentTokens,
		@DefaultValue("12") int depth, @DefaultValue("20") int introspectionDepth, @DefaultValue("300") int fields,
		@DefaultValue("30") int aliases, @DefaultValue("20") int rootFields, @DefaultValue("5") int mutations,
		@DefaultValue("20") int directives, @DefaultValue("100") int listSize, @DefaultValue("100") int pageSize,
		@DefaultValue("100") int nodeIds, @DefaultValue("3") int filterDepth, @DefaultValue("20") int filterConditions,
		@DefaultValue("100") int filterValues, @DefaultValue("5000") int cost, @DefaultValue("10000") int nodes,
		@DefaultValue("20") int aggregateCost, @DefaultValue("10") int mutationCost,
		@DefaultValue("5") int assumedListSize, @DefaultValue("10000") int points,
		@DefaultValue("100") int pointsPerSecond, @DefaultValue("50") int requestsPerSecond,
		@DefaultValue("100000") int callers, @DefaultValue("10s") Duration operationTime,
		@DefaultValue("5s") Duration statementTime, @DefaultValue("10") int errors,
		@DefaultValue("1000000") int documentCache, @DefaultValue("4000000") int persistedQueries) {

	/** The attribute of what is executed without having been asked for anew. */
	public static final String NO_REQUEST = Limits.class.getName() + ".NO_REQUEST";

	/**
	 * @throws Refused LIMIT_EXCEEDED where more is asked than is allowed
	 */
	public static void check(String limit, long asked, long allowed) {
		if (asked > allowed) {
			throw Refused.limit(limit, asked, allowed);
		}
	}

}
