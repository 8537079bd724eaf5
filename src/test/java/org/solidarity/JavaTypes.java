package org.solidarity;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/**
 * The Java types behind the schema, by the names that the schema has for them: the simple
 * name, of a nested type led by its outer one ({@code UserError.Code} is UserErrorCode).
 */
final class JavaTypes {

	/** The record that stands for two types and an interface. */
	private static final Map<String, String> SHARED = Map.of("Organization", "Body", "Local", "Body");

	private JavaTypes() {
	}

	static Map<String, Class<?>> enums() {
		return named(Class::isEnum);
	}

	static Map<String, Class<?>> records() {
		Map<String, Class<?>> records = named(Class::isRecord);
		SHARED.forEach((type, record) -> records.put(type, records.get(record)));
		return records;
	}

	/** Whether the record has such a field, and has it always where it must. */
	static boolean keeps(Class<?> record, String field, boolean always) {
		return Arrays.stream(record.getMethods())
			.filter(method -> method.getParameterCount() == 0)
			.filter(method -> method.getName().equals(field) || method.getName().equals("is" + field)
					|| method.getName().equalsIgnoreCase("get" + field))
			.anyMatch(method -> !always || !isNullable(method));
	}

	private static boolean isNullable(Method method) {
		return method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
	}

	private static Map<String, Class<?>> named(Predicate<Class<?>> wanted) {
		var scanner = new ClassPathScanningCandidateComponentProvider(false) {
			@Override
			protected boolean isCandidateComponent(
					org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
				return true;
			}
		};
		scanner.addIncludeFilter((metadata, factory) -> true);
		Map<String, Class<?>> types = new TreeMap<>();
		scanner.findCandidateComponents("org.solidarity").forEach(found -> {
			Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
			if (wanted.test(type)) {
				types.putIfAbsent(type.getSimpleName(), type);
				Class<?> outer = type.getEnclosingClass();
				if (outer != null) {
					types.put(outer.getSimpleName() + type.getSimpleName(), type);
					if (outer.getSimpleName().endsWith("Order")) {
						types.put(outer.getSimpleName() + "Field", type);
					}
				}
			}
		});
		return types;
	}

}
