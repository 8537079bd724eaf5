package org.solidarity.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.errors.Failures;
import org.solidarity.platform.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for what fails before or beside an operation, such as a token that cannot be
 * looked up because the database is away, or a file that cannot be taken.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			response.resetBuffer();
			if (ex.getCause() instanceof Invalid invalid) {
				HttpErrors.write(request, response, invalid);
			}
			else {
				HttpErrors.write(request, response, refusal(ex, request));
			}
		}
	}

	private static Refused refusal(Exception failure, HttpServletRequest request) {
		if (failure instanceof InvalidParameterException || failure.getCause() instanceof InvalidParameterException) {
			return new Refused(ErrorCode.BAD_USER_INPUT,
					"The parameters of the request cannot be read; send them percent-encoded, in UTF-8.");
		}
		return Failures.refusal(failure).orElseGet(() -> Failures.defect(failure, request.getRequestURI()));
	}

}
